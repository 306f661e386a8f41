import { columnsOf } from './columns-of.ts';

/** How many rows of a terminal some lines take: one that is wider than it takes more than one. */
export function rowsOf(lines: readonly string[], columns: number): number {
  const rows = lines.map((line) => Math.ceil(columnsOf(line) / columns));
  return rows.reduce((sum, each) => sum + Math.max(1, each), 0);
}
