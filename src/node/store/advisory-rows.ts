import type { DatabaseSync } from 'node:sqlite';
import type { StoredSource, FeedState } from '../../app/store-content.ts';
import { compareInstants } from '../../base/instant.ts';
import { packageKey } from '../../base/packages/package-key.ts';
import type { Advisory, AffectedPackage } from '../../model/anomalies/advisory.ts';
import { writeEntry, writeFacts } from './advisory-text.ts';
import { sourceRows } from './source-rows.ts';

/** Puts advisories into a store that is being made, so that a new store of what the sources have now would be the same. */
export function advisoryRows(database: DatabaseSync) {
  const sources = sourceRows(database);
  const find = database.prepare('SELECT number, modified, hash FROM advisory WHERE feed = ? AND id = ?');
  const insert = database.prepare(
    'INSERT INTO advisory (feed, id, modified, hash, facts) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const update = database.prepare('UPDATE advisory SET modified = ?, hash = ?, facts = ? WHERE number = ?');
  const insertDocument = database.prepare('INSERT OR REPLACE INTO document VALUES (?, ?)');
  const insertAffected = database.prepare('INSERT INTO affected VALUES (?, ?, ?, ?)');
  const affectedOf = database.prepare('SELECT ecosystem, name, facts FROM affected WHERE advisory = ? ORDER BY rowid');
  const removals = ['affected', 'document'].map((table) => database.prepare(`DELETE FROM ${table} WHERE advisory = ?`));
  const removeAdvisory = database.prepare('DELETE FROM advisory WHERE number = ?');
  let certain = true;
  const putAffected = (number: number, affected: Advisory['affected']) => {
    for (const entry of affected) {
      const key = packageKey(entry.ecosystem, entry.name);
      insertAffected.run(number, key.ecosystem, key.name, writeEntry(entry, key));
    }
  };
  /** Most changes are of other things: rows that stay spare the disk three pages each. */
  const replaceAffected = (number: number, affected: Advisory['affected']) => {
    const old = affectedOf.all(number);
    if (old.length === affected.length && old.every((row, index) => isRowOf(affected[index], row))) return;
    removals[0]?.run(number);
    putAffected(number, affected);
  };
  const replace = (number: number, advisory: Advisory, document: Uint8Array) => {
    const { modified, hash, affected } = advisory;
    update.run(modified, hash, writeFacts(advisory), number);
    insertDocument.run(number, document);
    replaceAffected(number, affected);
  };
  /** Whether the state that the current source gives of a record is to stand. */
  const wins = (number: number, advisory: Advisory, old: Standing): boolean => {
    if (isLater(advisory, old)) return true;
    if (sources.hasGiven(number)) return false;
    const others = sources.othersHave(number);
    if (others === 'an outdone state') certain = false;
    return others === 'nothing';
  };
  return {
    begin: sources.begin,
    certain: () => certain,
    add: (advisory: Advisory, document: Uint8Array): boolean => {
      const { feed, id, modified, hash, affected } = advisory;
      const { changes, lastInsertRowid } = insert.run(feed, id, modified, hash, writeFacts(advisory));
      if (changes > 0) {
        insertDocument.run(Number(lastInsertRowid), document);
        putAffected(Number(lastInsertRowid), affected);
        sources.give(Number(lastInsertRowid), modified, true);
        return true;
      }
      const row = find.get(feed, id);
      const number = Number(row?.['number']);
      const old = { modified: String(row?.['modified']), hash: String(row?.['hash']) };
      if (old.hash === hash && old.modified === modified) {
        sources.give(number, modified, true);
        return true;
      }
      const isOnlyOne = !sources.hasGiven(number);
      if (wins(number, advisory, old)) {
        replace(number, advisory, document);
        sources.outdo(number);
        sources.give(number, modified, true);
      } else if (isOnlyOne) {
        sources.give(number, modified, false);
      }
      return isOnlyOne;
    },
    remove: (feed: string, id: string): void => {
      const number = Number(find.get(feed, id)?.['number'] ?? 0);
      sources.takeFromAll(number);
      for (const removal of [...removals, removeAdvisory]) removal.run(number);
    },
    /** Closes the source; tells how many records are gone with it. */
    end: (state: FeedState): { readonly source: StoredSource; readonly removed: number } => {
      let removed = 0;
      for (const number of sources.takeBack()) {
        const others = sources.othersHave(number);
        if (others === 'an outdone state') certain = false;
        if (others !== 'nothing') continue;
        for (const removal of [...removals, removeAdvisory]) removal.run(number);
        removed++;
      }
      return { source: sources.end(state), removed };
    },
  };
}

function isRowOf(
  entry: AffectedPackage | undefined,
  { ecosystem, name, facts }: Readonly<Record<string, unknown>>,
): boolean {
  if (entry === undefined) return false;
  const key = packageKey(entry.ecosystem, entry.name);
  return key.ecosystem === ecosystem && key.name === name && facts === writeEntry(entry, key);
}

type Standing = Pick<Advisory, 'modified' | 'hash'>;

/** The later record wins; of two of the same instant always the same one, in whatever order they come. */
function isLater(advisory: Standing, old: Standing): boolean {
  const gap = compareInstants(advisory.modified, old.modified);
  return gap > 0 || (gap === 0 && advisory.hash > old.hash);
}
