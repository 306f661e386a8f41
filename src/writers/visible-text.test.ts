import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibleLine, visibleText } from './visible-text.ts';

const cases: readonly (readonly [string, string, string])[] = [
  ['a character that turns the direction', 'a\u202Eb', 'a‹U+202E›b'],
  ['a control character', 'a\u0000b\u0085', 'a‹U+0000›b‹U+0085›'],
  ['a space of no width', 'num\u200Bpy', 'num‹U+200B›py'],
  ['half of a surrogate pair', 'a\uD83Db', 'a‹U+D83D›b'],
  ['an invisible tag', '\u{E0041}', '‹U+E0041›'],
  ['line ends of every system', 'a\r\nb\rc\u2028d\ne', 'a\nb\nc\nd\ne'],
  ['a tab', 'a\tb', 'a b'],
  ['letters of any script, and the joiners within them', 'é漢ש🎉 می\u200Cخواهم', 'é漢ש🎉 می\u200Cخواهم'],
];

for (const [what, text, visible] of cases) {
  test(`${what} is shown as it should`, () => assert.equal(visibleText(text), visible));
}

test('a heading has one line', () => assert.equal(visibleLine('a\r\nb'), 'a b'));
