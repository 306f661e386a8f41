import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { askFolder } from '../../node/network/feed-source.ts';
import { nodeHost } from '../../node/host.ts';
import type { Host } from '../host.ts';
import type { FeedSource } from '../feed-source.ts';
import { sync } from './sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-sync-'));
after(() => rmSync(folder, { recursive: true }));

let places = 0;

/** Files of a source by path; a function stands for a source that fails. */
type Mirror = Readonly<Record<string, Uint8Array | (() => never)>>;

/** A host whose sources are in memory, its store on the disk. */
function hostWith(mirrors: Readonly<Record<string, Mirror>>): Host {
  const openSource = (address: string): Promise<FeedSource> => {
    const get: FeedSource['get'] = async (path) => {
      const answer = mirrors[address]?.[path];
      return typeof answer === 'function' ? answer() : Promise.resolve(answer);
    };
    return Promise.resolve({ address, get, ask: (request) => askFolder(get, request) });
  };
  return {
    ...nodeHost({ root: folder }),
    clock: { now: () => new Date('2026-11-23T08:00:00Z'), heldBy: undefined },
    openSource,
  };
}

function newStore(): string {
  return join(folder, `${places++}`, 'advisories.sqlite');
}

function record(id: string, part: object = {}): Uint8Array {
  const affected = [{ package: { ecosystem: 'npm', name: 'ladle' }, versions: ['1.0.0'] }];
  return strToU8(JSON.stringify({ id, modified: '2026-01-02T00:00:00Z', affected, ...part }));
}

function archive(...records: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  return zipSync(Object.fromEntries(records.map(([id, bytes]) => [`${id}.json`, bytes])));
}

async function storedIds(host: Host, storePath: string): Promise<readonly string[]> {
  const store = await host.stores.open(storePath);
  const found = store.candidates({ ecosystem: 'npm', name: 'ladle' });
  store.close();
  return found.map(({ id }) => id);
}

const full: Mirror = {
  'ecosystems.txt': strToU8('npm\nPyPI\n'),
  'npm/all.zip': archive(['A-1', record('A-1')], ['A-2', record('A-2', { modified: '2026-03-04T00:00:00Z' })]),
  'PyPI/modified_id.csv': strToU8('2026-01-02T00:00:00Z,B-1\n2026-01-02T00:00:00Z,B-2\n'),
  'PyPI/B-1.json': record('B-1'),
  'PyPI/B-2.json': record('B-2'),
};

test('all ecosystems that a source lists are synced, from archives and from lists', async () => {
  const host = hostWith({ full });
  const storePath = newStore();
  const told: object[] = [];
  const result = await sync(host, {
    from: ['full'],
    ecosystems: undefined,
    storePath,
    progress: (source) => told.push(source),
  });
  assert.deepEqual(result.sources, [
    {
      feed: 'osv',
      from: 'full',
      ecosystem: 'PyPI',
      records: 2,
      read: 2,
      newest: '2026-01-02T00:00:00Z',
      unreadable: [],
    },
    {
      feed: 'osv',
      from: 'full',
      ecosystem: 'npm',
      records: 2,
      read: 2,
      newest: '2026-03-04T00:00:00Z',
      unreadable: [],
    },
  ]);
  assert.deepEqual(told, result.sources);
  assert.deepEqual(result.diagnostics, []);
  assert.deepEqual(await storedIds(host, storePath), ['A-1', 'A-2', 'B-1', 'B-2']);
  const store = await host.stores.open(storePath);
  assert.deepEqual(store.content(), result.content);
  assert.ok(result.content.kind === 'filled');
  assert.equal(result.content.fetched, '2026-11-23T08:00:00.000Z');
  assert.equal(result.content.newest, '2026-03-04T00:00:00Z');
  assert.equal(store.document('osv', 'B-1'), Buffer.from(record('B-1')).toString());
  store.close();
});

