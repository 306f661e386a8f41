import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limited } from './limited.ts';

test('what a list leaves out is counted, and the line says where it is listed', () => {
  const rest = '--all shows them';
  assert.deepEqual(limited(['a', 'b', 'c'], { most: 1, rest }), ['a', 'and 2 more; --all shows them']);
  assert.deepEqual(limited(['a', 'b'], { most: 1, rest }, ' of 7.1.2'), ['a', 'and 1 more of 7.1.2; --all shows them']);
  assert.deepEqual(limited(['a', 'b'], { most: 2, rest }), ['a', 'b']);
  assert.deepEqual(limited(['a', 'b'], undefined), ['a', 'b']);
});
