import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import type { StoreContent, FeedState } from '../../app/store-content.ts';
import type { PackageKey } from '../../base/packages/package-key.ts';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import { affects } from '../../../test/sample-advisory.ts';
import { openStore } from './advisory-store.ts';
import { buildStore, updateStore } from './store-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-store-'));
after(() => rmSync(folder, { recursive: true }));

let stores = 0;

/** A place for a store in a folder that does not exist yet. */
function newPath(): string {
  return join(folder, `${stores++}`, 'cache', 'advisories.sqlite');
}

const fetched = '2026-11-23T08:00:00.000Z';

function advisory(id: string, packages: readonly string[], part: Partial<Advisory> = {}): Advisory {
  return {
    id,
    feed: 'osv',
    modified: '2026-01-02T00:00:00Z',
    withdrawn: undefined,
    kind: 'vulnerability',
    summary: `About ${id}`,
    aliases: [`CVE-${id}`],
    upstream: ['CVE-2026-8'],
    related: [],
    severities: [{ kind: 'rating', value: 'HIGH' }],
    affected: packages.map((name) => ({
      ecosystem: 'npm',
      name,
      ranges: [{ kind: 'semver', events: [{ introduced: '0' }, { fixed: '1.0.0' }] }],
      versions: ['0.9.0'],
      functions: ['pour'],
    })),
    hash: `hash of ${id}`,
    ...part,
  };
}

const state: FeedState = { fetched, loaded: fetched, unreadable: [] };

async function fill(path: string, advisories: readonly Advisory[]): Promise<StoreContent> {
  const builder = buildStore(path);
  builder.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'whole');
  for (const each of advisories) builder.add(each, deflateRawSync(`{"id":"${each.id}"}`));
  builder.end(state);
  return await builder.finish(fetched);
}

function hashOf(content: StoreContent): string {
  return content.kind === 'filled' ? content.hash : 'empty';
}

function npm(name: string): PackageKey {
  return { ecosystem: 'npm', name };
}

/** What lies beside a store that nobody is building. */
function beside(path: string): readonly string[] {
  return readdirSync(join(path, '..')).filter((name) => name !== 'advisories.sqlite');
}

test('a store gives back what was put into it, and tells where it came from', async () => {
  const path = newPath();
  const ladle = advisory('A-1', ['ladle']);
  const content = await fill(path, [ladle, advisory('A-2', ['bowl'], { upstream: [], summary: undefined })]);
  const store = openStore(path);
  assert.deepEqual(store.content(), content);
  assert.deepEqual(content, {
    kind: 'filled',
    hash: hashOf(content),
    fetched,
    newest: '2026-01-02T00:00:00Z',
    sources: [{ feed: 'osv', from: '/mirror', ecosystem: 'npm', records: 2, newest: '2026-01-02T00:00:00Z' }],
  });
  assert.deepEqual(store.candidates(npm('ladle')), [ladle]);
  assert.deepEqual(store.candidates(npm('spoon')), []);
  const [bowl] = store.candidates(npm('bowl'));
  assert.deepEqual([bowl?.id, bowl?.upstream, bowl?.summary], ['A-2', [], undefined]);
  assert.equal(store.document('osv', 'A-2'), '{"id":"A-2"}');
  assert.equal(store.document('osv', 'A-3'), undefined);
  store.close();
  assert.deepEqual(beside(path), []);
});

test('what a record says of a package under several spellings and releases comes back whole, in its order', async () => {
  const path = newPath();
  const entry = (ecosystem: string, name: string, version: string) => affects(ecosystem, name, { versions: [version] });
  const bare = { summary: undefined, aliases: [], upstream: [], severities: [] };
  const spelt = [entry('PyPI', 'Ladle_Soup', '3'), entry('PyPI', 'ladle-soup', '1'), entry('PyPI', 'ladle.soup', '2')];
  const released = [entry('Debian:12', 'ladle', '1'), entry('Debian', 'ladle', '2'), entry('Debian:11', 'ladle', '1')];
  const given = advisory('A-1', [], {
    ...bare,
    kind: 'malware',
    related: ['CVE-2026-9'],
    affected: [...spelt, ...released],
  });
  const withdrawn = advisory('A-2', [], { ...bare, withdrawn: '2026-01-03T00:00:00Z', affected: spelt });
  await fill(path, [given, withdrawn]);
  const store = openStore(path);
  assert.deepEqual(store.candidates({ ecosystem: 'PyPI', name: 'ladle-soup' }), [
    { ...given, affected: spelt },
    withdrawn,
  ]);
  assert.deepEqual(store.candidates({ ecosystem: 'Debian', name: 'ladle' }), [{ ...given, affected: released }]);
  store.close();
});

