import type { Diagnostic } from '../../model/diagnostic.ts';
import type { UnreadableRecord } from '../store-content.ts';

/** The warning about records of a source that did not get into the store, the first of them with their reasons; none when all did. */
export function unreadableRecords(
  what: string,
  place: Diagnostic['place'],
  records: number,
  unreadable: readonly UnreadableRecord[],
): readonly Diagnostic[] {
  if (unreadable.length === 0) return [];
  const named = unreadable.slice(0, 3).map(({ name, reason }) => `${name} (${reason})`);
  const rest = unreadable.length - named.length;
  return [
    {
      rule: 'sync/unreadable',
      severity: 'warning',
      message: `${what}: ${unreadable.length} of ${records + unreadable.length} records cannot be read: ${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`,
      place,
      help: 'Look at these records by hand: no evaluation knows them. Report them to the publisher.',
    },
  ];
}
