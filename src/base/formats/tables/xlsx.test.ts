import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readWorkbook } from './xlsx.ts';

/** Made with openpyxl: rich text, a date, a date with time, merged cells, a formula without a value, a hidden sheet. */
const workbook = readFileSync(new URL('fixtures/workbook.xlsx', import.meta.url));

test('a workbook gives the texts of its cells by sheet and row', () => {
  assert.deepEqual(sheetsOf(workbook), {
    'SOUP list': [
      [1, 'Id', 'Name', 'Version', 'Released', 'Checked at', 'Share', 'Safe', 'Sum'],
      [2, 'S-01', 'NumPy', '1.10', '2026-03-04', '2026-03-04T12:30:00', '0.1', 'TRUE', ''],
      [3, 'S-02', 'Ärger & <Söhne>', '', '', '', '', '', '3'],
      [6, 'line one\nline two', '', '', '', '', '', '', '', '', 'far right'],
      [7, 'merged'],
      [8, 'rich text'],
    ],
    Empty: [],
    'Zweites Blatt': [
      [2, '', '', '42'],
      [3, '', '', '1e-7', '1900-01-05', '12.5'],
    ],
  });
});

/** Made with XlsxWriter, which shares texts, and with days counted from 1904. */
const shared = readFileSync(new URL('fixtures/shared-texts.xlsx', import.meta.url));

test('texts that cells share, rich ones too, and days counted from 1904 are read', () => {
  assert.deepEqual(sheetsOf(shared), {
    Risks: [
      [1, 'Id', 'Hazard', 'Id'],
      [2, 'R-01', 'wrong score & more', '2026-11-29'],
      [3, 'R-01x', 'FALSE'],
    ],
  });
});

const made = (rows: string, more: Readonly<Record<string, string>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '_rels/.rels':
          '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml':
          '<x:workbook xmlns:x="y" xmlns:r="z"><x:sheets><x:sheet name="A" r:id="r1"/></x:sheets></x:workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="/xl/sheet.xml"/></Relationships>',
        'xl/sheet.xml': `<x:worksheet xmlns:x="y"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
        ...more,
      }).map(([path, text]) => [path, strToU8(text)]),
    ),
  );

test('cells without a place stand side by side, and inline texts are read without their pronunciation', () => {
  const rows =
    '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh><x:r><x:t>b</x:t></x:r></x:is></x:c><x:c><x:v>1.50</x:v></x:c></x:row>';
  assert.deepEqual(sheetsOf(made(rows)), { A: [[1, 'ab', '1.5']] });
});

const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['no archive', strToU8('Id;Name'), /no zip archive/],
  ['an old or protected workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /password/],
  ['another archive', zipSync({ 'a.txt': strToU8('a') }), /no Excel workbook/],
  ['a broken sheet', made('<x:row>'), /broken/],
  ['an entity of its own', made('<x:row><x:c><x:v>&boom;</x:v></x:c></x:row>'), /broken/],
  ['a million rows that reach to the last column', made('<x:row><x:c r="XFD1"/></x:row>'.repeat(300)), /too far apart/],
  ['more than a million cells', made(`<x:row>${'<x:c/>'.repeat(1000)}</x:row>`.repeat(1001)), /million cells/],
  [
    'more texts than a person writes',
    zipSync({ ...unzipSync(shared), 'xl/sharedStrings.xml': strToU8(`<sst>${'<si/>'.repeat(1_000_001)}</sst>`) }),
    /million texts/,
  ],
  ['a cut archive', workbook.subarray(0, 3000), /zip archive/],
];

for (const [title, bytes, message] of refused)
  test(`${title} is told, and nothing is thrown`, () => {
    const read = readWorkbook(bytes);
    assert.match('message' in read ? read.message : '', message);
  });

function sheetsOf(bytes: Uint8Array) {
  const read = readWorkbook(bytes);
  assert.ok('sheets' in read, 'message' in read ? read.message : '');
  return Object.fromEntries(
    read.sheets.map(({ name, rows }) => [name, rows.map(({ line, cells }) => [line, ...cells])]),
  );
}

test('a cell that names a shared text which is not there makes the workbook broken, not the cell empty', () => {
  const read = readWorkbook(made('<x:row><x:c t="s"><x:v>7</x:v></x:c></x:row>'));
  assert.deepEqual(read, { message: 'a cell names a shared text that it does not hold' });
});
