import { systemMarks } from '../../base/paths/system-marks.ts';

/** Where a file lies: in a repository, or in a system, which is an image or the folder of a root file system. */
export type Within = 'repository' | 'system';

/**
 * Prepares the question where a file lies, by the paths of all files and the folders that stand for images; a folder
 * that holds a `tureen.yaml` is a repository, whatever else lies in it.
 */
export function findSystems(paths: readonly string[], mounts: readonly string[] = []): (path: string) => Within {
  const rootOf = systemRoots(paths, mounts);
  return (path) => (rootOf(path) === undefined ? 'repository' : 'system');
}

/** Prepares the question in which root file system a path lies; its folder ends in a slash, or is empty. */
export function systemRoots(
  paths: readonly string[],
  mounts: readonly string[] = [],
): (path: string) => string | undefined {
  const roots = new Set([...mounts, ...paths.flatMap(rootsOf)]);
  if (paths.includes('tureen.yaml')) roots.delete('');
  if (roots.size === 0) return () => undefined;
  return (path) => (roots.has('') ? '' : rootAbove(roots, path));
}

function rootsOf(path: string): string[] {
  return systemMarks
    .filter((mark) => path.endsWith(mark) && (path.length === mark.length || path.at(-mark.length - 1) === '/'))
    .map((mark) => path.slice(0, path.length - mark.length));
}

function rootAbove(roots: ReadonlySet<string>, path: string): string | undefined {
  for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1))
    if (roots.has(path.slice(0, slash + 1))) return path.slice(0, slash + 1);
  return undefined;
}
