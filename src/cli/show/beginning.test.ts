import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginning } from './beginning.ts';

for (const [text, most, expected] of [
  ['one two', 7, 'one two'],
  ['one two three', 9, 'one two …'],
  ['one two three', 7, 'one two …'],
  ['長い名前の輸液ポンプ', 4, '長い名前 …'],
] as const)
  test(`of "${text}" ${most} begin with "${expected}"`, () => assert.equal(beginning(text, most), expected));
