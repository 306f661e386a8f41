import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeConflict } from './merge-conflict.ts';

const texts: readonly (readonly [text: string, line: number | undefined])[] = [
  ['a\nb\n', undefined],
  ['a\n<<<<<<< HEAD\nb\n', 2],
  ['a\r\nb\r\n>>>>>>>\r\n', 3],
  ['a <<<<<<< b\n', undefined],
  ['<<<<<<<<\n', undefined],
  ['Title\n=======\n', undefined],
];

for (const [text, line] of texts) {
  test(`${JSON.stringify(text)} holds ${line === undefined ? 'no conflict' : `one on line ${line}`}`, () => {
    assert.equal(mergeConflict(text), line);
  });
}
