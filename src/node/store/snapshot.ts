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
  const decoder = new TextDecoder();
  for (let last: Uint8Array = new Uint8Array(); ;) {
    const lines = part.get(decoder.decode(last))?.['lines'];
    if (!(lines instanceof Uint8Array)) return;
    const before = last;
    last = lastLine(lines);
    // A faulty disk may have made two lines of one, and who goes back by them never comes to an end.
    if (Buffer.compare(last, before) <= 0) throw new SyntaxError('the lines of the store are out of order');
    yield lines;
  }
}

const advisoryLines = `
  SELECT CAST(group_concat(text, '') AS BLOB) AS lines
  FROM (SELECT text FROM line WHERE text > ? ORDER BY text LIMIT 4096)`;

/** SQLite would compare all of them to find it. */
function lastLine(lines: Uint8Array): Uint8Array {
  return lines.subarray(lines.lastIndexOf(lineFeed, lines.length - 2) + 1);
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
