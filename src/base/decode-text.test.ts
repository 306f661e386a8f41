import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, findUndecodable } from './decode-text.ts';

const encoder = new TextEncoder();

const cases: readonly (readonly [what: string, bytes: readonly number[], told: string])[] = [
  ['a byte of Windows-1252', [...encoder.encode('a: ü\n  b: '), 0xfc, 10], '2:6 is not UTF-8 text'],
  ['a character that is cut off at the end', [...encoder.encode('a\n\n'), 0xe6, 0xbc], '3:1 is not UTF-8 text'],
  ['a NUL', [...encoder.encode('a\r\n漢'), 0, 10, 0xff], '2:2 holds the byte NUL, as no text does'],
  ['UTF-16', [0xff, 0xfe, 97, 0], '1:1 is UTF-16, not UTF-8 text'],
];

for (const [what, bytes, told] of cases)
  test(`${what} is no text, and its place is found`, () => {
    const content = new Uint8Array(bytes);
    assert.equal(decodeText(content), undefined);
    const { reason, at } = findUndecodable(content);
    assert.equal(`${at.line}:${at.column} ${reason}`, told);
  });
