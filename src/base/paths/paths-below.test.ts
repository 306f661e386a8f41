import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsPath, pathsBelow, pathsWith } from './paths-below.ts';

const tree = ['a', 'a-b/x', 'a/b', 'a/c/d', 'a0/x', 'b/a'].toSorted();

test('of sorted paths those below a folder are found', () => {
  assert.deepEqual(pathsBelow(tree, 'a/'), ['a/b', 'a/c/d']);
  assert.deepEqual(pathsBelow(tree, 'a/c/'), ['a/c/d']);
  assert.deepEqual(pathsBelow(tree, 'c/'), []);
  assert.deepEqual(pathsBelow(tree, ''), tree);
});

test('of sorted paths those that begin alike are found', () => {
  assert.deepEqual(pathsWith(tree, 'a'), ['a', 'a-b/x', 'a/b', 'a/c/d', 'a0/x']);
  assert.deepEqual(pathsWith(tree, 'a/c'), ['a/c/d']);
  assert.deepEqual(pathsWith(tree, 'c'), []);
  assert.deepEqual(pathsWith(tree, 'a', 2), ['a', 'a-b/x']);
});

test('sorted paths are asked for one', () => {
  assert.ok(tree.every((path) => holdsPath(tree, path)));
  assert.deepEqual(
    ['', 'a/', 'a/c', 'c'].map((path) => holdsPath(tree, path)),
    [false, false, false, false],
  );
});
