import { quote } from '../../quote.ts';

/** A row of a CSV text: its cells, and the line that it begins at. */
export type CsvRow = { readonly cells: readonly string[]; readonly line: number };

/** The rows of a CSV text, or why it is none and where. */
export type Csv =
  | { readonly rows: readonly CsvRow[] }
  | { readonly message: string; readonly at: { readonly line: number } };

/**
 * Reads comma-separated values (RFC 4180): a cell in quotes may hold commas, line ends and doubled quotes. Blank lines are
 * no rows. Spreadsheets of some countries separate by semicolons. Nobody reads more rows and columns than a spreadsheet has,
 * nor more cells than any real one.
 */
export function parseCsv(text: string, separator: ',' | ';' | '\t' = ','): Csv {
  const rows: CsvRow[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  let cells = 0;
  while (at < text.length) {
    const row: string[] = [];
    const start = line;
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at, separator);
      if (cell === undefined) return { message: 'a quoted cell is not closed', at: { line } };
      if (row.length === mostCells)
        return { message: `a row has more than the ${mostCells} cells of a spreadsheet`, at: { line } };
      if (++cells > mostCellsInAll)
        return { message: `it has more than the ${mostCellsInAll} cells that are read of one file`, at: { line } };
      row.push(cell.value);
      line += cell.lines;
      at = cell.end;
      if (text[at] !== separator) break;
      at++;
    }
    const end = /^\r?\n/.exec(text.slice(at, at + 2))?.[0];
    if (end === undefined && at < text.length)
      return { message: `${quote(text.slice(at, at + 20))} follows a closed cell`, at: { line } };
    at += end?.length ?? 0;
    line += end === undefined ? 0 : 1;
    if (rows.length === mostRows)
      return { message: `it has more than the ${mostRows} rows of a spreadsheet`, at: { line: start } };
    if (row.length > 1 || row[0] !== '') rows.push({ cells: row, line: start });
  }
  return { rows };
}

const mostCells = 2 ** 14;
const mostRows = 2 ** 20;
/** Twenty times what the largest lists of real sources have. */
const mostCellsInAll = 4_000_000;

type Cell = { readonly value: string; readonly end: number; /** Line ends in it. */ readonly lines: number };

function quotedCell(text: string, start: number): Cell | undefined {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end === -1) return undefined;
  const quoted = text.slice(start + 1, end);
  return { value: quoted.replaceAll('""', '"'), end: end + 1, lines: countLines(quoted) };
}

function bareCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  if (text[end] === '\n' && text[end - 1] === '\r' && end > start) end--;
  return { value: text.slice(start, end), end, lines: 0 };
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
