import { UsageError } from '../../base/errors.ts';
import { parseJson } from '../../base/formats/json/json.ts';
import { ZipProblem, zipEntries } from '../../base/archives/zip-entries.ts';
import { openCsv, openWorkbook, tableText } from '../tables/open-sheets.ts';

/** A row of a foreign table: its cells by the titles of their columns, and the row or line that it stands on. */
export type TableRow = { readonly cells: ReadonlyMap<string, string>; readonly line: number };

/** The rows of a table, and the titles of its columns. */
export type Table = { readonly titles: readonly string[]; readonly rows: readonly TableRow[] };

/** Where the table lies in its file, and the title by which its head is known. */
export type TablePlace = {
  readonly sheet?: string | undefined;
  readonly list?: string | undefined;
  readonly head: string;
};

/** Reads a table from .xlsx, .csv, .json, .reqif or .reqifz. Throws `UsageError` for what is none of them. */
export async function readTable(file: string, bytes: Uint8Array, place: TablePlace): Promise<Table> {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  if (['xlsx', 'xlsm'].includes(extension)) return workbookTable(file, bytes, place);
  if (extension === 'csv') return headed(file, openCsv(file, bytes).rows, place.head);
  if (extension === 'json') return jsonTable(file, tableText(file, bytes), place.list);
  if (extension === 'reqif') return reqifTable(file, tableText(file, bytes));
  if (extension === 'reqifz') return reqifTable(file, tableText(file, unzipped(file, bytes)));
  throw new UsageError(`nothing is known of files such as ${file}`, 'Save it as .xlsx, .csv, .json or .reqif.');
}

async function workbookTable(file: string, bytes: Uint8Array, { sheet, head }: TablePlace): Promise<Table> {
  const sheets = await openWorkbook(file, bytes);
  const chosen = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (chosen === undefined)
    throw new UsageError(
      `${file} has no sheet "${sheet ?? ''}"`,
      `Its sheets are ${sheets.map(({ name }) => name).join(', ')}; name one under riskImport.sheet.`,
    );
  return headed(file, chosen.rows, head);
}

type Row = { readonly cells: readonly string[]; readonly line: number };

/** Above the head of a table people write titles, versions and notes; the head is the row that has the wanted title. */
function headed(file: string, rows: readonly Row[], head: string): Table {
  const at = rows.slice(0, 50).findIndex(({ cells }) => cells.some((cell) => sameTitle(cell, head)));
  const titles = rows[at]?.cells.map((title) => title.replace(/\s+/g, ' ').trim());
  if (titles === undefined) {
    const seen = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').join(', ')).find(Boolean);
    throw seen === undefined
      ? new UsageError(`${file} holds nothing`, 'Export it anew, or name the right sheet under riskImport.sheet.')
      : new UsageError(
          `no row of ${file} has a column "${head}"`,
          `Its first row has ${seen.slice(0, 300)}. Correct riskImport.columns.`,
        );
  }
  return {
    titles: titles.filter((title) => title !== ''),
    rows: rows.slice(at + 1).map(({ cells, line }) => ({
      cells: new Map(cells.map((cell, index) => [titles[index] ?? '', cell.trim()])),
      line,
    })),
  };
}

/** Titles are the same but for letter case and white space. */
export function sameTitle(a: string, b: string): boolean {
  const plain = (title: string) => title.replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}

function jsonTable(file: string, text: string, list: string | undefined): Table {
  const parsed = parseJson(text);
  if ('message' in parsed)
    throw new UsageError(`${file}:${parsed.at.line} is no JSON: ${parsed.message}`, 'Export it anew.');
  const entries = list === undefined ? parsed.value : memberOf(parsed.value, list);
  if (!Array.isArray(entries))
    throw new UsageError(
      `${file} holds no list${list === undefined ? '' : ` under "${list}"`}`,
      'Name its key under riskImport.list.',
    );
  const above = list === undefined ? [] : list.split('.');
  const rows = entries.map((entry: unknown, index) => ({
    cells: new Map(flattened(entry, '')),
    line: parsed.lineOf([...above, index]),
  }));
  return { titles: [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))], rows };
}

function memberOf(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
          ? (inner as Readonly<Record<string, unknown>>)[key]
          : undefined,
      value,
    );
}

/** Keys of groups are joined by a dot; lists become lines. */
function flattened(value: unknown, above: string, depth = 0): readonly (readonly [string, string])[] {
  if (depth > 10) return [];
  if (Array.isArray(value)) {
    if (value.every((entry) => typeof entry !== 'object')) return [[above, value.map(scalarText).join('\n')]];
    const columns = Map.groupBy(
      value.flatMap((entry) => flattened(entry, above, depth + 1)),
      ([key]) => key,
    );
    return [...columns].map(([key, pairs]) => [key, pairs.map(([, text]) => text).join('\n')]);
  }
  if (typeof value !== 'object' || value === null) return [[above, scalarText(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flattened(inner, above === '' ? key : `${above}.${key}`, depth + 1),
  );
}

function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}

async function reqifTable(file: string, text: string): Promise<Table> {
  const { readReqif } = await import('../../base/formats/reqif.ts');
  const read = readReqif(text);
  if ('message' in read)
    throw new UsageError(`${file}:${read.at.line} is no ReqIF: ${read.message}`, 'Export it anew as ReqIF.');
  const rows = read.objects.map(({ values, line }) => ({ cells: values, line }));
  return { titles: [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))], rows };
}

function unzipped(file: string, bytes: Uint8Array): Uint8Array {
  try {
    const entry = zipEntries(bytes).find(({ path }) => path.endsWith('.reqif'));
    if (entry !== undefined) return entry.open();
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    throw new UsageError(`${file} cannot be unpacked: ${error.message}`, 'Export it anew.');
  }
  throw new UsageError(`${file} holds no .reqif`, 'Export it anew.');
}
