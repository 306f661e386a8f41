import { resolve } from 'node:path';
import type { FileContent } from '../app/host.ts';
import { writeFileWhole } from '../node/files/write-file.ts';
import type { Context, Look } from './command.ts';
import { fold } from './show/fold.ts';
import { plainLook } from './show/look.ts';

/** Puts what a command gives, whole or in pieces, where the person wants it: a file, or stdout for `-` and for nothing said. */
export function writeOutput(context: Context, output: string | undefined, content: FileContent): void {
  if (output === undefined || output === '-') {
    if (typeof content === 'string' || content instanceof Uint8Array) context.print(content);
    else for (const piece of content) context.print(piece);
    return;
  }
  writeFileWhole(resolve(context.cwd, output), content);
  context.tell(`wrote ${output}`);
}

/** Puts what a person reads there, too: laid out for the terminal, or plainly and with endless lines into a file. */
export async function showOutput(
  context: Context,
  output: string | undefined,
  write: (look: Look) => string | Promise<string>,
): Promise<void> {
  const toFile = output !== undefined && output !== '-';
  const look = toFile ? plainLook : context;
  writeOutput(context, output, fold(await write(look), look.width));
}
