import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { HostError } from '../../base/errors.ts';
import { lineTable } from './snapshot.ts';
import { cveIndexes, cveTables } from './cve-rows.ts';
import { codeOf, reasonOf } from '../files/system-error.ts';

/** The version of the tables below; a store of another version is built anew, not converted. */
export const storeVersion = 9;

/** Marks the SQLite file as a store of Tureen: the letters `TURE`, at byte 68 of the file. */
export const storeMark = 0x5455_5245;

/**
 * `advisory`: one row a record, what is known of it as JSON in `facts`. `document`: its bytes as published, apart so
 * that the rows that are searched lie close together. `affected`: one row for each package entry of a record, found by
 * the key that `packageKey` gives. `list`: the lists of facts in the order in which they were fetched, each with its
 * deflated bytes; the tables after it hold what they say.
 */
export const storeTables = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE advisory (
    number INTEGER PRIMARY KEY, feed TEXT NOT NULL, id TEXT NOT NULL, modified TEXT NOT NULL,
    hash TEXT NOT NULL, facts TEXT NOT NULL, UNIQUE (feed, id)
  ) STRICT;
  CREATE TABLE document (advisory INTEGER PRIMARY KEY, deflated BLOB NOT NULL) STRICT;
  CREATE TABLE affected (advisory INTEGER NOT NULL, ecosystem TEXT NOT NULL, name TEXT NOT NULL, facts TEXT NOT NULL) STRICT;
  CREATE INDEX affected_advisory ON affected (advisory);
  CREATE TABLE list (feed TEXT NOT NULL, origin TEXT NOT NULL, facts TEXT NOT NULL, state TEXT NOT NULL, deflated BLOB NOT NULL) STRICT;
  CREATE TABLE exploited (id TEXT NOT NULL, list TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (id, list))
    STRICT, WITHOUT ROWID;
  CREATE TABLE probability (id TEXT PRIMARY KEY, score REAL NOT NULL, percentile REAL NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE support (package TEXT NOT NULL, product TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (package, product))
    STRICT, WITHOUT ROWID;
  ${lineTable}
  ${cveTables}`;

/** Built when all rows of a new store are in, which is faster than keeping it up. */
export const storeIndexes = `
  CREATE INDEX affected_package ON affected (ecosystem, name);
  ${cveIndexes}`;

/** What lies at a path: nothing, a store of Tureen of any version and state, or a file, pipe or device of somebody else. */
export function kindOfFile(path: string): 'none' | 'store' | 'foreign' {
  const head = new Uint8Array(100);
  try {
    const facts = statSync(path);
    // To open a pipe would wait for who writes into it.
    if (!facts.isFile() && !facts.isDirectory()) return 'foreign';
    const file = openSync(path, 'r');
    try {
      if (readSync(file, head) === 0) return 'none';
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'none';
    throw new HostError(
      `the store "${path}" cannot be read: ${reasonOf(error)}`,
      'Check its permissions, or name another file with --store.',
      error,
    );
  }
  const magic = new TextDecoder().decode(head.subarray(0, 16));
  return magic === 'SQLite format 3\0' && new DataView(head.buffer).getUint32(68) === storeMark ? 'store' : 'foreign';
}

/** Opens the database of a store for reading; `undefined` where there is no file. Throws `HostError`. */
export function openStoreFile(path: string): DatabaseSync | undefined {
  const kind = kindOfFile(path);
  if (kind === 'foreign') throw foreignFile(path);
  return kind === 'none' ? undefined : openWhole(path);
}

function openWhole(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    // One transaction until it is closed: all answers are of one state, and no question takes locks of its own.
    database.exec('BEGIN');
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version === storeVersion) return database;
    throw new HostError(
      `the store "${path}" was made by ${version < storeVersion ? 'an older' : 'a newer'} Tureen (its format is ${version}, this one reads ${storeVersion})`,
      version < storeVersion
        ? 'Run `tureen sync` again.'
        : 'Update Tureen, or run `tureen sync` to build the store anew.',
    );
  } catch (error) {
    database?.close();
    throw storeProblem(path, 'read', error);
  }
}

/** What the disk, SQLite or the content has against reading or writing a store, in words; a fault of our own as it is. */
export function storeProblem(path: string, doing: 'read' | 'written', error: unknown): unknown {
  const reason = worldly(error);
  const help =
    doing === 'read'
      ? 'Run `tureen sync` again.'
      : 'The store in use was not touched; make room or give this user the right to write, then run it again.';
  return reason === undefined ? error : new HostError(`the store "${path}" cannot be ${doing}: ${reason}`, help, error);
}

function worldly(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error) return reasons[Number(error.errcode) & 0xff];
  if (error instanceof SyntaxError || codeOf(error)?.startsWith('Z_') === true) return 'it is damaged';
  return 'syscall' in error ? reasonOf(error) : undefined;
}

/** SQLite's primary result codes that say something about the world. */
const reasons: Readonly<Record<number, string>> = {
  1: 'it is not laid out as a store is',
  5: 'another program holds it',
  6: 'another program holds it',
  8: 'the disk is read-only',
  10: 'the disk failed',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'this user has no right to it',
  26: 'it is damaged',
};

/** The refusal to use a store whose content is not what Tureen wrote. */
export function damagedStore(path: string): HostError {
  return new HostError(`the store "${path}" cannot be read: it is damaged`, 'Run `tureen sync` again.');
}

/** The refusal to read or overwrite a file that Tureen did not make. */
export function foreignFile(path: string): HostError {
  return new HostError(
    `"${path}" is no advisory store`,
    'It was left alone. Name another file with --store: `tureen sync` makes it where there is none.',
  );
}
