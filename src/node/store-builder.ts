import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoreBuilder } from '../app/host.ts';
import { tool } from '../app/product.ts';
import { compareInstants, laterInstant } from '../base/instant.ts';
import { packageKey } from '../base/packages/package-key.ts';
import type { Advisory } from '../model/advisory.ts';
import { contentOf } from './advisory-store.ts';
import { cveRows, digestCves } from './cve-rows.ts';
import { factRows, storedLists } from './fact-rows.ts';
import { isRunning } from './is-running.ts';
import { holdLock } from './lock-file.ts';
import {
  foreignFile,
  kindOfFile,
  storeIndexes,
  storeMark,
  storeProblem,
  storeTables,
  storeVersion,
} from './store-file.ts';
import { removeQuietly } from './write-file.ts';

/**
 * Builds a store in a file beside the one at the path and renames it there when it is whole. A process that dies on
 * the way leaves the old store in use, and its own file to be removed by the next. Throws `HostError`.
 */
export function buildStore(path: string): StoreBuilder {
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
  const rows = guarded(() => {
    if (kindOfFile(path) === 'foreign') throw foreignFile(path);
    removeLeftovers(path);
    database = new DatabaseSync(beside);
    return openRows(database);
  });
  return {
    add: (advisory, document) => guarded(() => rows.add(advisory, document)),
    addSource: ({ feed, from, ecosystem, records, newest }) =>
      guarded(() => void rows.source.run(feed, from, ecosystem, records, newest)),
    addCve: (cve, document) => guarded(() => rows.cves.add(cve, document)),
    addDatabase: (facts) => guarded(() => rows.cves.addDatabase(facts)),
    addFact: (fact) => guarded(() => rows.facts.add(fact)),
    addList: (list) => guarded(() => rows.facts.addList(list)),
    finish: (fetched) =>
      guarded(() => {
        rows.finish(fetched);
        const content = contentOf(rows.database, path);
        rows.database.close();
        swapIn(beside, path);
        done = true;
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
    if (!name.startsWith(start) || !/^\d+\.new$/.test(name.slice(start.length))) continue;
    const pid = Number.parseInt(name.slice(start.length), 10);
    if (pid === process.pid || !isRunning(pid)) removeQuietly(join(dirname(path), name));
  }
}

/** A store that is not finished is never used, so that nothing is done to mend one. */
function openRows(database: DatabaseSync) {
  database.exec(`
    PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32000;
    PRAGMA page_size = 8192; PRAGMA application_id = ${storeMark}; PRAGMA user_version = ${storeVersion};
    BEGIN; ${storeTables}`);
  const insert = database.prepare(
    'INSERT INTO advisory (feed, id, modified, hash, facts) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const insertDocument = database.prepare('INSERT INTO document VALUES (?, ?)');
  const insertAffected = database.prepare('INSERT INTO affected VALUES (?, ?, ?, ?)');
  const select = database.prepare('SELECT modified, hash FROM advisory WHERE feed = ? AND id = ?');
  const remove = database.prepare('DELETE FROM advisory WHERE feed = ? AND id = ?');
  const put = (advisory: Advisory, document: Uint8Array): boolean => {
    const { feed, id, modified, hash, affected, ...facts } = advisory;
    const { changes, lastInsertRowid } = insert.run(feed, id, modified, hash, JSON.stringify(facts));
    if (changes === 0) return false;
    insertDocument.run(lastInsertRowid, document);
    for (const entry of affected) {
      const key = packageKey(entry.ecosystem, entry.name);
      insertAffected.run(lastInsertRowid, key.ecosystem, key.name, JSON.stringify(entry));
    }
    return true;
  };
  return {
    database,
    facts: factRows(database),
    cves: cveRows(database),
    source: database.prepare('INSERT INTO source VALUES (?, ?, ?, ?, ?)'),
    add: (advisory: Advisory, document: Uint8Array) => {
      if (put(advisory, document)) return;
      if (!replaces(advisory, select.get(advisory.feed, advisory.id))) return;
      remove.run(advisory.feed, advisory.id);
      put(advisory, document);
    },
    finish: (fetched: string) => {
      database.exec(`
        DELETE FROM affected WHERE advisory NOT IN (SELECT number FROM advisory);
        DELETE FROM document WHERE advisory NOT IN (SELECT number FROM advisory);
        ${storeIndexes}`);
      const meta = database.prepare('INSERT INTO meta VALUES (?, ?)');
      const facts = { tool: `${tool.name} ${tool.version}`, fetched, ...digest(database) };
      for (const [name, value] of Object.entries(facts)) meta.run(name, value);
      database.exec('COMMIT');
    },
  };
}

/** The later record wins; of two of the same instant always the same one, in whatever order they come. */
function replaces(advisory: Advisory, old: Readonly<Record<string, unknown>> | undefined): boolean {
  const gap = compareInstants(advisory.modified, String(old?.['modified']));
  return gap > 0 || (gap === 0 && advisory.hash > String(old?.['hash']));
}

/** The hash of the content, whatever order it came in, and the newest `modified` of any record. */
function digest(database: DatabaseSync): { readonly hash: string; readonly newest: string } {
  const sum = createHash('sha256');
  let newest = '';
  for (const row of database.prepare('SELECT feed, id, modified, hash FROM advisory ORDER BY feed, id').iterate()) {
    sum.update(`${JSON.stringify([row['feed'], row['id'], row['modified'], row['hash']])}\n`);
    newest = laterInstant(newest, String(row['modified']));
  }
  newest = laterInstant(
    newest,
    digestCves(database, (line) => sum.update(line)),
  );
  for (const list of storedLists(database).lists ?? []) sum.update(`${JSON.stringify([list.feed, list.hash])}\n`);
  return { hash: `sha256:${sum.digest('hex')}`, newest };
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
