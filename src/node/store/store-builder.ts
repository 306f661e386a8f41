import { closeSync, constants, copyFileSync, fsyncSync, openSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HeldContent, StoreBuilder } from '../../app/store-content.ts';
import { tool } from '../../app/product.ts';
import { HostError } from '../../base/errors.ts';
import { laterInstant } from '../../base/instant.ts';
import { advisoryRows } from './advisory-rows.ts';
import { contentOf } from './advisory-store.ts';
import { cveRows, heldDatabases } from './cve-rows.ts';
import { factRows, heldLists } from './fact-rows.ts';
import { isRunning } from '../is-running.ts';
import { holdLock } from '../lock-file.ts';
import { snapshotHash } from '../snapshot.ts';
import { heldSources, sourceTables } from './source-rows.ts';
import {
  foreignFile,
  kindOfFile,
  storeIndexes,
  storeMark,
  storeProblem,
  storeTables,
  storeVersion,
} from './store-file.ts';
import { removeDownloads } from '../network/unfinished-download.ts';
import { removeQuietly } from '../write-file.ts';

/**
 * Builds a store in a file beside the one at the path and renames it there when it is whole. A process that dies on
 * the way leaves the old store in use, and its own file to be removed by the next. Throws `HostError`.
 */
export function buildStore(path: string): StoreBuilder {
  const builder = storeBeside(path, newDatabase);
  if (builder === undefined) throw new Error('a new store can always be begun');
  return builder;
}

/**
 * As `buildStore`, but from a copy of the store at the path, which costs a fraction of a second where writing into it
 * would keep out readers without the right to write; `undefined` where it is missing, damaged or of another format.
 */
export function updateStore(path: string): StoreBuilder | undefined {
  return storeBeside(path, (beside) => copiedDatabase(path, beside));
}

type Begun = {
  readonly database: DatabaseSync;
  readonly held: HeldContent;
  /** What the store's hash was before any change. */
  readonly hash?: string;
};

function storeBeside(path: string, begin: (beside: string) => Begun | undefined): StoreBuilder | undefined {
  const release = holdLock(path, 'sync');
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  let database: DatabaseSync | undefined;
  let done = false;
  const abandon = () => {
    if (done) return;
    done = true;
    if (database?.isOpen === true) database.close();
    removeQuietly(beside);
    release();
  };
  const guarded = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      abandon();
      throw storeProblem(path, 'written', error);
    }
  };
  const begun = guarded(() => {
    if (kindOfFile(path) === 'foreign') throw foreignFile(path);
    removeLeftovers(path);
    const begun = begin(beside);
    database = begun?.database;
    return begun;
  });
  if (begun === undefined) {
    abandon();
    return undefined;
  }
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
  const hash = () => (known ??= guarded(() => snapshotHash(begun.database)));
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
    finish: (fetched) =>
      guarded(() => {
        rows.cves.finish();
        finishRows(begun, fetched, hash);
        const content = contentOf(begun.database, path);
        begun.database.close();
        swapIn(beside, path);
        done = true;
        removeDownloads(path);
        release();
        return content;
      }),
    abandon,
  };
}

/** What dead processes left; a file that is being built belongs to a running one. */
function removeLeftovers(path: string): void {
  const start = `.${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(start) || !/^\d+\.new(-journal)?$/.test(name.slice(start.length))) continue;
    const pid = Number.parseInt(name.slice(start.length), 10);
    if (pid === process.pid || !isRunning(pid)) removeQuietly(join(dirname(path), name));
  }
}

/** A store that is not finished is never used, so that nothing is done to mend one. */
const pragmas =
  'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32000;';

function newDatabase(beside: string): Begun {
  const database = new DatabaseSync(beside);
  database.exec(`
    PRAGMA page_size = 8192; ${pragmas} PRAGMA application_id = ${storeMark}; PRAGMA user_version = ${storeVersion};
    BEGIN; ${storeTables} ${sourceTables}`);
  return { database, held: { rebuilt: '', sources: [], lists: [], databases: [] } };
}

function copiedDatabase(path: string, beside: string): Begun | undefined {
  if (kindOfFile(path) !== 'store') return undefined;
  copyFileSync(path, beside, constants.COPYFILE_FICLONE);
  const database = new DatabaseSync(beside);
  try {
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    const content = version === storeVersion ? contentOf(database, path) : undefined;
    if (content?.kind === 'filled') {
      const rebuilt = String(database.prepare("SELECT value FROM meta WHERE name = 'rebuilt'").get()?.['value']);
      const held = {
        rebuilt,
        sources: heldSources(database),
        lists: heldLists(database),
        databases: heldDatabases(database),
      };
      database.exec(`${pragmas} BEGIN`);
      return { database, held, hash: content.hash };
    }
  } catch (error) {
    if (storeProblem(path, 'read', error) === error && !(error instanceof HostError)) throw error;
  }
  database.close();
  return undefined;
}

function finishRows({ database, held }: Begun, fetched: string, hash: () => string): void {
  const isNew = held.rebuilt === '';
  if (isNew) database.exec(storeIndexes);
  const meta = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const facts = {
    tool: `${tool.name} ${tool.version}`,
    fetched,
    rebuilt: isNew ? fetched : held.rebuilt,
    hash: hash(),
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

function swapIn(beside: string, path: string): void {
  const file = openSync(beside, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}
