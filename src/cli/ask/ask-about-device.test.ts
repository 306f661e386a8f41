import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeholderFor } from './ask-about-device.ts';

test('what the files say is proposed with its place, and nothing is made up', () => {
  assert.equal(
    placeholderFor({ value: '1.0.0', from: 'package.json' }),
    'as on the label; empty: 1.0.0, as package.json says',
  );
  assert.equal(placeholderFor({ value: '1\u001b[2J', from: 'a' }), 'as on the label; empty: 1\\u001b[2J, as a says');
  assert.equal(placeholderFor(undefined), 'as on the label');
});
