import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { HostError } from '../../base/errors.ts';
import { insidePath, isInside, realTarget } from './inside-path.ts';
import { codeOf, reasonOf } from './system-error.ts';

/**
 * The bytes of a file below a root, or the line by which git shows a submodule; `undefined` when there is none, or when it
 * lies elsewhere. Throws `HostError`.
 */
export async function readInside(root: string, path: string): Promise<Uint8Array | undefined> {
  const read = withFile(root, path, (file) => (statSync(file).isFile() ? readFileSync(file) : noFile));
  if (read !== noFile) return read;
  const { submoduleAt } = await import('../git/submodule-commit.ts');
  return submoduleAt(root, path);
}

/** Something else than a file, such as a folder. */
const noFile = Symbol('no file');

/** A part of a file below a root; `undefined` when there is none, or when it lies elsewhere. Throws `HostError`. */
export function readPartInside(root: string, path: string, start: number, length: number): Uint8Array | undefined {
  return withFile(root, path, (name) => {
    if (!statSync(name).isFile()) return undefined;
    const file = openSync(name, 'r');
    try {
      const bytes = Buffer.allocUnsafe(Math.max(0, length));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
    } finally {
      closeSync(file);
    }
  });
}

function withFile<T>(root: string, path: string, read: (file: string) => T): T | undefined {
  const full = insidePath(root, path);
  const target = full === undefined ? undefined : realTarget(full);
  if (target === undefined || !isInside(root, target)) return undefined;
  try {
    return read(target);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new HostError(`"${path}" cannot be read: ${reasonOf(error)}`, 'Check the permissions of the file.', error);
  }
}
