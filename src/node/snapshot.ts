import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { storedLists } from './store/fact-rows.ts';

/**
 * What a store holds as text: a line of JSON for each record, sorted, and one for each list. Its sha256 is the hash by
 * which two sites see that they have the same, in whatever order and steps it came.
 */
export function snapshotText(database: DatabaseSync): Uint8Array {
  return Buffer.concat(partsOf(database));
}

/** The hash of a snapshot's text. */
export function snapshotHash(database: DatabaseSync): string {
  const sum = createHash('sha256');
  for (const part of partsOf(database)) sum.update(part);
  return `sha256:${sum.digest('hex')}`;
}

function partsOf(database: DatabaseSync): readonly Uint8Array[] {
  const linesIn = (table: string) => {
    const lines = database.prepare(linesOf(table)).get()?.['lines'];
    return lines instanceof Uint8Array ? lines : new Uint8Array();
  };
  const lists = (storedLists(database).lists ?? []).map((list) => `${JSON.stringify([list.feed, list.hash])}\n`);
  return [linesIn('advisory'), linesIn('cve'), Buffer.from(lists.join(''))];
}

/** SQLite joins them several times faster than rows can be asked for one by one; an index holds all of them in order. */
const linesOf = (table: string) => `
  SELECT CAST(group_concat(line, '') AS BLOB) AS lines
  FROM (SELECT json_array(feed, id, modified, hash) || char(10) AS line FROM ${table} ORDER BY feed, id)`;
