import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { SqliteProblem, sqliteTable, usesWriteAheadLog } from './sqlite-table.ts';

for (const pageSize of [512, 4096, 65_536]) {
  test(`rows of a database that SQLite wrote with pages of ${pageSize} bytes come back as they were`, () => {
    const lengths = Array.from({ length: 300 }, (_, index) => (index * 7919) % 3000);
    const bytes = databaseOf((database) => {
      database.exec(
        `PRAGMA page_size = ${pageSize}; CREATE TABLE other (a); CREATE TABLE wanted (a INTEGER, b BLOB); BEGIN`,
      );
      const insert = database.prepare('INSERT INTO wanted (rowid, a, b) VALUES (?, ?, ?)');
      for (const [index, length] of lengths.entries())
        insert.run(index * 1000 + 1, index, new Uint8Array(length).fill(index));
      database.exec('COMMIT');
    });
    assert.deepEqual(
      sqliteTable(bytes, 'wanted')?.map(({ rowid, values: [a, b] }) => [
        rowid,
        a,
        b instanceof Uint8Array && Buffer.from(b).toString('hex'),
      ]),
      lengths.map((length, index) => [index * 1000 + 1, index, Buffer.alloc(length, index).toString('hex')]),
    );
    assert.deepEqual(sqliteTable(bytes, 'other'), []);
    assert.equal(sqliteTable(bytes, 'absent'), undefined);
  });
}

test('numbers of every width come back, and a real does not', () => {
  const numbers = [0, 1, -1, 127, -129, 40_000, -8_000_000, 2_000_000_000, -140_000_000_000_000, 2 ** 52];
  const bytes = databaseOf((database) => {
    database.exec('CREATE TABLE wanted (a)');
    for (const number of numbers) database.prepare('INSERT INTO wanted VALUES (CAST(? AS INTEGER))').run(number);
    database.exec('INSERT INTO wanted VALUES (1.5), (NULL)');
  });
  assert.deepEqual(
    sqliteTable(bytes, 'wanted')?.map(({ values }) => values[0]),
    [...numbers, undefined, undefined],
  );
});

test('a database with a write-ahead log says so', () => {
  assert.equal(usesWriteAheadLog(databaseOf((database) => database.exec('CREATE TABLE a (b)'))), false);
  assert.equal(
    usesWriteAheadLog(databaseOf((database) => database.exec('PRAGMA journal_mode = WAL; CREATE TABLE a (b)'))),
    true,
  );
});

test('a damaged database is refused with the reason, wherever it is damaged', () => {
  const bytes = databaseOf((database) => {
    database.exec('PRAGMA page_size = 512; CREATE TABLE wanted (a)');
    for (let row = 0; row < 60; row++) database.prepare('INSERT INTO wanted VALUES (?)').run('x'.repeat(row * 20));
  });
  for (let at = 0; at < bytes.length; at += 3) {
    for (const value of [0, 1, 0xff]) {
      const damaged = bytes.with(at, value);
      assert.doesNotThrow(() => refused(damaged));
    }
  }
  assert.match(String(refused(bytes.subarray(0, 1500))), /lies outside of the file/);
  assert.match(String(refused(new Uint8Array(200))), /no SQLite 3 database/);
});

test('a tree whose pages lead back to themselves is refused', () => {
  const bytes = databaseOf((database) => {
    database.exec('PRAGMA page_size = 512; CREATE TABLE wanted (a)');
    for (let row = 0; row < 60; row++) database.prepare('INSERT INTO wanted VALUES (?)').run('x'.repeat(200));
  });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  assert.equal(view.getUint8(512), 5, 'the second page is the root of the table, and has children');
  view.setUint32(512 + 8, 2);
  assert.match(String(refused(bytes)), /page 2 is used twice/);
});

function refused(bytes: Uint8Array): SqliteProblem | undefined {
  try {
    sqliteTable(bytes, 'wanted');
    return undefined;
  } catch (error) {
    if (error instanceof SqliteProblem) return error;
    throw error;
  }
}

function databaseOf(fill: (database: DatabaseSync) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-table-'));
  try {
    const database = new DatabaseSync(join(folder, 'a.sqlite'));
    fill(database);
    database.close();
    return new Uint8Array(readFileSync(join(folder, 'a.sqlite')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
