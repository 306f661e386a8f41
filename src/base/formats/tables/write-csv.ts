/**
 * Writes comma-separated values (RFC 4180). A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and one
 * of a country that separates by semicolons begins a cell behind each of them and each line end of a text: there such a text
 * gets an apostrophe in front, which `withoutApostrophe` takes away again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(harmless(cell))).join(',')}\r\n`).join('');
}

/** The text of a cell without the apostrophes that only kept a spreadsheet from taking it for a formula. */
export function withoutApostrophe(cell: string): string {
  return cell.replace(kept, '');
}

function harmless(cell: string): string {
  return number.test(cell) ? cell : cell.replace(formula, "'");
}

/** What a formula begins behind: nothing, or what ends a cell or line, and quotes that a spreadsheet may take for its own. */
const formula = /(?:^|(?<=[;\t\r\n]))(?=['"]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20])/g;
const kept = /(?:^|(?<=[;\t\r\n]))'(?=['"]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20])/g;
const number = /^[+-]?\d+(?:\.\d+)?$/;

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
