import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { openState } from './open-state.ts';

test('a folder and a file are what they are', () => {
  assert.equal(openState('src', '.', '.').kind, 'folder');
  assert.deepEqual(
    [openState('package.json', '.', '.').kind, openState('package.json', '.', '.').file],
    ['file', 'package.json'],
  );
});

test('what is neither is refused', { skip: !existsSync('/dev/null') }, () => {
  assert.throws(() => openState('/dev/null', '.', '.'), {
    name: 'UsageError',
    message: '"/dev/null" is neither a folder nor a file',
  });
});
