import type { Paint } from './command.ts';

/** Lays rows out in columns as wide as their widest cell, at most 60 characters. */
export function showTable(titles: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = titles.map((title, column) =>
    rows.reduce((width, row) => Math.min(60, Math.max(width, row[column]?.length ?? 0)), title.length),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => fit(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [paint('bold', line(titles)), ...rows.map(line)].join('\n');
}

function fit(cell: string, width: number): string {
  return cell.length > width ? `${cell.slice(0, width - 1).toWellFormed()}…` : cell.padEnd(width);
}
