import { sameTitle, type TableRow } from './read-table.ts';

/** The text of a column, whose title the mapping names. */
export function cellOf({ cells }: TableRow, title: string | undefined): string {
  if (title === undefined) return '';
  const exact = cells.get(title);
  if (exact !== undefined) return exact;
  for (const [name, text] of cells) if (sameTitle(name, title)) return text;
  return '';
}

/** The entries of a cell that lists several, by comma, semicolon or line. */
export function listIn(cell: string): readonly string[] {
  return cell
    .split(/[,;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
