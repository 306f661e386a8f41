import type { Look } from '../command.ts';

/** The cells of a row, or a heading between rows. */
export type TableRow = readonly string[] | string;

/**
 * Lays rows out in columns as wide as their widest cell. In a terminal all but the last hold at most 60 characters, the widest
 * give way where it is narrow, and words of the last go on below. In a file or a pipe a row is one
 * line, and only cells of more than 200 characters are cut, for a hostile name would make room for itself in every row.
 * A text among the rows is a heading, which stands as it is.
 */
export function showTable(titles: readonly string[], rows: readonly TableRow[], look: Look): string {
  const isTerminal = look.width < Number.POSITIVE_INFINITY;
  const wanted = titles.map((title, column) => {
    const most = isTerminal ? (column === titles.length - 1 ? look.width : 60) : 200;
    return rows.reduce(
      (width, row) => (typeof row === 'string' ? width : Math.min(most, Math.max(width, row[column]?.length ?? 0))),
      title.length,
    );
  });
  const widths = fitted(wanted, look.width - 2 * (titles.length - 1));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => fit(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const last = titles.length - 1;
  const indent = widths.slice(0, last).map((width) => ' '.repeat(width));
  const lines = (cells: readonly string[]) => {
    if (!isTerminal) return line(cells);
    const [first = '', ...more] = wordLines(cells[last] ?? '', widths[last] ?? 0);
    return [line([...cells.slice(0, last), first]), ...more.map((words) => line([...indent, words]))].join('\n');
  };
  return [look.paint('bold', line(titles)), ...rows.map((row) => (typeof row === 'string' ? row : lines(row)))].join(
    '\n',
  );
}

/** Breaks a text between its words into at most about 8 lines of a width; a longer word is cut on a line of its own. */
function wordLines(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  for (const word of fit(text, 8 * width)
    .trimEnd()
    .split(' ')) {
    const joined = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && joined.length <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Takes from the widest column until all of them fit, down to 8 characters each. */
function fitted(widths: readonly number[], room: number): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const widest = Math.max(...widths);
  if (total <= room || widest <= 8) return widths;
  return fitted(
    widths.map((width) => (width === widest ? width - 1 : width)),
    room,
  );
}

/** Takes what does not fit out of the middle: a name is known by its beginning, a place by the line at its end. */
function fit(cell: string, width: number): string {
  if (cell.length <= width) return cell.padEnd(width);
  const end = Math.floor((width - 1) / 2);
  return `${cell.slice(0, width - 1 - end).toWellFormed()}…${cell.slice(cell.length - end).toWellFormed()}`;
}
