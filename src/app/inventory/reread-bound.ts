import type { ListedFile } from '../host.ts';

/** Three times what the largest databases of ten images with one base come to. */
const mostAgain = 2 ** 28;

/**
 * Prepares the question under which path the bytes of a file were read before, which is asked before each is read; `undefined`
 * where they were not, or where all that was read again is no more than a real image asks for.
 */
export function rereadBound(
  most = mostAgain,
): (file: Pick<ListedFile, 'path' | 'bytes' | 'stored'>) => string | undefined {
  const known = new Map<unknown, Map<number, string>>();
  let again = 0;
  return ({ path, bytes, stored }) => {
    if (stored === undefined) return undefined;
    const read = known.get(stored.archive) ?? new Map<number, string>();
    known.set(stored.archive, read);
    const before = read.get(stored.start);
    if (before === undefined) read.set(stored.start, path);
    else if (again + bytes > most) return before;
    else again += bytes;
    return undefined;
  };
}
