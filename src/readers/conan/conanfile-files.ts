import { globs } from '../../base/paths/glob.ts';
import { pathsBelow } from '../../base/paths/paths-below.ts';

/** The globs of lockfiles of Conan; whoever keeps one for each profile names it by that. */
export const conanLockFiles = ['**/conan.lock', '**/conan[-_.]*.lock', '**/*[-_.]conan.lock'];

/** The globs of conanfiles, which declare what a build of Conan asks for. */
export const conanfiles = ['**/conanfile.txt', '**/conanfile.py'];

/** The conanfiles in the folder of a lockfile. */
export function conanfilesBeside(path: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return [`${folder}conanfile.py`, `${folder}conanfile.txt`];
}

/** The lockfiles in the folder of a conanfile, among sorted paths. */
export function conanLocksBeside(path: string, tree: readonly string[]): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return pathsBelow(tree, folder).filter((one) => !one.includes('/', folder.length) && isConanLock(one));
}

const isConanLock = globs(conanLockFiles);
