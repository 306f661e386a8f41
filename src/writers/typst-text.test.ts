import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { linesOf, typstString, typstText } from './typst-text.ts';
import { visibleText } from './visible-text.ts';

test('a literal is read back as the text that was written', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(readLiterals(typstString(text)), text)));
});

test('what Typst reads is what may be seen, whatever the width: no character is added or lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, width) =>
      assert.equal(readLiterals(typstText(text, width)), visibleText(text)),
    ),
  );
});

const expressions: readonly (readonly [string, number, string])[] = [
  ['#x $y$ [z] *b* @l', 80, '"#x $y$ [z] *b* @l"'],
  ['a "quoted" back\\slash', 80, String.raw`"a \"quoted\" back\\slash"`],
  ['one\ntwo', 80, String.raw`"one\ntwo"`],
  ['path/to/package-lock.json:12', 8, 'long("path/", "to/", "package-", "lock.", "json:", "12")'],
  ['see path/to/file.json too', 7, 'long("see path/", "to/", "file.", "json too")'],
  ['deadbeef', 3, 'long("d", "e", "a", "d", "b", "e", "e", "f")'],
  ['short words stay whole', 4, '"short words stay whole"'],
];

for (const [text, width, expression] of expressions) {
  test(`"${text}" in ${width} em is written ${expression}`, () => assert.equal(typstText(text, width), expression));
}

test('lines are counted from above', () => {
  assert.equal(linesOf('', 10), 1);
  assert.equal(linesOf('a\nb\n\nc', 10), 4);
  assert.ok(linesOf('m'.repeat(100), 10) >= 9);
});

/** What Typst makes of the string literals of an expression, one after the other. */
function readLiterals(expression: string): string {
  return [...expression.matchAll(/"((?:\\.|[^"\\])*)"/gs)]
    .map(([, body = '']) => body.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)))
    .join('');
}
