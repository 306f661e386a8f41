import { leadsOut } from '../base/archives/leads-out.ts';
import { zipEntries, ZipProblem, type ZipEntry } from '../base/archives/zip-entries.ts';
import { beginning } from '../base/one-line.ts';
import type { DatabaseRecord, FeedRecord } from '../model/plugs/feed.ts';

/** The largest record that is read, in bytes; the largest real ones have a few megabytes. */
const largestRecord = 64 * 1024 * 1024;

/**
 * The records of the files in an archive that are wanted; some publishers pack an archive into an archive. An archive
 * without any such file is damaged.
 */
export function* archivedRecords(
  archive: Uint8Array,
  isWanted: (path: string) => boolean,
  read: (entry: ZipEntry, bytes: Uint8Array) => Iterable<DatabaseRecord>,
): Iterable<DatabaseRecord> {
  try {
    const entries = innermost(zipEntries(archive));
    const wanted = entries.filter(({ path }) => isWanted(path));
    if (wanted.length === 0) yield damaged(`none of the ${entries.length} files in it is a record`);
    for (const entry of wanted) {
      if (leadsOut(entry.path)) yield refuse(entry, 'its path leads out of the archive');
      else if (entry.bytes > largestRecord)
        yield refuse(entry, `it has ${entry.bytes} bytes, more than any real record`);
      else yield* read(entry, entry.open());
    }
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    const start = beginning(archive);
    yield damaged(start.startsWith('PK') ? error.message : `${error.message}: it begins with "${start}"`);
  }
}

function innermost(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const [inner] = entries;
  return entries.length === 1 && inner?.path.endsWith('.zip') === true ? zipEntries(inner.open()) : entries;
}

function damaged(reason: string): FeedRecord {
  return { kind: 'damaged', reason };
}

function refuse({ path }: ZipEntry, reason: string): FeedRecord {
  return { kind: 'unreadable', name: path, reason };
}
