import { rowsOf } from '../show/rows-of.ts';
import { broken, pressedKey } from './prompts.ts';

/**
 * Writes a text page by page where a terminal has too few rows for it and for the lines of the question below it, so that nothing
 * scrolls away unread; Escape skips the rest.
 */
export async function showPages(text: string, output: NodeJS.WriteStream, question = 14): Promise<void> {
  let rest = text.split('\n');
  const rows = output.rows > 0 ? output.rows : Number.POSITIVE_INFINITY;
  const columns = output.columns > 0 ? output.columns : Number.POSITIVE_INFINITY;
  while (rest.length > 1 && rowsOf(rest, columns) + question > rows) {
    const page = pageOf(rest, rows - 1, columns);
    output.write(`${rest.slice(0, page).join('\n')}\n`);
    rest = rest.slice(page);
    const pressed = pressedKey(() => true);
    output.write(rest.length > 1 ? 'more: any key; Escape skips it' : 'any key goes on');
    const key = await pressed;
    output.write('\r\x1b[K');
    if (key === broken) return;
  }
  output.write(`${rest.join('\n')}\n`);
}

/** How many lines fit on a page; one that fits on none is a page of its own. */
function pageOf(lines: readonly string[], rows: number, columns: number): number {
  let count = 0;
  let left = rows;
  for (const line of lines) {
    left -= rowsOf([line], columns);
    if (left < 0) break;
    count++;
  }
  return Math.max(1, count);
}
