import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { nodeHost } from '../../node/host.ts';
import type { Host } from '../host.ts';
import type { FeedSource } from '../feed-source.ts';
import { sync } from './sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-incremental-'));
after(() => rmSync(folder, { recursive: true }));

type Made = {
  readonly id: string;
  readonly modified: string;
  readonly names: readonly string[];
  readonly salt: number;
};

/** What a bucket holds: records by ecosystem and id. */
type Bucket = Map<string, Map<string, Made>>;

let paths: string[] = [];
let now = '2026-11-01T08:00:00Z';
const buckets = new Map<string, Bucket>();
/** Paths that a bucket names but does not have. */
const missing = new Set<string>();
/** Paths that a bucket answers with nothing. */
const blank = new Set<string>();

function answer(bucket: Bucket, path: string): Uint8Array | undefined {
  const [ecosystem = '', name = ''] = path.split('/');
  const records = [...(bucket.get(ecosystem)?.values() ?? [])].toSorted((a, b) => (a.modified < b.modified ? 1 : -1));
  if (records.length === 0 || missing.has(path)) return undefined;
  if (blank.has(path)) return new Uint8Array();
  if (name === 'all.zip') return zipSync(Object.fromEntries(records.map((made) => [`${made.id}.json`, bytesOf(made)])));
  if (name === 'modified_id.csv') return strToU8(records.map(({ modified, id }) => `${modified},${id}\n`).join(''));
  const found = bucket.get(ecosystem)?.get(name.replace(/\.json$/, ''));
  return found === undefined ? undefined : bytesOf(found);
}

function bytesOf({ id, modified, names, salt }: Made): Uint8Array {
  const affected = names.map((name) => ({ package: { ecosystem: 'npm', name }, versions: [`1.0.${salt}`] }));
  return strToU8(JSON.stringify({ id, modified, affected }));
}

const host: Host = {
  ...nodeHost({ root: folder }),
  clock: { now: () => new Date(now), heldBy: undefined },
  openSource: (address) => {
    const get: FeedSource['get'] = (path) => {
      paths.push(path);
      return Promise.resolve(answer(buckets.get(address) ?? new Map(), path));
    };
    return Promise.resolve({
      address,
      get,
      ask: async ({ path, unless }) => {
        const bytes = await get(path);
        if (bytes === undefined) return { kind: 'none' };
        const etag = Buffer.from(bytes).toString('base64');
        return etag === unless?.etag
          ? { kind: 'unchanged' }
          : { kind: 'bytes', bytes, validators: { etag }, headers: {} };
      },
    });
  },
};

/** All that a store answers about the packages of this test, with what it says of itself but for the time. */
async function wholeOf(path: string) {
  const store = await host.stores.open(path);
  const content = store.content();
  const asked = ['a', 'b', 'c'].map((name) => [name, store.candidates({ ecosystem: 'npm', name })] as const);
  const found = asked.filter(([, records]) => records.length > 0);
  const documents = found.flatMap(([, records]) => records.map(({ feed, id }) => store.document(feed, id)));
  store.close();
  return { ...content, fetched: '', found, documents };
}

const request = (name: string, from: readonly string[], full = false) => ({
  from,
  ecosystems: ['PyPI', 'npm'],
  storePath: join(folder, name),
  full,
});

/** A row of numbers that looks like chance and is the same each time (Numerical Recipes' linear congruence). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Changes a bucket as publishers do: new records, new states, late, undated and taken back ones. */
function stir(bucket: Bucket, roll: (sides: number) => number, day: number): void {
  for (const ecosystem of ['PyPI', 'npm']) {
    const records = bucket.get(ecosystem) ?? new Map<string, Made>();
    bucket.set(ecosystem, records);
    for (let count = roll(4); count > 0; count--) {
      const id = `X-${roll(8)}`;
      const names = ['a', 'b', 'c'].slice(roll(3));
      const hour = String(roll(24)).padStart(2, '0');
      const made = { id, names, salt: roll(1000), modified: `2026-10-${10 + day}T${hour}:00:00Z` };
      for (const each of roll(2) === 0 ? [ecosystem] : ['PyPI', 'npm'])
        bucket.set(each, (bucket.get(each) ?? new Map<string, Made>()).set(id, made));
    }
  }
}

