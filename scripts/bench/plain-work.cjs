// What bare Node does without Tureen, of everything that its commands do: texts, objects, sorting, hashing and SQLite.
const { createHash } = require('node:crypto');
const { DatabaseSync } = require('node:sqlite');

const records = Array.from({ length: 12_000 }, (_, index) => ({
  id: `record-${(index * 7919) % 12_000}`,
  ranges: [{ introduced: `${index % 9}.0.0`, fixed: `${index % 9}.${index % 11}.1` }],
  aliases: [`CVE-2026-${index}`],
}));
const text = JSON.stringify(records, undefined, 2);
const read = JSON.parse(text).toSorted((a, b) => (a.id < b.id ? -1 : 1));
const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE record (id TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT; BEGIN');
const add = database.prepare('INSERT INTO record VALUES (?, ?)');
for (const record of read) add.run(record.id, JSON.stringify(record));
const find = database.prepare('SELECT facts FROM record WHERE id = ?');
const found = new Map(read.map(({ id }) => [id, JSON.parse(find.get(id).facts)]));
createHash('sha256').update(text).update(String(found.size)).digest('hex');
