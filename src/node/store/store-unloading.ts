import type { DatabaseSync } from 'node:sqlite';
import type { StoreUnloading, UnloadedRecord } from '../../app/store-content.ts';
import { cvesOf } from './cve-rows.ts';
import { contentOf } from './advisory-store.ts';
import { factRows } from './fact-rows.ts';
import { heldContent } from './held-content.ts';
import { snapshotText } from './snapshot.ts';
import { openStoreFile, storeProblem } from './store-file.ts';

/** Opens the store at a path to take out all that it holds; `undefined` when that is nothing. Throws `HostError`. */
export function unloadStore(path: string): StoreUnloading | undefined {
  const database = openStoreFile(path);
  if (database === undefined) return undefined;
  const guarded = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      database.close();
      throw storeProblem(path, 'read', error);
    }
  };
  const content = guarded(() => contentOf(database, path));
  if (content.kind !== 'filled') {
    database.close();
    return undefined;
  }
  const held = guarded(() => heldContent(database, content.fetched));
  return {
    content,
    held,
    snapshot: () => guarded(() => snapshotText(database)),
    cves: (feed) => cvesOf(database, feed),
    records: (source) => recordsOf(database, source),
    listBytes: (feed, from) => guarded(() => factRows(database).listBytes(feed, from)),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function* recordsOf(
  database: DatabaseSync,
  { feed, from, ecosystem }: Parameters<StoreUnloading['records']>[0],
): Iterable<UnloadedRecord> {
  const rows = database.prepare(`
    SELECT advisory.feed AS feed, id, hash, deflated
    FROM source JOIN given ON source = source.number JOIN advisory ON advisory.number = given.advisory
      JOIN document ON document.advisory = given.advisory
    WHERE source.feed = ? AND origin = ? AND ecosystem = ? ORDER BY id`);
  for (const row of rows.iterate(feed, from, ecosystem)) {
    const { deflated } = row;
    if (!(deflated instanceof Uint8Array)) continue;
    yield { feed: String(row['feed']), id: String(row['id']), hash: String(row['hash']), document: deflated };
  }
}