/** What only an archive shows: records taken back, and states from before. */
function takeBack(bucket: Bucket, roll: (sides: number) => number, day: number): void {
  for (const records of bucket.values())
    for (const [id, made] of records) {
      const fate = roll(5);
      if (fate === 0) records.delete(id);
      if (fate === 1)
        records.set(id, { ...made, salt: roll(1000), modified: `2026-09-${10 + roll(day + 1)}T00:00:00Z` });
    }
}

const reasons = new Set<string | undefined>();

for (let seed = 1; seed <= 16; seed++)
  test(`what changed, put into a store, makes the same store as all of it anew (${seed})`, async () => {
    const roll = dice(seed);
    const from = seed % 2 === 0 ? ['one', 'two'] : ['one'];
    const isListless = seed % 4 > 1;
    for (const ecosystem of isListless ? ['npm', 'PyPI'] : []) missing.add(`${ecosystem}/modified_id.csv`);
    const each = from.map((name): Bucket => {
      const lasting = { id: 'Y', modified: '2026-10-01T00:00:00Z', names: ['a'], salt: 0 };
      buckets.set(name, new Map([['npm', new Map([['Y', lasting]])]]));
      return buckets.get(name) ?? new Map();
    });
    for (let day = 0; day <= 6; day++) {
      for (const bucket of each) {
        stir(bucket, roll, day);
        if (isListless) takeBack(bucket, roll, day);
        bucket.get('npm')?.set('Y', { id: 'Y', modified: '2026-10-01T00:00:00Z', names: ['a'], salt: 0 });
      }
      const { anew } = await sync(host, request(`stirred-${seed}`, from));
      reasons.add(anew);
      await sync(host, request(`anew-${seed}`, from, true));
      assert.deepEqual(await wholeOf(join(folder, `stirred-${seed}`)), await wholeOf(join(folder, `anew-${seed}`)));
    }
    missing.clear();
  });

test('those stores were made in every way', () => {
  assert.deepEqual(reasons, new Set(['no store', undefined, 'unsure']));
});

const first = { id: 'X-1', modified: '2026-10-01T00:00:00Z', names: ['a'], salt: 1 };
const second = { id: 'X-2', modified: '2026-10-02T00:00:00Z', names: ['b'], salt: 2 };
const third = { id: 'X-3', modified: '2026-10-03T00:00:00Z', names: ['c'], salt: 3 };

function hold(...records: readonly Made[]): void {
  buckets.set('bucket', new Map([['npm', new Map(records.map((made) => [made.id, made]))]]));
}

/** Syncs npm from one bucket; tells what was asked for, why all was read, and which records the store has. */
async function syncNpm(name: string, full = false) {
  paths = [];
  const storePath = join(folder, name);
  const { anew } = await sync(host, { from: ['bucket'], ecosystems: ['npm'], storePath, full });
  const { found } = await wholeOf(storePath);
  const ids = new Set(found.flatMap(([, records]) => records.map(({ id }) => id)));
  return { asked: paths, anew, ids: [...ids] };
}

test('after the first time only the list of changes and what changed are asked for', async () => {
  hold(first, second);
  assert.deepEqual((await syncNpm('asked')).asked, ['npm/all.zip']);
  hold(first, second, third);
  assert.deepEqual(await syncNpm('asked'), {
    asked: ['npm/modified_id.csv', 'npm/X-3.json'],
    anew: undefined,
    ids: ['X-1', 'X-2', 'X-3'],
  });
  assert.deepEqual((await syncNpm('asked')).asked, ['npm/modified_id.csv']);
});

test('a further record of the very instant that was latest is not missed', async () => {
  hold(first);
  await syncNpm('same-instant');
  hold(first, { ...second, modified: first.modified });
  assert.deepEqual((await syncNpm('same-instant')).ids, ['X-1', 'X-2']);
});

test('a record that vanished is gone a week later, or when all is asked for', async () => {
  for (const [name, later, full] of [
    ['week', '2026-11-08T08:00:00Z', false],
    ['full', '2026-11-02T08:00:00Z', true],
  ] as const) {
    now = '2026-11-01T08:00:00Z';
    hold(first, second);
    await syncNpm(name);
    hold(first);
    now = '2026-11-02T08:00:00Z';
    assert.deepEqual((await syncNpm(name)).ids, ['X-1', 'X-2']);
    now = later;
    assert.deepEqual(await syncNpm(name, full), {
      asked: ['npm/all.zip'],
      anew: full ? 'asked' : 'a week old',
      ids: ['X-1'],
    });
  }
  now = '2026-11-01T08:00:00Z';
});

