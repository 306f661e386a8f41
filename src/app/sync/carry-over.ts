import { inflateRawSync } from 'node:zlib';
import { HostError } from '../../base/errors.ts';
import { readPublished } from '../bundle/read-published.ts';
import type { StoreBuilder, StoreUnloading, UnloadedRecord } from '../store-content.ts';
import { isLongUnread } from './anew-because.ts';
import type { KeptParts } from './kept-parts.ts';

/**
 * Puts the sources and databases that stay from the old store into one that is built anew, each record as it was published. Of one
 * whose records were last read long ago all are read when it is asked again. Throws `HostError` for a damaged record.
 */
export function carryOver(builder: StoreBuilder, old: StoreUnloading, kept: KeptParts, now: string): void {
  for (const source of kept.sources) {
    builder.begin(source, 'whole');
    for (const record of old.records(source)) {
      const read = readStored(record);
      if (read?.kind !== 'advisory') throw damaged(record);
      builder.add(read.advisory, record.document);
    }
    const { fetched, loaded, sha256, unreadable } = source.state;
    builder.end(isLongUnread(loaded, now) ? { fetched, loaded, sha256, unreadable } : source.state);
  }
  for (const feed of new Set(kept.databases.map((one) => one.feed)))
    for (const record of old.cves(feed)) {
      const read = readStored(record);
      if (read?.kind !== 'cve') throw damaged(record);
      builder.addCve(read.cve, record.document);
    }
  for (const { state, records: _, ...database } of kept.databases)
    builder.addDatabase(database, isLongUnread(old.held.rebuilt, now) ? undefined : state);
}

function readStored({ feed, id, document }: UnloadedRecord) {
  try {
    return readPublished(feed, `${id}.json`, inflateRawSync(document));
  } catch {
    return undefined;
  }
}

function damaged({ id }: UnloadedRecord): HostError {
  return new HostError(
    `the record ${id} in the store is damaged`,
    'Name all that is wanted in one command, or delete the store and fill it again. The store was not changed.',
  );
}
