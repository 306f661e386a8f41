import { UsageError } from '../../errors.ts';
import { escapeXml } from '../escape-xml.ts';
import { deflateRawSync } from 'node:zlib';
import { zipArchive } from '../../archives/zip-archive.ts';

/** A sheet to write: the titles of its columns, and the texts of its rows. */
export type SheetToWrite = {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/**
 * Writes an Excel workbook of one sheet (.xlsx, ECMA-376). Every cell is a text, never a formula; the titles stay in sight and can
 * be filtered by. Nothing is packed, and nothing dated, so that the same rows give the same bytes everywhere. Throws `UsageError` for more rows than a sheet holds.
 */
export function writeWorkbook(sheet: SheetToWrite): Uint8Array {
  if (sheet.rows.length >= mostRows)
    throw new UsageError(
      `a sheet of Excel holds ${mostRows} rows, and there are ${sheet.rows.length} below the titles`,
      'Write it as CSV.',
    );
  const parts = [
    ...packaging,
    ['xl/workbook.xml', workbook(sheet.name)],
    ['xl/worksheets/sheet1.xml', worksheet(sheet)],
  ] as const;
  return zipArchive(
    parts.map(([path, text]) => {
      const bytes = new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
      return { path, bytes, deflated: deflateRawSync(bytes, { level: 0 }) };
    }),
  );
}

const types = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts that are the same in every workbook; of the two styles one is for texts, one for titles. */
const packaging: readonly (readonly [path: string, text: string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  ],
];

/** Excel allows 31 characters, and none of `[]:*?/\`. */
function workbook(name: string): string {
  const short = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(short)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

function worksheet({ titles, rows }: SheetToWrite): string {
  const last = `${columnName(Math.max(1, titles.length) - 1)}${rows.length + 1}`;
  const lines = [rowOf(titles, 0, 1), ...rows.map((cells, index) => rowOf(cells, index + 1, 0))];
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13"/><cols><col min="1" max="${Math.max(1, titles.length)}" width="26" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

function rowOf(cells: readonly string[], index: number, style: number): string {
  const written = cells.map((text, column) =>
    text === ''
      ? ''
      : `<c r="${columnName(column)}${index + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is></c>`,
  );
  return `<row r="${index + 1}">${written.join('')}</row>`;
}

function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return `${before < 0 ? '' : columnName(before)}${String.fromCharCode(65 + (column % 26))}`;
}

/** Excel takes no workbook with a longer text in a cell; that it was cut stands in it. */
function cellText(text: string): string {
  return text.length <= mostInCell ? text : `${text.slice(0, mostInCell - cut.length)}${cut}`;
}

const mostInCell = 32_767;
const mostRows = 2 ** 20;
const cut = ' … (cut: a cell holds 32,767 characters)';
