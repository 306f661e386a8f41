import type { Diagnostic } from '../../model/diagnostic.ts';
import type { UnreadableRecord } from '../store-content.ts';

/** What a feed tells of a record that it cannot read, or not all of, for keeping. */
export function unreadableRecord({ name, reason, kept }: UnreadableRecord): UnreadableRecord {
  return kept === true ? { name, reason, kept } : { name, reason };
}

/** The warnings about records of a source that did not get into the store, or not whole, the first of them with their reasons. */
export function unreadableRecords(
  what: string,
  place: Diagnostic['place'],
  records: number,
  unreadable: readonly UnreadableRecord[],
): readonly Diagnostic[] {
  const lost = unreadable.filter(({ kept }) => kept !== true);
  const kept = unreadable.filter((one) => one.kept === true);
  return [
    ...warning(lost, {
      rule: 'sync/unreadable',
      message: `${what}: ${lost.length} of ${records + lost.length} records cannot be read`,
      place,
      help: 'Look at these records by hand: no evaluation knows them. Report them to the publisher.',
    }),
    ...warning(kept, {
      rule: 'sync/flawed',
      message: `${what}: a part of ${kept.length} of ${records} records cannot be read, the rest of them is kept`,
      place,
      help: 'Where it is the versions of a package or product, it is undetermined, not unaffected; where it is the name, nothing finds it: look at these records by hand. Report them to the publisher.',
    }),
  ];
}

function warning(some: readonly UnreadableRecord[], told: Omit<Diagnostic, 'severity'>): readonly Diagnostic[] {
  if (some.length === 0) return [];
  const named = some.slice(0, 3).map(({ name, reason }) => `${name} (${reason})`);
  const rest = some.length - named.length;
  const message = `${told.message}: ${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
  return [{ ...told, severity: 'warning', message }];
}
