import { firstFrom } from '../first-from.ts';

/** Of sorted paths those below a folder, which ends in a slash. */
export function pathsBelow(sorted: readonly string[], folder: string): readonly string[] {
  // `0` is the character behind the slash.
  const start = firstFrom(sorted, folder);
  const end = folder === '' ? sorted.length : firstFrom(sorted, `${folder.slice(0, -1)}0`);
  return sorted.slice(start, end);
}

/** Of sorted paths those that begin with a text, the first of them where they are more than can be meant. */
export function pathsWith(sorted: readonly string[], beginning: string, most = 200): readonly string[] {
  const start = firstFrom(sorted, beginning);
  let end = start;
  while (end - start < most && sorted[end]?.startsWith(beginning) === true) end++;
  return sorted.slice(start, end);
}

/** Whether sorted paths hold one. */
export function holdsPath(sorted: readonly string[], path: string): boolean {
  return sorted[firstFrom(sorted, path)] === path;
}
