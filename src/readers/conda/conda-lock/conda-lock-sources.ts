import { foldersAbove } from '../../../base/paths/folders-above.ts';
import { globs } from '../../../base/paths/glob.ts';
import { resolvePath } from '../../../base/paths/resolve-path.ts';
import { condaLockFiles } from '../conda-files.ts';

/** The files that a lockfile of conda-lock was made from. Their list stands near its top, so that the whole need not be parsed for it. */
export function condaLockSources(path: string, text: string): readonly string[] {
  const [, list = ''] = /^ {2}sources:\r?\n((?: {2}- [^\n]*\n)+)/m.exec(text.slice(0, 20_000)) ?? [];
  const named = [...list.matchAll(/^ {2}- (.*?)\r?$/gm)].map(([, name = '']) => name.replace(/^(['"])(.*)\1$/, '$2'));
  return named.flatMap((name) => resolvePath(path, name) ?? []);
}

/** The lockfiles of conda-lock in the folder of a file or above it, which may have been made from it. */
export function condaLocksAbove(path: string, tree: readonly string[]): readonly string[] {
  const folders = new Set(foldersAbove(path));
  return locksIn(tree).filter((one) => folders.has(one.replace(/[^/]*$/, '')));
}

/** Each environment of a repository asks for the same, so they are looked for once. */
function locksIn(tree: readonly string[]): readonly string[] {
  const known = locksOf.get(tree) ?? tree.filter(isCondaLock);
  locksOf.set(tree, known);
  return known;
}

const locksOf = new WeakMap<readonly string[], readonly string[]>();
const isCondaLock = globs(condaLockFiles);
