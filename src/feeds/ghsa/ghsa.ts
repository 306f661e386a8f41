import { deflateRecord } from '../../base/archives/deflate-record.ts';
import { tooDeep } from '../../base/formats/outlandish.ts';
import { beginning } from '../../base/one-line.ts';
import type { DatabaseFeed, DatabaseRecord } from '../../model/plugs/feed.ts';
import { readGhsaEntry } from './ghsa-entry.ts';
import { ghsaPages } from './ghsa-pages.ts';
import { archivedRecords } from '../archived-records.ts';
import { readOsvRecord, type ReadAdvisory } from '../osv/osv-record.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** The advisories of GitHub: the layout of its repository, which is OSV in JSON, or pages of its API. */
export const ghsa: DatabaseFeed = {
  name: 'ghsa',
  title: 'GitHub advisories',
  notice: undefined,
  requests: () => [['all.zip'], ['main.zip']],
  changes: [],
  holds: isRecord,
  pages: ghsaPages,
  records: (path, answer) =>
    path.endsWith('.zip')
      ? archivedRecords(answer, isRecord, ({ path: name, deflated }, bytes) => recordsOf(name, bytes, deflated))
      : recordsOf(path, answer, undefined),
};

/** What GitHub did not review names no package that could be matched. */
function isRecord(path: string): boolean {
  return path.endsWith('.json') && !path.includes('/unreviewed/');
}

function* recordsOf(path: string, bytes: Uint8Array, deflated: Uint8Array | undefined): Iterable<DatabaseRecord> {
  const value = parseJsonBytes(bytes);
  if (Array.isArray(value)) yield* recordsOfPage(value);
  else if (value === undefined)
    yield { kind: 'unreadable', name: path, reason: `it is no JSON in UTF-8: it begins with "${beginning(bytes)}"` };
  else if (typeof value === 'object' && value !== null && 'ghsa_id' in value) yield* recordsOfPage([value]);
  else {
    const read = readOsvRecord(bytes);
    if ('unreadable' in read) yield { kind: 'unreadable', name: path, reason: read.unreadable };
    else
      yield* found(path, { ...read, advisory: { ...read.advisory, feed: 'ghsa' } }, deflated ?? deflateRecord(bytes));
  }
}

function* recordsOfPage(entries: readonly unknown[]): Iterable<DatabaseRecord> {
  for (const [index, entry] of entries.entries()) {
    const name = `entry ${index + 1}`;
    const refused = tooDeep(entry);
    if (refused !== undefined) {
      yield { kind: 'unreadable', name, reason: refused };
      continue;
    }
    const bytes = Buffer.from(JSON.stringify(entry));
    const read = readGhsaEntry(entry, bytes);
    if ('unreadable' in read) yield { kind: 'unreadable', name, reason: read.unreadable };
    else yield* found(read.advisory.id, read, deflateRecord(bytes));
  }
}

type Found = Exclude<ReadAdvisory, { readonly unreadable: string }>;

function* found(name: string, { advisory, flaw }: Found, document: Uint8Array): Iterable<DatabaseRecord> {
  yield { kind: 'advisory', advisory, document };
  if (flaw !== undefined) yield { kind: 'unreadable', name, reason: flaw, kept: true };
}
