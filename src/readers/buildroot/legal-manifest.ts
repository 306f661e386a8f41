import { parseCsv, type CsvRow } from '../../base/formats/tables/csv.ts';

/** A row of a manifest of legal-info, its cells by the names of the columns. */
export type LegalRow = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly archive: string;
  readonly site: string;
  /** Names of packages that it needs directly; `undefined` where the manifest has no column for them. */
  readonly needs: readonly string[] | undefined;
  readonly line: number;
};

/** A manifest that was read, or why it is none. */
export type LegalManifest =
  | { readonly rows: readonly LegalRow[] }
  | { readonly message: string; readonly at: { readonly line: number } };

/** Reads a manifest that `make legal-info` has written; the column of dependencies came with Buildroot 2018.11. */
export function readLegalManifest(text: string): LegalManifest {
  const csv = parseCsv(text);
  if ('message' in csv) return csv;
  const [head, ...rows] = csv.rows;
  const missing = ['PACKAGE', 'VERSION', 'LICENSE'].filter((column) => head?.cells.includes(column) !== true);
  if (head === undefined || missing.length > 0)
    return { message: `its first line names no column "${missing.join('", "')}"`, at: { line: 1 } };
  const short = rows.find(({ cells }) => cells.length !== head.cells.length);
  if (short !== undefined)
    return {
      message: `a row has ${short.cells.length} cells under ${head.cells.length} columns`,
      at: { line: short.line },
    };
  return { rows: rows.map((row) => legalRow(head, row)) };
}

function legalRow(head: CsvRow, { cells, line }: CsvRow): LegalRow {
  const cell = (column: string) => cells[head.cells.indexOf(column)]?.trim() ?? '';
  return {
    name: cell('PACKAGE'),
    version: cell('VERSION'),
    licence: cell('LICENSE'),
    archive: cell('SOURCE ARCHIVE'),
    site: cell('SOURCE SITE'),
    needs: head.cells.includes(dependencies) ? namesIn(cell(dependencies)) : undefined,
    line,
  };
}

/** Names stand outside of brackets, each before its licence in brackets, as in `zlib [Zlib] toolchain []`. */
function namesIn(cell: string): string[] {
  return cell
    .replace(/\[[^\]]*\]?/g, ' ')
    .split(/\s+/)
    .filter((name) => name !== '');
}

const dependencies = 'DEPENDENCIES WITH LICENSES';
