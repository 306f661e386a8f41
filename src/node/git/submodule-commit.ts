import { lstatSync } from 'node:fs';
import { HostError } from '../../base/errors.ts';
import { askGit } from './git.ts';
import { insidePath } from '../files/inside-path.ts';

/** The line by which git itself shows a submodule in place of a file's content. */
export function submoduleLine(commit: string): Uint8Array {
  return Buffer.from(`Subproject commit ${commit}\n`);
}

/**
 * Of a folder that is a submodule: the line with the commit that git's index has for it, whether it is checked out or not;
 * `undefined` for any other folder, and where git does not know the repository or is not there.
 */
export function submoduleAt(root: string, path: string): Uint8Array | undefined {
  const full = insidePath(root, path);
  if (full === undefined || lstatSync(full, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  const [, commit, name] = /^160000 ([0-9a-f]{40,64}) 0\t([^\0]+)\0/.exec(indexLines(root, path)) ?? [];
  return commit === undefined || name !== path ? undefined : submoduleLine(commit);
}

function indexLines(root: string, path: string): string {
  try {
    return askGit(root, ['--literal-pathspecs', 'ls-files', '--stage', '-z', '--', path]).stdout.toString('utf8');
  } catch (error) {
    if (error instanceof HostError) return '';
    throw error;
  }
}
