import { broken, pressedKey } from './prompts.ts';

/** Lines that a question below the last page takes. */
const question = 14;

/** Writes a text page by page where a terminal has too few rows for it, so that nothing scrolls away unread; Escape skips the rest. */
export async function showPages(text: string, output: NodeJS.WriteStream): Promise<void> {
  let rest = text.split('\n');
  const rows = output.rows > 0 ? output.rows : Number.POSITIVE_INFINITY;
  while (rest.length > 1 && rest.length + question > rows) {
    output.write(`${rest.slice(0, rows - 1).join('\n')}\n`);
    rest = rest.slice(rows - 1);
    output.write(rest.length > 1 ? 'more: any key; Escape skips it' : 'any key goes on');
    const key = await pressedKey(() => true);
    output.write('\r\x1b[K');
    if (key === broken) return;
  }
  output.write(`${rest.join('\n')}\n`);
}
