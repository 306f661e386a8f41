import { deflateRecord } from '../../base/archives/deflate-record.ts';
import { beginning } from '../../base/one-line.ts';
import { zipEntries, ZipProblem, type ZipEntry } from '../../base/archives/zip-entries.ts';
import type { AdvisoryFeed, FeedRecord } from '../../model/plugs/feed.ts';
import { osvChanges } from './osv-changes.ts';
import { readOsvRecord } from './osv-record.ts';

/** Advisories in OSV format, in the layout of the OSV bucket: an archive, or a list and single records, by ecosystem. */
export const osv: AdvisoryFeed = {
  name: 'osv',
  title: 'OSV',
  index: 'ecosystems.txt',
  ecosystems: (index) => {
    const names = lines(index).map((line) => line.trim());
    return names.every(isName) ? [...new Set(names)].toSorted() : undefined;
  },
  requests: (ecosystem) => (isName(ecosystem) ? [`${ecosystem}/all.zip`, `${ecosystem}/modified_id.csv`] : []),
  records: (path, answer) => {
    if (path.endsWith('/all.zip')) return recordsOfArchive(answer);
    if (path.endsWith('/modified_id.csv')) return recordsOfList(path, answer);
    return recordsOf(path, answer, deflateRecord);
  },
  record: (document) => recordsOf('record', document, deflateRecord)[0],
  changes: osvChanges,
};

/** The largest record that is read, in bytes; the largest real ones have about one megabyte. */
const largestRecord = 64 * 1024 * 1024;

/** A name that is one step of a path. */
function isName(text: string): boolean {
  return /^[^/\\<>\p{Cc}]{1,200}$/u.test(text) && text !== '.' && text !== '..';
}

function lines(answer: Uint8Array): string[] {
  return new TextDecoder()
    .decode(answer)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

function* recordsOfArchive(archive: Uint8Array): Iterable<FeedRecord> {
  try {
    for (const entry of zipEntries(archive)) yield* recordsOfEntry(entry);
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    const start = beginning(archive);
    yield {
      kind: 'damaged',
      reason: start.startsWith('PK') ? error.message : `${error.message}: it begins with "${start}"`,
    };
  }
}

function recordsOfEntry(entry: ZipEntry): readonly FeedRecord[] {
  const refuse = (reason: string): FeedRecord[] => [{ kind: 'unreadable', name: entry.path, reason }];
  if (!isName(entry.path)) return refuse('its path leads out of the archive or into a folder');
  if (!entry.path.endsWith('.json')) return refuse('it is no .json file');
  if (entry.bytes > largestRecord) return refuse(`it has ${entry.bytes} bytes, more than any real record`);
  return recordsOf(entry.path, entry.open(), (bytes) => entry.deflated ?? deflateRecord(bytes));
}

/** Each line is `<date>,<id>`, the newest first; a date alone is no reason to ask or not to ask. */
function* recordsOfList(path: string, answer: Uint8Array): Iterable<FeedRecord> {
  const folder = path.slice(0, path.lastIndexOf('/'));
  for (const line of lines(answer)) {
    const [, id = ''] = /^\d{4}-[^,]*,(.+)$/.exec(line.trim()) ?? [];
    if (!isName(id)) {
      yield { kind: 'damaged', reason: `"${line.slice(0, 40)}" is no line of the form <date>,<id>` };
      return;
    }
    yield { kind: 'elsewhere', path: `${folder}/${id}.json` };
  }
}

function recordsOf(
  path: string,
  bytes: Uint8Array,
  deflated: (bytes: Uint8Array) => Uint8Array,
): readonly FeedRecord[] {
  const read = readOsvRecord(bytes);
  if ('unreadable' in read) return [{ kind: 'unreadable', name: path, reason: read.unreadable }];
  const { advisory, flaw } = read;
  const found = { kind: 'advisory', advisory, document: deflated(bytes) } as const;
  return flaw === undefined ? [found] : [found, { kind: 'unreadable', name: path, reason: flaw, kept: true }];
}