test('candidates are sorted by id and hold just the entries of the package that was asked for', async () => {
  const path = newPath();
  await fill(path, [advisory('A-2', ['ladle', 'bowl', 'ladle']), advisory('A-1', ['bowl'])]);
  const store = openStore(path);
  const found = (name: string) => store.candidates(npm(name)).map(({ id, affected }) => [id, affected.length]);
  assert.deepEqual(found('bowl'), [
    ['A-1', 1],
    ['A-2', 1],
  ]);
  assert.deepEqual(found('ladle'), [['A-2', 2]]);
  store.close();
});

test('a package is found under the key of its ecosystem, whatever release and spelling an advisory uses', async () => {
  const path = newPath();
  const entry = { ranges: [], versions: [], functions: [] };
  await fill(path, [
    advisory('A-1', [], { affected: [{ ...entry, ecosystem: 'Debian:12', name: 'curl' }] }),
    advisory('A-2', [], { affected: [{ ...entry, ecosystem: 'PyPI', name: 'Ladle_Soup' }] }),
  ]);
  const store = openStore(path);
  const [curl] = store.candidates({ ecosystem: 'Debian', name: 'curl' });
  assert.equal(curl?.affected[0]?.ecosystem, 'Debian:12');
  assert.equal(store.candidates({ ecosystem: 'PyPI', name: 'ladle-soup' })[0]?.id, 'A-2');
  store.close();
});

test('the hash is the same in whatever order the records came, and another when one differs', async () => {
  const records = ['A-1', 'A-2', 'B-1'].map((id) => advisory(id, ['ladle']));
  const hash = hashOf(await fill(newPath(), records));
  assert.match(hash, /^sha256:[0-9a-f]{64}$/);
  assert.equal(hashOf(await fill(newPath(), records.toReversed())), hash);
  assert.equal(hashOf(await fill(newPath(), [...records, ...records])), hash);
  assert.notEqual(hashOf(await fill(newPath(), records.slice(1))), hash);
  assert.notEqual(
    hashOf(await fill(newPath(), [...records.slice(1), advisory('A-1', ['ladle'], { hash: 'x' })])),
    hash,
  );
});

test('of a record that comes twice the later one stays, with its packages, in whatever order they come', async () => {
  const early = advisory('A-1', ['ladle', 'bowl'], { modified: '2026-01-02T00:00:00Z', hash: 'z' });
  const late = advisory('A-1', ['spoon'], { modified: '2026-01-02T00:00:00.5Z', hash: 'a' });
  const same = advisory('A-1', ['fork'], { modified: '2026-01-02T00:00:00.500Z', hash: 'b' });
  const orders = [
    [early, late, same],
    [same, late, early],
    [late, early, same],
    [same, early, late],
  ];
  const hashes = new Set<string>();
  for (const order of orders) {
    const path = newPath();
    hashes.add(hashOf(await fill(path, order)));
    const store = openStore(path);
    const named = ['ladle', 'bowl', 'spoon', 'fork'].filter((name) => store.candidates(npm(name)).length > 0);
    assert.deepEqual(named, ['fork']);
    store.close();
  }
  assert.equal(hashes.size, 1);
});

test('records of two feeds with the same id stay side by side', async () => {
  const path = newPath();
  await fill(path, [advisory('A-1', ['ladle'], { feed: 'other' }), advisory('A-1', ['ladle'])]);
  const store = openStore(path);
  assert.deepEqual(
    store.candidates(npm('ladle')).map(({ feed }) => feed),
    ['osv', 'other'],
  );
  store.close();
});

test('nothing of a new store is seen before it is finished; then all of the old one is gone', async () => {
  const path = newPath();
  await fill(path, [advisory('A-1', ['ladle'])]);
  const reader = openStore(path);
  const builder = buildStore(path);
  builder.add(advisory('A-2', ['ladle']), deflateRawSync('{}'));
  assert.deepEqual(ids(path), ['A-1']);
  await builder.finish(fetched);
  assert.deepEqual(ids(path), ['A-2']);
  assert.deepEqual(
    reader.candidates(npm('ladle')).map(({ id }) => id),
    ['A-1'],
    'an open one stays',
  );
  reader.close();
});

