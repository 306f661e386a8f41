import assert from 'node:assert/strict';
import { styleText } from 'node:util';
import { test } from 'node:test';
import { fold } from './fold.ts';

const folds: readonly (readonly [what: string, line: string, width: number, shown: readonly string[]])[] = [
  ['a line that fits', 'one two', 7, ['one two']],
  ['a plain line', 'one two three', 9, ['one two', '  three']],
  ['an item of a list', '     + one two three four', 15, ['     + one two', '       three', '       four']],
  ['a help line', '  help: one two three', 16, ['  help: one two', '        three']],
  ['a label in a column', '  brought by  one two three four', 32, ['  brought by  one two three four']],
  ['a longer one', '  found at    one two three four', 30, ['  found at    one two three', '              four']],
  ['a label that is not broken', '  brought by  one/two/three four', 20, ['  brought by  one/two/three', '  four']],
  ['a question', '1  not yet  one two three four five', 30, ['1  not yet  one two three four', '            five']],
  ['a long word', '  /a/very/long/path/without/a/space yes', 20, ['  /a/very/long/path/without/a/space', '  yes']],
  ['a deep indent', `${' '.repeat(16)}one two`, 20, [`${' '.repeat(16)}one`, '  two']],
];

for (const [what, line, width, shown] of folds)
  test(`folded: ${what}`, () => assert.equal(fold(line, width), shown.join('\n')));

test('nothing is folded where there is no terminal', () => {
  const text = 'word '.repeat(1000);
  assert.equal(fold(text, Number.POSITIVE_INFINITY), text);
});

test('paint takes no room', () => {
  const painted = styleText('red', 'one two', { validateStream: false });
  assert.equal(fold(painted, 7), painted);
});

test('a word with a colon deep in a column is no lead: all lines of a value hang alike', () => {
  assert.equal(fold(`${' '.repeat(12)}affected: one two`, 24), `${' '.repeat(12)}affected:\n${' '.repeat(12)}one two`);
});
