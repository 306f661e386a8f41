import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

/** The absolute path of a path below the root; `undefined` when it climbs out. */
export function insidePath(root: string, path: string): string | undefined {
  const full = resolve(root, path);
  return isInside(root, full) ? full : undefined;
}

/** Whether an absolute path is the root or lies below it. */
export function isInside(root: string, full: string): boolean {
  const way = relative(root, full);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === full);
}

/**
 * Where a path leads once all links are followed, asked of the system at once instead of folder by folder; what Windows
 * answers fails on drives that are made of memory. Throws where that is nowhere.
 */
export const realPath: (path: string) => string =
  process.platform === 'win32' ? (path) => realpathSync(path) : (path) => realpathSync.native(path);

/** Where a path leads once all links are followed; `undefined` when that is nowhere. */
export function realTarget(full: string): string | undefined {
  try {
    return realPath(full);
  } catch {
    return undefined;
  }
}
