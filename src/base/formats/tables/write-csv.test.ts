import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCsv } from './csv.ts';
import { withoutApostrophe, writeCsv } from './write-csv.ts';

test('no text is a formula to a spreadsheet, whatever it separates cells by, and each is read back', () => {
  const letters = ['=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', "'", '1', 'a', '\uff1d'] as const;
  const texts = fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((each) => each.join(''));
  fc.assert(
    fc.property(fc.array(texts, { minLength: 2, maxLength: 3 }), (row) => {
      const text = writeCsv([row]);
      for (const separator of [',', ';', '\t'] as const)
        for (const cell of cellsOf(text, separator))
          assert.ok(
            /^[+-]\d+(?:,|$)/.test(cell) || !/^[=+\-@\uff1d]/.test(cell),
            JSON.stringify([text, separator, cell]),
          );
      const read = parseCsv(text);
      assert.ok('rows' in read);
      assert.deepEqual(read.rows[0]?.cells.map(withoutApostrophe), row);
    }),
    { numRuns: 2000 },
  );
});

/** The cells as a spreadsheet takes them, which refuses nothing: a cell in quotes ends at the next that is not doubled. */
function cellsOf(text: string, separator: string): readonly string[] {
  const cells = [''];
  for (let at = 0, inQuotes = false; at < text.length; at++) {
    const [one = '', last] = [text[at], cells.length - 1];
    const begins = cells[last] === '' && !inQuotes;
    if (one === '"' && begins) inQuotes = true;
    else if (one === '"' && inQuotes && text[at + 1] === '"') cells[last] += text[at++] ?? '';
    else if (one === '"' && inQuotes) inQuotes = false;
    else if (!inQuotes && (one === separator || one === '\n' || one === '\r')) cells.push('');
    else cells[last] += one;
  }
  return cells;
}

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
