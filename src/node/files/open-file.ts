import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { OpenedFile } from '../../app/host.ts';
import { UsageError } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import { filesBelow } from './files.ts';
import { realPath } from './inside-path.ts';

/** The file that a person names, relative to `cwd`, and what lies beside it. Throws `UsageError` where there is none. */
export function openFile(name: string, cwd: string): OpenedFile {
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new UsageError(`there is no file ${quote(name)}`, `Check the name; it is looked for in ${cwd}.`);
  if (found.isDirectory()) throw new UsageError(`${quote(name)} is a folder`, 'Name the file itself.');
  if (!found.isFile())
    throw new UsageError(
      `${quote(name)} is no file`,
      'What comes out of a pipe or a device, write into a file first; then name that.',
    );
  return { files: filesBelow(path), file: basename(realPath(path)) };
}
