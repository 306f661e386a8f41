import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { storedLists } from './fact-rows.ts';

/**
 * What a store holds as text: a line of JSON for each record, sorted, and one for each list. Its sha256 is the hash by
 * which two sites see that they have the same, in whatever order and steps it came.
 */
export function snapshotText(database: DatabaseSync): Uint8Array {
  return Buffer.concat([...partsOf(database)]);
}

/** The hash of a snapshot's text. */
export function snapshotHash(database: DatabaseSync): string {
  const sum = createHash('sha256');
  for (const part of partsOf(database)) sum.update(part);
  return `sha256:${sum.digest('hex')}`;
}

function* partsOf(database: DatabaseSync): Generator<Uint8Array> {
  yield* advisoryParts(database);
  const cves = database.prepare(cveLines).get()?.['lines'];
  if (cves instanceof Uint8Array) yield cves;
  const lists = (storedLists(database).lists ?? []).map((list) => `${JSON.stringify([list.feed, list.hash])}\n`);
  yield Buffer.from(lists.join(''));
}

/** SQLite joins lines several times faster than rows can be asked for one by one, and fastest so few that it finds room for them at once. */
function* advisoryParts(database: DatabaseSync): Generator<Uint8Array> {
  const part = database.prepare(advisoryLines);
  for (let after = ''; ;) {
    const lines = part.get(after)?.['lines'];
    if (!(lines instanceof Uint8Array)) return;
    yield lines;
    after = lastLine(lines);
  }
}

const advisoryLines = `
  SELECT CAST(group_concat(text, '') AS BLOB) AS lines
  FROM (SELECT text FROM line WHERE text > ? ORDER BY text LIMIT 4096)`;

/** SQLite would compare all of them to find it. */
function lastLine(lines: Uint8Array): string {
  const before = lines.lastIndexOf(lineFeed, lines.length - 2);
  return new TextDecoder().decode(lines.subarray(before + 1));
}

const lineFeed = 0x0a;

const cveLines = `
  SELECT CAST(group_concat(text, '') AS BLOB) AS lines FROM (SELECT ${lineOf('cve')} AS text FROM cve ORDER BY text)`;

/** The line of a row, which is one of `advisory` or `cve`. */
function lineOf(row: string): string {
  return `json_array(${row}.feed, ${row}.id, ${row}.modified, ${row}.hash) || char(10)`;
}

/** The lines of all advisories in order: to write them anew would take longer than to put 1,000 changes into a store. */
export const lineTable = 'CREATE TABLE line (text TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;';

/** Writes the lines of a new store at once, and has each later change of an advisory change its line. */
export const lineRows = `
  INSERT INTO line SELECT ${lineOf('advisory')} AS text FROM advisory ORDER BY text;
  CREATE TRIGGER line_added AFTER INSERT ON advisory BEGIN INSERT INTO line VALUES (${lineOf('new')}); END;
  CREATE TRIGGER line_removed AFTER DELETE ON advisory BEGIN DELETE FROM line WHERE text = ${lineOf('old')}; END;
  CREATE TRIGGER line_changed AFTER UPDATE ON advisory BEGIN
    DELETE FROM line WHERE text = ${lineOf('old')};
    INSERT INTO line VALUES (${lineOf('new')});
  END;`;
