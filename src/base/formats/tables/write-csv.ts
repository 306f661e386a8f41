/**
 * Writes comma-separated values (RFC 4180). A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula:
 * such a text gets an apostrophe in front, which `withoutApostrophe` takes away again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('');
}

/** The text of a cell whose apostrophe only kept a spreadsheet from taking it for a formula. */
export function withoutApostrophe(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
