import type { Reading } from '../../model/plugs/reader.ts';

/** Prepares the question whether a file was installed by a package that a database lists. */
export function ownedFiles(readings: readonly Reading[]): (path: string) => boolean {
  const owned = new Set(readings.flatMap(({ owns }) => owns ?? []).map(merged));
  return (path) => owned.size > 0 && owned.has(merged(path));
}

/** Where `/bin`, `/sbin` and `/lib` lead into `/usr`, as in most systems, a file has two paths. */
function merged(path: string): string {
  return path.replace(/(^|\/)usr\/(?=(?:s?bin|lib(?:32|64|x32)?)\/)/, '$1');
}
