import { decodeText } from '../../base/decode-text.ts';
import { UsageError } from '../../base/errors.ts';
import { parseCsv, type CsvRow } from '../../base/formats/tables/csv.ts';
import { withoutApostrophe } from '../../base/formats/tables/write-csv.ts';

/** The rows of a sheet of a workbook, or of a CSV file, which is one sheet without a name. */
export type TableSheet = { readonly name: string | undefined; readonly rows: readonly CsvRow[] };

/** Reads the sheets of a workbook. Throws `UsageError` for what is none. */
export async function openWorkbook(file: string, bytes: Uint8Array): Promise<readonly TableSheet[]> {
  const { readWorkbook } = await import('../../base/formats/tables/xlsx.ts');
  const workbook = readWorkbook(bytes);
  if ('message' in workbook)
    throw new UsageError(`${file} cannot be read: ${workbook.message}`, 'Save it anew as .xlsx.');
  return workbook.sheets;
}

/** Reads a CSV file, whichever of comma, semicolon and tab its first line is separated by. Throws `UsageError` for what is none. */
export function openCsv(file: string, bytes: Uint8Array): TableSheet {
  const text = tableText(file, bytes);
  const first = text.slice(0, 10_000).split('\n', 1)[0] ?? '';
  const counts = ([',', ';', '\t'] as const).map((separator) => ({ separator, count: first.split(separator).length }));
  const separator = counts.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ',';
  const csv = parseCsv(text, separator);
  if ('message' in csv)
    throw new UsageError(
      `${file}:${csv.at.line} is no CSV: ${csv.message}`,
      'Save it anew as CSV, with the rows and columns that hold something.',
    );
  return { name: undefined, rows: csv.rows.map(({ cells, line }) => ({ cells: cells.map(withoutApostrophe), line })) };
}

/** The text of a table that people exported. Throws `UsageError` for one that is no UTF-8, or too large for any. */
export function tableText(file: string, bytes: Uint8Array): string {
  const text = bytes.length > largest ? undefined : decodeText(bytes);
  if (text !== undefined) return text;
  throw new UsageError(`${file} is no UTF-8 text of at most 32 MB`, 'Save it as UTF-8; Excel calls that "CSV UTF-8".');
}

const largest = 32 * 1024 * 1024;
