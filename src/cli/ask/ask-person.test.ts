import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tureen } from '../../../test/command-line.ts';
import { askPerson } from './ask-person.ts';

test('where nobody is listed there is nobody to choose, and that is said', async () => {
  await assert.rejects(askPerson('Who approves?', []), {
    name: 'UsageError',
    message: 'nobody is listed under people',
    help: /Add yourself to `people:`/,
  });
});

test('without a terminal nobody is asked, and the option is named', () => {
  const { code, stderr } = tureen(['approve', 'CVE-2025-54121', '--cwd', 'examples/dermatology']);
  assert.equal(code, 2);
  assert.match(stderr, /^error: it is not said who approves\nhelp: Add --by with an id of people/);
});
