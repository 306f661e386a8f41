/** The globs of conanfiles, which declare what a build of Conan asks for. */
export const conanfiles = ['**/conanfile.txt', '**/conanfile.py'];

/** The conanfiles in the folder of a lockfile. */
export function conanfilesBeside(path: string): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return [`${folder}conanfile.py`, `${folder}conanfile.txt`];
}
