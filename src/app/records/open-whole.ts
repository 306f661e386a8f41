import { UsageError } from '../../base/errors.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';

/** Opens a device of which every record can be read, for who writes records: an unread one may be about the same package. Throws `UsageError`. */
export async function openWhole(
  host: Host,
): Promise<{ readonly dossier: Dossier; readonly diagnostics: readonly Diagnostic[] }> {
  const { dossier, diagnostics } = await openDossier(host, { usage: true });
  if (dossier === undefined) {
    throw new UsageError(`tureen.yaml cannot be used: ${diagnostics[0]?.message ?? ''}`, 'Run `tureen check`.');
  }
  const read = new Set(dossier.items.map(({ filed }) => filed.file));
  const unread = diagnostics.find(
    ({ severity, place }) =>
      severity === 'error' && /^soup(?:\/?$|\/items(?:\/|$))/i.test(place.file) && !read.has(place.file),
  );
  if (unread === undefined) return { dossier, diagnostics };
  throw new UsageError(
    `a record cannot be read, and it may be about a package that would be drafted: ${unread.message}`,
    `Mend ${unread.place.file} first; \`tureen check\` shows where.`,
  );
}
