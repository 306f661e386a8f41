import { DatabaseSync } from 'node:sqlite';
import type { HeldContent, LaterParts, StoreBuilder, StoreUpdate } from '../../app/store-content.ts';
import { tool } from '../../app/product.ts';
import { HostError } from '../../base/errors.ts';
import { laterInstant } from '../../base/instant.ts';
import { advisoryRows } from './advisory-rows.ts';
import { contentOf } from './advisory-store.ts';
import { cveRows, heldDatabases } from './cve-rows.ts';
import { factRows } from './fact-rows.ts';
import { heldContent } from './held-content.ts';
import { lineRows, snapshotHash } from './snapshot.ts';
import { heldSources, sourceTables } from './source-rows.ts';
import { kindOfFile, storeIndexes, storeMark, storeProblem, storeTables, storeVersion } from './store-file.ts';
import { openSite, type StoreSite } from './store-site.ts';

/**
 * Builds a store in a file beside the one at the path and renames it there when it is whole. A process that dies on
 * the way leaves the old store in use, and its own file to be removed by the next. Throws `HostError`.
 */
export function buildStore(path: string): StoreBuilder {
  const site = openSite(path);
  const database = site.open();
  site.guarded(() =>
    database.exec(`
      PRAGMA page_size = 8192; ${pragmas} PRAGMA application_id = ${storeMark}; PRAGMA user_version = ${storeVersion};
      BEGIN; ${storeTables} ${sourceTables}`),
  );
  return builderAt(site, {
    database,
    held: { rebuilt: '', fetched: '', asked: {}, sources: [], lists: [], databases: [] },
  });
}

/**
 * As `buildStore`, but from a copy of the store at the path, which costs a fraction of a second where writing into it
 * would keep out readers without the right to write; `undefined` where it is missing, damaged or of another format.
 */
export function updateStore(path: string): StoreUpdate | undefined {
  const site = openSite(path);
  const old = site.guarded(() => heldAt(path));
  if (old === undefined) {
    site.clear();
    return undefined;
  }
  return {
    held: old.held,
    start: async () => {
      await site.copy();
      const database = site.open();
      site.guarded(() => database.exec(`${pragmas} BEGIN`));
      return builderAt(site, { database, ...old });
    },
    abandon: site.clear,
  };
}

type Begun = {
  readonly database: DatabaseSync;
  readonly held: HeldContent;
  /** What the store's hash was before any change. */
  readonly hash?: string;
};

function builderAt(site: StoreSite, begun: Begun): StoreBuilder {
  const { guarded } = site;
  const rows = guarded(() => ({
    advisories: advisoryRows(begun.database),
    facts: factRows(begun.database),
    cves: cveRows(begun.database),
  }));
  let known = begun.hash;
  const changing = <T>(action: () => T): T => {
    known = undefined;
    return guarded(action);
  };
  let hasLines = begun.hash !== undefined;
  const hash = () =>
    (known ??= guarded(() => {
      if (!hasLines) begun.database.exec(lineRows);
      hasLines = true;
      return snapshotHash(begun.database);
    }));
  return {
    held: begun.held,
    begin: (source, extent) => guarded(() => rows.advisories.begin(source, extent)),
    add: (advisory, document) => changing(() => rows.advisories.add(advisory, document)),
    end: (state) => {
      const { source, removed } = guarded(() => rows.advisories.end(state));
      if (removed > 0) known = undefined;
      return source;
    },
    addCve: (cve, document) => changing(() => rows.cves.add(cve, document)),
    addDatabase: (facts, state) => guarded(() => rows.cves.addDatabase(facts, state)),
    dropDatabases: () => guarded(() => rows.cves.dropDatabases()),
    addFact: (fact) => guarded(() => rows.facts.add(fact)),
    addList: (list, answer) => changing(() => rows.facts.addList(list, answer)),
    listBytes: (feed, from) => guarded(() => rows.facts.listBytes(feed, from)),
    dropLists: (feeds) => changing(() => rows.facts.dropLists(feeds)),
    certain: rows.advisories.certain,
    remove: (feed, id) =>
      changing(() => {
        rows.advisories.remove(feed, id);
        rows.cves.remove(feed, id);
      }),
    hash,
    finish: async (fetched, later) => {
      guarded(() => {
        rows.cves.finish();
        if (begun.held.rebuilt === '') begun.database.exec(storeIndexes);
        begun.database.exec('COMMIT; BEGIN');
      });
      const describe = async () =>
        guarded(() => {
          describeStore(begun, fetched, later, hash());
          return contentOf(begun.database, site.path);
        });
      const [, content] = await Promise.all([site.flush(), describe()]);
      site.swapIn();
      return content;
    },
    abandon: site.clear,
  };
}

/** A store that is not finished is never used, so that nothing is done to mend one. */
const pragmas =
  'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32000;';

function heldAt(path: string): Omit<Begun, 'database'> | undefined {
  if (kindOfFile(path) !== 'store') return undefined;
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    const content = version === storeVersion ? contentOf(database, path) : undefined;
    if (content?.kind !== 'filled') return undefined;
    return { held: heldContent(database, content.fetched), hash: content.hash };
  } catch (error) {
    if (storeProblem(path, 'read', error) === error && !(error instanceof HostError)) throw error;
    return undefined;
  } finally {
    database.close();
  }
}

function describeStore({ database, held }: Begun, fetched: string, later: LaterParts | undefined, hash: string): void {
  const meta = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const facts = {
    tool: `${tool.name} ${tool.version}`,
    fetched,
    rebuilt: held.rebuilt === '' ? (later?.now ?? fetched) : held.rebuilt,
    asked: JSON.stringify(later?.asked ?? {}),
    hash,
    newest: newestOf(database),
  };
  for (const [name, value] of Object.entries(facts)) meta.run(name, value);
  database.exec('COMMIT');
}

/** The latest `modified` of any record. */
function newestOf(database: DatabaseSync): string {
  return [...heldSources(database), ...heldDatabases(database)].reduce(
    (newest, source) => laterInstant(newest, source.newest),
    '',
  );
}
