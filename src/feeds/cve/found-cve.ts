import type { DatabaseRecord } from '../../model/plugs/feed.ts';
import type { ReadCve } from './read-cve.ts';

/** What was read of a CVE as a feed tells it: the record, and apart what of it cannot be read. */
export function* foundCve(name: string, read: ReadCve, deflated: () => Uint8Array): Iterable<DatabaseRecord> {
  if ('unreadable' in read) {
    yield { kind: 'unreadable', name, reason: read.unreadable };
    return;
  }
  yield { kind: 'cve', cve: read.cve, document: deflated() };
  const [first, ...others] = read.flaws;
  if (first === undefined) return;
  const reason = others.length === 0 ? first : `${first}, and ${others.length} more like it`;
  yield { kind: 'unreadable', name: read.cve.id, reason, kept: true };
}
