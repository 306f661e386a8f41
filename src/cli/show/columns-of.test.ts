import assert from 'node:assert/strict';
import { styleText } from 'node:util';
import { test } from 'node:test';
import { columnsOf } from './columns-of.ts';

for (const [text, columns] of [
  ['', 0],
  ['left-pad', 8],
  [styleText('red', 'left-pad', { validateStream: false }), 8],
  ['Müller → ✓', 10],
  ['Mu\u0308ller', 6],
  ['輸液ポンプ', 10],
  ['エイダ・ラブレス (品質)', 23],
  ['ｱｲｳ', 3],
  ['펌프', 4],
  ['𠮷野', 4],
] as const)
  test(`"${text}" takes ${columns} columns`, () => assert.equal(columnsOf(text), columns));
