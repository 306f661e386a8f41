import assert from 'node:assert/strict';
import { styleText } from 'node:util';
import { test } from 'node:test';
import { rowsOf } from './rows-of.ts';

const painted = styleText('red', '0123456789', { validateStream: false });
for (const [what, lines, columns, rows] of [
  ['no line', [], 10, 0],
  ['an empty line', [''], 10, 1],
  ['a line that fits to the last column', ['0123456789'], 10, 1],
  ['one that is wider', ['0123456789a'], 10, 2],
  ['paint', [painted], 10, 1],
  ['several', ['', '0123456789a', 'b'], 10, 4],
  ['a terminal without columns', ['0123456789a'], Number.POSITIVE_INFINITY, 1],
] as const) {
  test(`${what} takes ${rows}`, () => assert.equal(rowsOf(lines, columns), rows));
}
