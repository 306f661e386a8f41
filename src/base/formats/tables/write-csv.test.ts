import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCsv } from './csv.ts';
import { withoutApostrophe, writeCsv } from './write-csv.ts';

test('what is written is read back, and no cell is a formula to a spreadsheet', () => {
  const rows = [
    ['plain', 'a,b', 'say "x"', 'two\nlines'],
    ['=1+1', '-2', '-cmd', "'quoted"],
    ['@SUM(A1)', '+49', '', '\tx'],
  ];
  const text = writeCsv(rows);
  assert.doesNotMatch(text, /(?:^|,)"?[=@]/m);
  const read = parseCsv(text);
  assert.ok('rows' in read);
  assert.deepEqual(
    read.rows.map(({ cells }) => cells.map(withoutApostrophe)),
    rows,
  );
});