test('only the ecosystems that are wanted are asked for, and need no index', async () => {
  const { 'ecosystems.txt': _, ...rest } = full;
  const host = hostWith({ rest });
  const storePath = newStore();
  const { sources } = await sync(host, { from: ['rest'], ecosystems: ['npm'], storePath });
  assert.deepEqual(
    sources.map(({ ecosystem }) => ecosystem),
    ['npm'],
  );
  assert.deepEqual(await storedIds(host, storePath), ['A-1', 'A-2']);
});

test('an ecosystem without records is told, and the store does not claim it', async () => {
  const result = await sync(hostWith({ full }), {
    from: ['full'],
    ecosystems: ['npm', 'Debian'],
    storePath: newStore(),
  });
  assert.deepEqual(
    result.diagnostics.map(({ rule, severity, message, place }) => [rule, severity, message, place]),
    [['sync/no-records', 'warning', 'Debian: the source has no records', { file: 'full/Debian' }]],
  );
  assert.ok(result.content.kind === 'filled');
  assert.deepEqual(
    result.content.sources.map(({ ecosystem }) => ecosystem),
    ['npm'],
  );
});

test('records that cannot be read, or are listed and missing, are told with their reasons', async () => {
  const mirror: Mirror = {
    'npm/all.zip': archive(['A-1', record('A-1')], ['A-2', strToU8('{')], ['A-3', record('A-3', { modified: 7 })]),
    'PyPI/modified_id.csv': strToU8('2026-01-02T00:00:00Z,B-1\n'),
  };
  const { sources, diagnostics } = await sync(hostWith({ mirror }), {
    from: ['mirror'],
    ecosystems: ['PyPI', 'npm'],
    storePath: newStore(),
  });
  assert.deepEqual(
    sources.flatMap(({ unreadable }) => unreadable.map(({ name }) => name)),
    ['PyPI/B-1.json', 'A-2.json', 'A-3.json'],
  );
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    [
      'PyPI: the source has no records',
      'PyPI: 1 of 1 records cannot be read: PyPI/B-1.json (the source lists it, but does not have it)',
      'npm: 1 of 3 records cannot be read: A-2.json (it is no JSON in UTF-8: it begins with "{")',
      'npm: a part of 1 of 2 records cannot be read, the rest of them is kept: A-3.json ("modified": Invalid input: expected string, received number)',
    ],
  );
});

test('of two records by which one source calls one id the later counts, and that there were two is told', async () => {
  const [early, late] = [record('A-1', { summary: 'early' }), record('A-1', { modified: '2026-02-01T00:00:00Z' })];
  for (const [first, second] of [
    [early, late],
    [late, early],
  ] as const) {
    const mirror = { 'npm/all.zip': archive(['A-1', first], ['A-2', second], ['A-3', record('A-3')]) };
    const host = hostWith({ mirror });
    const storePath = newStore();
    const { diagnostics } = await sync(host, { from: ['mirror'], ecosystems: ['npm'], storePath });
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      [
        'npm: 1 of 3 records cannot be read: A-1.json (another record of the source has the same id, and the later of them counts)',
      ],
    );
    const store = await host.stores.open(storePath);
    const [found] = store.candidates({ ecosystem: 'npm', name: 'ladle' });
    assert.equal(found?.modified, '2026-02-01T00:00:00Z');
    store.close();
  }
});

test('a list that names a record twice is no fault of the record', async () => {
  const mirror = {
    'npm/modified_id.csv': strToU8('2026-01-02T00:00:00Z,B-1\n2026-01-02T00:00:00Z,B-1\n'),
    'npm/B-1.json': record('B-1'),
  };
  const { diagnostics } = await sync(hostWith({ mirror }), {
    from: ['mirror'],
    ecosystems: ['npm'],
    storePath: newStore(),
  });
  assert.deepEqual(diagnostics, []);
});

