import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { advisory, beside, fetched, fill, folder, ids, newPath, npm } from '../../../test/stores-on-disk.ts';
import { openStore } from './advisory-store.ts';
import { buildStore, updateStore } from './store-builder.ts';

test('where there is no file, or an empty one, or one without records, the store says so', async () => {
  const [missing, blank, bare] = [newPath(), newPath(), newPath()];
  mkdirSync(join(blank, '..'), { recursive: true });
  writeFileSync(blank, '');
  await buildStore(bare).finish(fetched);
  for (const path of [missing, blank, bare]) {
    const kind = path === missing ? 'missing' : 'empty';
    const store = openStore(path);
    assert.deepEqual(store.content(), { kind });
    assert.deepEqual(store.candidates(npm('ladle')), []);
    assert.equal(store.document('osv', 'A-1'), undefined);
    store.close();
  }
});

test('a file that is no store is neither read nor overwritten', () => {
  const path = newPath();
  mkdirSync(join(path, '..'), { recursive: true });
  const foreign = new DatabaseSync(path);
  foreign.exec('CREATE TABLE mine (value TEXT)');
  foreign.close();
  const letter = join(path, '..', 'letter.txt');
  writeFileSync(letter, 'Dear Sir or Madam');
  for (const file of [path, letter]) {
    const before = readFileSync(file);
    for (const act of [openStore, buildStore])
      assert.throws(() => act(file), {
        name: 'HostError',
        message: `"${file}" is no advisory store`,
        help: /tureen sync/,
      });
    assert.deepEqual(readFileSync(file), before);
  }
  assert.deepEqual(beside(path), ['letter.txt']);
});

test('a pipe or a device is neither waited for nor replaced by a store', { skip: process.platform === 'win32' }, () => {
  const path = newPath();
  mkdirSync(join(path, '..'), { recursive: true });
  assert.equal(spawnSync('mkfifo', [path]).status, 0);
  for (const act of [openStore, buildStore, updateStore])
    for (const file of [path, '/dev/null'])
      assert.throws(() => act(file), { name: 'HostError', message: `"${file}" is no advisory store` });
  assert.ok(statSync(path).isFIFO());
  assert.ok(statSync('/dev/null').isCharacterDevice());
  assert.deepEqual(beside(path), []);
});

test('a store of another version says so, and a new one takes its place', async () => {
  const path = newPath();
  for (const [version, words] of [
    [0, /was made by an older Tureen/],
    [999, /was made by a newer Tureen/],
  ] as const) {
    await fill(path, [advisory('A-1', ['ladle'])]);
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
    assert.throws(() => openStore(path), { name: 'HostError', message: words, help: /`tureen sync`/ });
  }
  await fill(path, [advisory('A-2', ['ladle'])]);
  assert.deepEqual(ids(path), ['A-2']);
});

test('a store that breaks off is damaged, and a new one takes its place', async () => {
  const path = newPath();
  await fill(
    path,
    Array.from({ length: 300 }, (_, index) => advisory(`A-${index}`, ['ladle'])),
  );
  truncateSync(path, 20_000);
  assert.throws(() => ids(path), {
    name: 'HostError',
    message: /cannot be read: it is damaged/,
    help: /`tureen sync`/,
  });
  await fill(path, [advisory('A-2', ['ladle'])]);
  assert.deepEqual(ids(path), ['A-2']);
});

const damages: readonly (readonly [what: string, statement: string, reason: string])[] = [
  ['a time that is none', "UPDATE meta SET value = 'x' WHERE name = 'fetched'", 'it is damaged'],
  ['no time', "DELETE FROM meta WHERE name = 'fetched'", 'it is damaged'],
  ['facts that are no JSON', "UPDATE affected SET facts = '{'", 'it is damaged'],
  ['no table of sources', 'DROP TABLE source', 'it is not laid out as a store is'],
];

for (const [what, statement, reason] of damages) {
  test(`a store with ${what} is refused, not taken for good news`, async () => {
    const path = newPath();
    await fill(path, [advisory('A', ['ladle'])]);
    const database = new DatabaseSync(path);
    database.exec(statement);
    database.close();
    const store = openStore(path);
    const read = () => [store.content(), store.candidates(npm('ladle'))];
    assert.throws(read, { name: 'HostError', message: `the store "${path}" cannot be read: ${reason}` });
    store.close();
  });
}

test('a store that another program holds is refused with the reason', async () => {
  const path = newPath();
  await fill(path, [advisory('A', ['ladle'])]);
  const holder = new DatabaseSync(path);
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  const message = `the store "${path}" cannot be read: another program holds it`;
  assert.throws(() => openStore(path), { name: 'HostError', message });
  holder.close();
});

test('a place where no file can be is told with its reason', async () => {
  const path = newPath();
  await fill(path, [advisory('A-1', ['ladle'])]);
  const below = join(path, 'deeper', 'advisories.sqlite');
  assert.throws(() => buildStore(below), { name: 'HostError', message: /cannot be written: a file stands where/ });
  assert.throws(() => openStore(folder), { name: 'HostError', message: /cannot be read: a folder stands where/ });
});
