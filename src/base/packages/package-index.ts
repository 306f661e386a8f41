import { firstFrom } from '../first-from.ts';
import { packagePattern } from '../paths/glob.ts';

/**
 * Prepares the finding of packages, which are package URLs without version, by pattern: each looks at those alone that
 * begin as it does. They come sorted.
 */
export function packageIndex(packages: Iterable<string>): (pattern: string) => readonly string[] {
  const all = new Set(packages);
  let sorted: readonly string[] | undefined;
  return (pattern) => {
    const wildcard = pattern.indexOf('*');
    if (wildcard === -1) return all.has(pattern) ? [pattern] : [];
    sorted ??= [...all].toSorted();
    const begin = pattern.slice(0, wildcard);
    const matches = packagePattern(pattern);
    const found: string[] = [];
    for (let at = firstFrom(sorted, begin); sorted[at]?.startsWith(begin) === true; at++) {
      const name = sorted[at];
      if (name !== undefined && matches(name)) found.push(name);
    }
    return found;
  };
}
