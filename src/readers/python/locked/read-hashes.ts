import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Hash } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import { readHash } from '../pypi-package.ts';

/** A hash as a lockfile writes it, `sha256:<hex>`, and the name of the archive that it was taken over. */
export type ArchiveHash = { readonly hash: string; readonly of: string };

/** Reads the hashes of a package; those of no known kind become one diagnostic. */
export function readHashes(
  name: string,
  archives: readonly ArchiveHash[],
  at: LinePlace,
): { readonly hashes: readonly Hash[]; readonly problems: readonly Diagnostic[] } {
  const read = archives.map(({ hash, of }) => ({ hash, known: readHash(hash, of) }));
  const hashes = read.flatMap(({ known }) => known ?? []);
  const [first, ...more] = read.filter(({ known }) => known === undefined);
  if (first === undefined) return { hashes, problems: [] };
  const others = more.length === 0 ? '' : ` and ${more.length} more like it`;
  const message = `${name} has the hash ${quote(first.hash)}, which is of no known kind or length${others}`;
  return { hashes, problems: [entryProblem(at, message, relock)] };
}

/** What to do about a lockfile that is not what its package manager would write. */
export const relock = 'Lock anew with the package manager, and commit the lockfile.';
