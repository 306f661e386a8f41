import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Files, State } from '../app/host.ts';
import { commitFiles } from './commit-files.ts';
import { filesBelow } from './files.ts';

/**
 * What a name stands for: a folder or a file where there is one (relative to `cwd`), else a commit of the repository.
 * Throws `UsageError` when it is none of them.
 */
export function openState(name: string, root: string, cwd: string): State {
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return { kind: 'folder', name, files: filesBelow(path) };
  if (found !== undefined) return { kind: 'file', name, files: fileAlone(path) };
  return { kind: 'commit', name, files: commitFiles(root, name) };
}

/** One file, and those beside it that its reader may ask for. */
function fileAlone(path: string): Files {
  const { list, read, write } = filesBelow(dirname(path));
  const own = basename(path);
  return {
    list: async () => ({ files: (await list()).files.filter(({ path: each }) => each === own), unlisted: [] }),
    read,
    write,
  };
}
