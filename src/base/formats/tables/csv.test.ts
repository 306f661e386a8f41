import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { growsEvenly } from '../../../../test/grows-evenly.ts';
import { parseCsv } from './csv.ts';

const cases: readonly (readonly [string, readonly (readonly [number, ...string[]])[]])[] = [
  ['', []],
  [
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    '"a","b, c"\r\n"d ""e""",\r\n',
    [
      [1, 'a', 'b, c'],
      [2, 'd "e"', ''],
    ],
  ],
  [
    '"two\nlines",x\n\nlast',
    [
      [1, 'two\nlines', 'x'],
      [4, 'last'],
    ],
  ],
  ['\uFEFFa\n', [[1, 'a']]],
  [',\n', [[1, '', '']]],
];

for (const [text, expected] of cases) {
  test(`${JSON.stringify(text)} has ${expected.length} rows`, () => {
    const csv = parseCsv(text);
    assert.ok('rows' in csv);
    assert.deepEqual(
      csv.rows.map(({ line, cells }) => [line, ...cells]),
      expected,
    );
  });
}

const refused: readonly (readonly [string, number, RegExp])[] = [
  ['a\n"b', 2, /not closed/],
  ['"a\nb"c,d\n', 2, /"c,d\\n" follows a closed cell/],
  [',\n'.repeat(2 ** 20 + 1), 2 ** 20 + 1, /^it has more than the 1048576 rows of a spreadsheet$/],
  [`a\n${','.repeat(1e6)}`, 2, /^a row has more than the 16384 cells of a spreadsheet$/],
  [`${','.repeat(9999)}\n`.repeat(401), 401, /^it has more than the 4000000 cells that are read of one file$/],
];

for (const [text, line, message] of refused) {
  test(`${JSON.stringify(text.slice(0, 20))} is refused at line ${line}`, () => {
    const csv = parseCsv(text);
    assert.ok('message' in csv);
    assert.match(csv.message, message);
    assert.equal(csv.at.line, line);
  });
}

test('quoted cells before the end of a long line take time by their number', async () => {
  const text = (cells: number) => `${'"",'.repeat(cells)}${'a'.repeat(500 * cells)}`;
  await growsEvenly('quoted cells', (cells) => parseCsv(text(cells)), { enough: 2 ** 12 });
});

test('whatever is written as CSV is read as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 })), (rows) => {
      const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
      const csv = parseCsv(text);
      assert.ok('rows' in csv);
      assert.deepEqual(
        csv.rows.map(({ cells }) => cells),
        rows,
      );
    }),
  );
});

test('spreadsheets of some countries separate by semicolons', () => {
  assert.deepEqual(parseCsv('a;"b;c"\r\n1,5;2', ';'), {
    rows: [
      { cells: ['a', 'b;c'], line: 1 },
      { cells: ['1,5', '2'], line: 2 },
    ],
  });
});