test('where a changed record cannot be had, or too much changed, the archive is read', async () => {
  hold(first);
  await syncNpm('archive');
  hold(first, second);
  missing.add('npm/X-2.json');
  assert.deepEqual((await syncNpm('archive')).asked, ['npm/modified_id.csv', 'npm/X-2.json', 'npm/all.zip']);
  missing.clear();
  hold(first, ...Array.from({ length: 2001 }, (_, index) => ({ ...third, id: `Z-${index}` })));
  const { asked, ids, anew } = await syncNpm('archive');
  assert.deepEqual([asked, ids.length, anew], [['npm/modified_id.csv', 'npm/all.zip'], 2002, undefined]);
});

test('a source without a list of changes is read again only when its archive is another', async () => {
  hold(first, second);
  missing.add('npm/modified_id.csv');
  await syncNpm('listless');
  hold(first);
  const { anew, ids } = await syncNpm('listless');
  assert.deepEqual([anew, ids], [undefined, ['X-1']], 'all is read, so that what vanished is gone');
  missing.clear();
});

test('an empty list of changes is no word that nothing changed: all is read', async () => {
  hold(first);
  await syncNpm('blank');
  hold(first, second);
  blank.add('npm/modified_id.csv');
  const { asked, ids } = await syncNpm('blank');
  blank.clear();
  assert.deepEqual(
    [asked, ids],
    [
      ['npm/modified_id.csv', 'npm/all.zip'],
      ['X-1', 'X-2'],
    ],
  );
});

test('another choice of sources makes a store of them alone', async () => {
  hold(first);
  await syncNpm('chosen');
  buckets.set('one', new Map([['npm', new Map([['X-2', second]])]]));
  const { anew, diagnostics } = await sync(host, {
    from: ['one'],
    ecosystems: ['npm'],
    storePath: join(folder, 'chosen'),
  });
  assert.equal(anew, 'named otherwise');
  const lost = diagnostics.filter(({ rule }) => rule === 'sync/no-longer-named').map(({ message }) => message);
  assert.deepEqual(lost, ['the store holds no more, as this sync does not name it: npm of osv from bucket']);
  const { found } = await wholeOf(join(folder, 'chosen'));
  assert.deepEqual(
    found.map(([name]) => name),
    ['b'],
  );
});

test('a list of changes that is a page leaves the old store in use and says which feed it was', async () => {
  hold(first);
  await syncNpm('page');
  const before = await wholeOf(join(folder, 'page'));
  const open = host.openSource;
  const paged: Host = {
    ...host,
    openSource: async (address) => ({
      ...(await open(address)),
      ask: () =>
        Promise.resolve({ kind: 'bytes', bytes: strToU8('<html>Sign in</html>'), validators: {}, headers: {} }),
    }),
  };
  const request = { from: ['bucket'], ecosystems: ['npm'], storePath: join(folder, 'page') };
  await assert.rejects(sync(paged, request), {
    name: 'HostError',
    message: /^the OSV advisories for npm at "bucket" are damaged: npm\/modified_id.csv is no list of changes$/,
    help: /The store was not changed\.$/,
  });
  assert.deepEqual(await wholeOf(join(folder, 'page')), before);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.')),
    [],
  );
});

test('a state that outdid another is gone with the source that gave it', async () => {
  missing.add('npm/modified_id.csv');
  const give = (name: string, made: Made | undefined) =>
    buckets.set(
      name,
      new Map([['npm', new Map([first, ...(made === undefined ? [] : [made])].map((each) => [each.id, each]))]]),
    );
  const old = { ...second, names: ['c'] };
  const states: (string | undefined)[] = [];
  for (const later of [old, { ...old, modified: third.modified }, undefined]) {
    give('one', old);
    give('two', later);
    const { anew } = await sync(host, { ...request('outdone', ['one', 'two']), ecosystems: ['npm'] });
    states.push(anew);
  }
  missing.clear();
  const { found } = await wholeOf(join(folder, 'outdone'));
  const modified = found.find(([name]) => name === 'c')?.[1].map((each) => each.modified);
  assert.deepEqual([states, modified], [['no store', undefined, 'unsure'], [old.modified]]);
});
