import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readWorkbook } from './xlsx.ts';
import { writeWorkbook } from './write-xlsx.ts';

test('what is written is read back, whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.constantFrom('=1+1', "'a", '1.10', '2026-11-01', ' a ', 'two\nlines', 'ü 漢 🩺', '<&>"', '-', '@x', 'TRUE'),
    fc.string({ unit: 'grapheme-ascii', minLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 5 }), (rows) => {
      const read = readWorkbook(writeWorkbook({ name: 'A', titles: ['x', 'y', 'z'], rows }));
      assert.ok('sheets' in read);
      const kept = rows.filter((cells) => cells.some((text) => text.trim() !== ''));
      assert.deepEqual(
        read.sheets[0]?.rows.map(({ cells }) => [...cells]),
        [['x', 'y', 'z'], ...kept],
      );
    }),
  );
});

test('the same rows give the same bytes, and a text that no cell holds is cut in sight', () => {
  const bytes = writeWorkbook({ name: 'Risks: [all]', titles: ['Id'], rows: [['R-1'], ['x'.repeat(40_000)]] });
  assert.equal(
    createHash('sha256').update(bytes).digest('hex'),
    '524ea2a40cb93aab19ca2afbdf7744416cb36bdd9b8df11ef5defcf8b17850e2',
  );
  const read = readWorkbook(bytes);
  assert.ok('sheets' in read);
  assert.equal(read.sheets[0]?.name, 'Risks   all ');
  const long = read.sheets[0].rows[2]?.cells[0] ?? '';
  assert.equal(long.length, 32_767);
  assert.match(long, /x … \(cut/);
});

test('columns beyond Z have two letters', () => {
  const titles = Array.from({ length: 60 }, (_, index) => `c${index}`);
  const read = readWorkbook(writeWorkbook({ name: 'A', titles, rows: [] }));
  assert.deepEqual('sheets' in read && read.sheets[0]?.rows[0]?.cells, titles);
});

test('more rows than a sheet holds are refused, for Excel would cut them off', () => {
  const rows = Array.from({ length: 2 ** 20 }, () => []);
  assert.throws(() => writeWorkbook({ name: 'A', titles: ['x'], rows }), {
    name: 'UsageError',
    message: 'a sheet of Excel holds 1048576 rows, and there are 1048576 below the titles',
  });
});
