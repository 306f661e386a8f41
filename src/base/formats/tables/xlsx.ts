import { zipEntries, ZipProblem, type ZipEntry } from '../../archives/zip-entries.ts';
import { resolvePath } from '../../paths/resolve-path.ts';
import type { CsvRow } from './csv.ts';
import { childNamed, childrenNamed, parseXml, type XmlElement } from '../xml.ts';
import { isDateFormat } from './xlsx-dates.ts';
import { SheetProblem } from './xlsx-problem.ts';
import { readSheet, type CellRules } from './xlsx-sheet.ts';
import { readSharedTexts } from './xlsx-texts.ts';

/** A sheet of a workbook: the texts of its rows that are not blank, each with its number as Excel shows it. */
export type Sheet = { readonly name: string; readonly rows: readonly CsvRow[] };

/** The sheets of a workbook in their order, or why it is none that is read. */
export type Workbook = { readonly sheets: readonly Sheet[] } | { readonly message: string };

/**
 * Reads the cell texts of an Excel workbook (.xlsx, ECMA-376). A formula counts with the value that was saved last, a date
 * as ISO 8601, a number without its format; of merged cells the first one has the text. At most a million cells are read.
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return { message: 'it is protected by a password, or an old .xls; save it as .xlsx without a password' };
  try {
    return readParts(zipEntries(bytes));
  } catch (error) {
    if (error instanceof ZipProblem || error instanceof SheetProblem) return { message: error.message };
    throw error;
  }
}

/** What the parts of a real workbook come to at most, unpacked. */
const mostBytes = 256 * 1024 * 1024;
/** And one that lists sheets, relations or styles. */
const mostBytesOfTree = 8 * 1024 * 1024;

function readParts(entries: readonly ZipEntry[]): Workbook {
  const parts = new Map(entries.map((entry) => [entry.path.replace(/^\//, ''), entry]));
  const open = (path: string) => openPart(parts, path);
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes)
    return { message: 'it would unpack to more than 256 MB' };
  const main = targets(open('_rels/.rels'), '').find(({ type }) => type.endsWith('/officeDocument'))?.path;
  const book = main === undefined ? undefined : open(main);
  if (main === undefined || book?.name !== 'workbook') return { message: 'it is no Excel workbook' };
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = targets(open(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  const partOf = (kind: string) => related.find(({ type }) => type.endsWith(`/${kind}`))?.path;
  const texts = parts.get(partOf('sharedStrings') ?? '');
  const rules: CellRules = {
    shared: texts === undefined ? [] : readSharedTexts(texts.open()),
    isDate: dateStyles(open(partOf('styles') ?? '')),
    from1904: ['1', 'true'].includes(childNamed(book, 'workbookPr')?.attributes['date1904'] ?? ''),
  };
  const budget = { cells: 1_000_000, width: 4_000_000 };
  const listed = childrenNamed(childNamed(book, 'sheets') ?? book, 'sheet');
  const sheets = listed.map(({ attributes }) => {
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const part = parts.get(related.find((one) => one.id === id)?.path ?? '');
    return { name: attributes['name'] ?? '', rows: part === undefined ? [] : readSheet(part.open(), rules, budget) };
  });
  return { sheets };
}

/** A part as XML; `undefined` when there is none. Throws `SheetProblem` for one that is broken. */
function openPart(parts: ReadonlyMap<string, ZipEntry>, path: string): XmlElement | undefined {
  const part = parts.get(path);
  if (part === undefined) return undefined;
  if (part.bytes > mostBytesOfTree) throw new SheetProblem(`its part ${path} is larger than that of any real workbook`);
  const root = parseXml(new TextDecoder().decode(part.open()));
  if ('message' in root) throw new SheetProblem(`its part ${path} is broken: ${root.message}`);
  return root;
}

type Target = { readonly id: string; readonly type: string; readonly path: string };

function targets(relations: XmlElement | undefined, folder: string): readonly Target[] {
  return (relations?.children ?? []).map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
    id: Id,
    type: Type,
    path: Target.startsWith('/') ? Target.slice(1) : (resolvePath(folder, Target) ?? ''),
  }));
}

/** Which of the cell styles show a number as a date. */
function dateStyles(styles: XmlElement | undefined): (style: number) => boolean {
  if (styles === undefined) return () => false;
  const codes = new Map(
    (childNamed(styles, 'numFmts')?.children ?? []).map(({ attributes: { numFmtId = '', formatCode = '' } }) => [
      numFmtId,
      formatCode,
    ]),
  );
  const formats = (childNamed(styles, 'cellXfs')?.children ?? []).map(({ attributes: { numFmtId = '' } }) =>
    isDateFormat(Number(numFmtId), codes.get(numFmtId)),
  );
  return (style) => formats[style] === true;
}
