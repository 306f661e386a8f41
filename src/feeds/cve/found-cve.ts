import type { DatabaseRecord } from '../../model/plugs/feed.ts';
import { oneLine } from '../../base/one-line.ts';
import type { ReadCve } from './cve-record.ts';

/** What was read of a CVE as a feed tells it: the record, and apart what of it cannot be read. */
export function* foundCve(name: string, read: ReadCve, deflated: () => Uint8Array): Iterable<DatabaseRecord> {
  if ('unreadable' in read) {
    yield { kind: 'unreadable', name, reason: read.unreadable };
    return;
  }
  yield { kind: 'cve', cve: read.cve, document: deflated() };
  const [first, ...others] = read.badNames;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `, and ${others.length} more of it`;
  yield {
    kind: 'unreadable',
    name: read.cve.id,
    reason: `"${oneLine(first, 80)}"${more} is no name of CPE`,
    kept: true,
  };
}
