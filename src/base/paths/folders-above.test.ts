import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldersAbove } from './folders-above.ts';

test('folders are named from the nearest to the root, each with its final slash', () => {
  assert.deepEqual(foldersAbove('a/b/pom.xml'), ['a/b/', 'a/', '']);
  assert.deepEqual(foldersAbove('pom.xml'), ['']);
});