test('an abandoned store leaves the old one and nothing else', async () => {
  const path = newPath();
  await fill(path, [advisory('A-1', ['ladle'])]);
  const builder = buildStore(path);
  builder.add(advisory('A-2', ['ladle']), deflateRawSync('{}'));
  builder.abandon();
  builder.abandon();
  assert.deepEqual(ids(path), ['A-1']);
  assert.deepEqual(beside(path), []);
});

function ids(path: string): readonly string[] {
  const store = openStore(path);
  const found = store.candidates(npm('ladle'));
  store.close();
  return found.map(({ id }) => id);
}

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

test(
  'a store at the end of a link is made and brought up to date there, and the link stays',
  { skip: process.platform === 'win32' },
  async () => {
    const [link, target] = [newPath(), newPath()];
    for (const path of [link, target]) mkdirSync(join(path, '..'), { recursive: true });
    symlinkSync(target, link);
    await fill(link, [advisory('A-1', ['ladle'])]);
    assert.deepEqual(ids(target), ['A-1']);
    await fill(link, [advisory('A-2', ['ladle'])]);
    assert.deepEqual([ids(target), ids(link)], [['A-2'], ['A-2']]);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.deepEqual([beside(link), beside(target)], [[], []]);
  },
);

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

test('only one process builds at a time; the others are told which', () => {
  const path = newPath();
  const builder = buildStore(path);
  const held = { name: 'HostError', message: `another sync is running (process ${process.pid})`, help: /\.lock/ };
  assert.throws(() => buildStore(path), held);
  builder.abandon();
  const lock = `${path}.lock`;
  for (const [holder, words] of [
    [`${process.ppid}`, `another sync is running (process ${process.ppid})`],
    ['7.7.7.7.b', 'another sync is running (process 7 on another machine or in another container, "b")'],
    ['mine', 'another sync is running (process unknown)'],
  ] as const) {
    mkdirSync(join(lock, holder), { recursive: true });
    assert.throws(() => buildStore(path), { name: 'HostError', message: words });
    assert.deepEqual(readdirSync(lock), [holder], 'the lock of another stays');
    rmSync(lock, { recursive: true });
  }
});

test('the lock of a process that is gone, or of an earlier one with the same number, is taken over', async () => {
  const path = newPath();
  mkdirSync(join(path, '..'), { recursive: true });
  const { pid } = spawnSync(process.execPath, ['--version']);
  for (const gone of [pid, process.pid]) {
    mkdirSync(join(`${path}.lock`, `${gone}`), { recursive: true });
    await fill(path, [advisory('A-1', ['ladle'])]);
    assert.deepEqual(beside(path), []);
  }
});

/** Kills itself at a point of making a store of one record, `A-2`. */
const victim = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const [maker, stage, path, advisory] = process.argv.slice(1);
  const die = () => process.kill(process.pid, 'SIGKILL');
  const { renameSync } = fs;
  fs.renameSync = (from, to) => {
    if (to === path && stage === 'before the swap') die();
    renameSync(from, to);
    if (to === path && stage === 'after the swap') die();
  };
  syncBuiltinESMExports();
  const { [maker]: make } = await import(${JSON.stringify(new URL('store-builder.ts', import.meta.url).href)});
  const made = make(path);
  const starting = maker === 'updateStore' ? made.start() : made;
  if (stage === 'while it is copied') die();
  const builder = await starting;
  if (stage === 'at the start') die();
  builder.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'whole');
  builder.add(JSON.parse(advisory), new Uint8Array([3, 0]));
  if (stage === 'half-way') die();
  builder.end({ fetched: '', loaded: '', unreadable: [] });
  const finishing = builder.finish(${JSON.stringify(fetched)});
  if (stage === 'while the disk takes it') die();
  await finishing;
