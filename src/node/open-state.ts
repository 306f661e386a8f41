import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { State } from '../app/host.ts';
import { UsageError } from '../base/errors.ts';
import { commitFiles, resolveCommit } from './git/commit-files.ts';
import { filesBelow } from './files/files.ts';
import { realPath } from './files/inside-path.ts';

/**
 * What a name stands for: a folder or a file where there is one (relative to `cwd`), else a commit of the repository.
 * Throws `UsageError` when it is none of them.
 */
export function openState(name: string, root: string, cwd: string): State {
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return { kind: 'folder', name, files: filesBelow(path) };
  if (found?.isFile() === true) {
    return { kind: 'file', name, files: filesBelow(path), file: basename(realPath(path)) };
  }
  if (found !== undefined)
    throw new UsageError(
      `"${name}" is neither a folder nor a file`,
      'Name one of them; what comes out of a pipe or a device, write into a file first.',
    );
  const commit = resolveCommit(root, name);
  return { kind: 'commit', name, commit, files: commitFiles(root, commit) };
}