test('what two sources hold is joined; of the same record the later one stays', async () => {
  const first = { 'npm/all.zip': archive(['A-1', record('A-1', { summary: 'old' })]) };
  const late = record('A-1', { summary: 'new', modified: '2026-02-01T00:00:00Z' });
  const second = { 'npm/all.zip': archive(['A-1', late], ['A-2', record('A-2')]) };
  const hashes: string[] = [];
  for (const from of [
    ['first', 'second'],
    ['second', 'first'],
  ]) {
    const host = hostWith({ first, second });
    const storePath = newStore();
    const { content } = await sync(host, { from, ecosystems: ['npm'], storePath });
    assert.ok(content.kind === 'filled');
    hashes.push(content.hash);
    const store = await host.stores.open(storePath);
    const found = store.candidates({ ecosystem: 'npm', name: 'ladle' });
    assert.deepEqual(
      found.map(({ id, summary }) => [id, summary]),
      [
        ['A-1', 'new'],
        ['A-2', undefined],
      ],
    );
    store.close();
  }
  assert.equal(hashes[0], hashes[1]);
});

test('what a source no longer has is gone after the next sync', async () => {
  const storePath = newStore();
  await sync(hostWith({ full }), { from: ['full'], ecosystems: ['npm'], storePath });
  const less = { 'npm/all.zip': archive(['A-2', record('A-2')]) };
  const host = hostWith({ less });
  await sync(host, { from: ['less'], ecosystems: ['npm'], storePath });
  assert.deepEqual(await storedIds(host, storePath), ['A-2']);
});

const unreachable = () => {
  throw new Error('out of reach');
};

const failures: readonly (readonly [
  what: string,
  mirror: Mirror,
  ecosystems: readonly string[] | undefined,
  RegExp,
])[] = [
  ['has nothing', {}, ['npm', 'PyPI'], /^"bad" has no advisories for PyPI, npm$/],
  ['has no index when all is wanted', { 'npm/all.zip': archive() }, undefined, /^"bad" has no ecosystems\.txt$/],
  [
    'answers the index with a page',
    { 'ecosystems.txt': strToU8('<html></html>') },
    undefined,
    /^"bad" answers ecosystems\.txt with something else$/,
  ],
  [
    'answers with a page',
    { 'npm/all.zip': strToU8('<html>Sign in</html>') },
    ['npm'],
    /^the OSV advisories for npm at "bad" are damaged: .*no zip archive.*"<html>Sign in/,
  ],
  [
    'has one damaged archive among good ones',
    { 'PyPI/all.zip': full['npm/all.zip'] as Uint8Array, 'npm/all.zip': archive(['A-9', record('A-9')]).slice(0, 90) },
    ['PyPI', 'npm'],
    /^the OSV advisories for npm at "bad" are damaged/,
  ],
  ['is out of reach half-way', { ...full, 'npm/all.zip': unreachable }, ['PyPI', 'npm'], /^out of reach$/],
  ['has an empty archive', { 'npm/all.zip': archive() }, ['npm'], /^"bad" has no advisories for npm$/],
];

for (const [what, bad, ecosystems, message] of failures)
  test(`a source that ${what} leaves the old store in use`, async () => {
    const storePath = newStore();
    const host = hostWith({ full, bad });
    await sync(host, { from: ['full'], ecosystems: ['npm'], storePath });
    await assert.rejects(sync(host, { from: ['full', 'bad'], ecosystems, storePath }), { message });
    assert.deepEqual(await storedIds(host, storePath), ['A-1', 'A-2']);
    assert.deepEqual(readdirSync(join(storePath, '..')), ['advisories.sqlite']);
  });

test('a sync of no source, or for nothing, is wrong use', async () => {
  const host = hostWith({ full });
  const storePath = newStore();
  await assert.rejects(sync(host, { from: [], ecosystems: ['npm'], storePath }), { name: 'UsageError' });
  await assert.rejects(sync(host, { from: ['full'], ecosystems: [], storePath }), { name: 'UsageError' });
});