`;

for (const maker of ['buildStore', 'updateStore'])
  for (const [stage, kept] of [
    ['while it is copied', 'A-1'],
    ['at the start', 'A-1'],
    ['half-way', 'A-1'],
    ['while the disk takes it', 'A-1'],
    ['before the swap', 'A-1'],
    ['after the swap', 'A-2'],
    ['never', 'A-2'],
  ] as const) {
    test(`a process in ${maker} that is killed ${stage} leaves a whole store, and no trace after the next`, async () => {
      const path = newPath();
      await fill(path, [advisory('A-1', ['ladle'])]);
      const given = [maker, stage, path, JSON.stringify(advisory('A-2', ['ladle']))];
      const words = ['--input-type=module', '--eval', victim, ...given];
      const { signal, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      assert.equal(stage === 'never' ? 'SIGKILL' : signal, 'SIGKILL', stderr);
      assert.equal(stderr, '');
      assert.equal(beside(path).length > 0, stage !== 'never');
      assert.deepEqual(ids(path), [kept]);
      await fill(path, [advisory('A-3', ['ladle'])]);
      assert.deepEqual(ids(path), ['A-3']);
      assert.deepEqual(beside(path), []);
    });
  }

test('a store that is updated keeps the rest, and is not there for who has none that can be read', async () => {
  const path = newPath();
  assert.equal(updateStore(path), undefined);
  await fill(path, [advisory('A-1', ['ladle']), advisory('A-2', ['ladle'])]);
  const builder = await updateStore(path)?.start();
  assert.ok(builder !== undefined);
  assert.deepEqual(
    builder.held.sources.map(({ ecosystem, records }) => [ecosystem, records]),
    [['npm', 2]],
  );
  builder.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'changes');
  builder.add(advisory('A-2', ['spoon'], { hash: 'another' }), deflateRawSync('{}'));
  assert.deepEqual(ids(path), ['A-1', 'A-2'], 'who reads meanwhile sees the old one');
  assert.equal(builder.end(state).records, 2);
  await builder.finish(fetched);
  assert.deepEqual(ids(path), ['A-1']);
  for (const damage of ['PRAGMA user_version = 2', 'DROP TABLE source']) {
    const database = new DatabaseSync(path);
    database.exec(damage);
    database.close();
    assert.equal(updateStore(path), undefined, damage);
    assert.deepEqual(beside(path), []);
    await fill(path, [advisory('A-1', ['ladle'])]);
  }
});

for (const [what, before, after] of [
  ['another package', [affects('npm', 'ladle')], [affects('npm', 'bowl')]],
  ['the package of that name in another ecosystem', [affects('npm', 'ladle')], [affects('Hex', 'ladle')]],
  ['another release', [affects('Debian:11', 'ladle')], [affects('Debian:12', 'ladle')]],
  ['one package more', [affects('npm', 'ladle')], [affects('npm', 'ladle'), affects('npm', 'bowl')]],
  ['one package less', [affects('npm', 'ladle'), affects('npm', 'bowl')], [affects('npm', 'ladle')]],
  ['no package any more', [affects('npm', 'ladle')], []],
] as const) {
  test(`a record that comes to name ${what} is found by what it names now, and by nothing else`, async () => {
    const path = newPath();
    await fill(path, [advisory('A-1', [], { affected: before })]);
    const builder = await updateStore(path)?.start();
    builder?.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'changes');
    const late = advisory('A-1', [], { affected: after, modified: '2026-01-03T00:00:00Z', hash: 'another' });
    builder?.add(late, deflateRawSync('{}'));
    builder?.end(state);
    await builder?.finish(fetched);
    const store = openStore(path);
    for (const ecosystem of ['npm', 'Hex', 'Debian'])
      for (const name of ['ladle', 'bowl']) {
        const affected = after.filter((entry) => entry.name === name && entry.ecosystem.startsWith(ecosystem));
        const found = affected.length === 0 ? [] : [{ ...late, affected }];
        assert.deepEqual(store.candidates({ ecosystem, name }), found, `${ecosystem} ${name}`);
      }
    store.close();
  });
}

test('how many records a source has and which is its latest is known after each change, as if all were counted', async () => {
  const path = newPath();
  const at = (id: string, day: number) =>
    advisory(id, ['ladle'], { modified: `2026-01-${day}T00:00:00Z`, hash: `${id} of ${day}` });
  await fill(path, [at('A-1', 12), at('A-2', 11)]);
  for (const [given, records, newest] of [
    [at('A-3', 13), 3, 13],
    [at('A-3', 14), 3, 14],
    [at('A-3', 10), 3, 12],
    [at('A-1', 12), 3, 12],
  ] as const) {
    const builder = await updateStore(path)?.start();
    builder?.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'changes');
    builder?.add(given, deflateRawSync('{}'));
    const source = builder?.end(state);
    assert.deepEqual([source?.records, source?.newest], [records, `2026-01-${newest}T00:00:00Z`]);
    await builder?.finish(fetched);
  }
});

test('a copy of a store is the store', async () => {
  const [path, copy] = [newPath(), join(folder, 'copy.sqlite')];
  const content = await fill(path, [advisory('A-1', ['ladle'])]);
  copyFileSync(path, copy);
  const store = openStore(copy);
  assert.deepEqual(store.content(), content);
  store.close();
});
