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

/** Where a path leads once all links are followed; `undefined` when that is nowhere. */
export function realTarget(full: string): string | undefined {
  try {
    return realpathSync(full);
  } catch {
    return undefined;
  }
}
