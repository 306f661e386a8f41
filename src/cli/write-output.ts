import { resolve } from 'node:path';
import { writeFileWhole } from '../node/write-file.ts';
import type { Context } from './command.ts';

/** Puts what a command gives where the person wants it: a file, or stdout for `-` and for nothing said. */
export function writeOutput(context: Context, output: string | undefined, content: string | Uint8Array): void {
  if (output === undefined || output === '-') {
    context.print(content);
    return;
  }
  writeFileWhole(resolve(context.cwd, output), content);
  context.tell(`wrote ${output}`);
}
