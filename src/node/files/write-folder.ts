import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { HostError } from '../../base/errors.ts';
import { reasonOf } from './system-error.ts';
import { placeBeside, writeInto } from './write-file.ts';

/** Writes a folder of files beside its place and renames it there, so that it is whole or not there. Throws `HostError`. */
export function writeFolderWhole(path: string, contents: ReadonlyMap<string, string | Uint8Array>): void {
  try {
    placeBeside(path, (beside) => {
      mkdirSync(beside);
      for (const [name, content] of contents) writeInto(join(beside, name), content, true);
    });
  } catch (error) {
    throw new HostError(
      `"${path}" cannot be written: ${reasonOf(error)}`,
      'Nothing of it is left, and what stood there is untouched; make room, or give this user the right to write.',
      error,
    );
  }
}
