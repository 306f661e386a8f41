import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { tarArchive } from '../../base/archives/tar-archive.ts';
import { nodeHost } from '../../node/host.ts';
import { sync } from '../sync/sync.ts';
import { applyBundle } from './apply-bundle.ts';
import { signingKey, trustedKey } from './bundle-keys.ts';
import { makeBundle } from './make-bundle.ts';
import { openBundle } from './open-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-bundle-'));
after(() => rmSync(folder, { recursive: true }));

const host = {
  ...nodeHost({ root: folder }),
  clock: { now: () => new Date('2026-11-01T08:00:00Z'), heldBy: undefined },
};
const keys = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const [key, trust] = [signingKey(keys.privateKey), trustedKey(keys.publicKey)];

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function record(id: string, modified: string): readonly [string, Uint8Array] {
  const affected = ['npm', 'PyPI'].map((ecosystem) => ({ package: { ecosystem, name: 'ladle' }, versions: ['1.0.0'] }));
  return [`${id}.json`, strToU8(JSON.stringify({ id, modified, affected, details: `About ${id}. `.repeat(20) }))];
}

type Made = readonly [ecosystem: string, records: readonly (readonly [string, Uint8Array])[]];

/** Fills a store from a mirror of these records and a list, and tells its hash. */
async function fill(name: string, mirror: readonly Made[], listed: string, by = host): Promise<string> {
  rmSync(join(folder, name), { recursive: true, force: true });
  for (const [ecosystem, records] of mirror) put(`${name}/${ecosystem}/all.zip`, zipSync(Object.fromEntries(records)));
  put(`${name}/ecosystems.txt`, mirror.map(([ecosystem]) => `${ecosystem}\n`).join(''));
  const entry = {
    cveID: listed,
    dateAdded: '2026-02-03',
    dueDate: '2026-03-03',
    knownRansomwareCampaignUse: 'Unknown',
  };
  put(
    `${name}/known_exploited_vulnerabilities.json`,
    JSON.stringify({
      catalogVersion: listed,
      dateReleased: '2026-02-03T00:00:00Z',
      count: 1,
      vulnerabilities: [entry],
    }),
  );
  const lists = [{ feed: 'kev', from: name } as const];
  const { content } = await sync(by, {
    from: [name],
    ecosystems: undefined,
    lists,
    storePath: store('out'),
    full: true,
  });
  assert.ok(content.kind === 'filled');
  return content.hash;
}

function store(name: string): string {
  return join(folder, 'stores', `${name}.sqlite`);
}

/** All that a store answers about the package of this test. */
async function wholeOf(name: string) {
  const opened = await host.stores.open(store(name));
  const found = ['npm', 'PyPI'].map((ecosystem) => opened.candidates({ ecosystem, name: 'ladle' }));
  const documents = found.flat().map(({ feed, id }) => opened.document(feed, id));
  const facts = opened.facts(['CVE-2026-0001', 'CVE-2026-0002'], []);
  const content = opened.content();
  opened.close();
  return { content, found, documents, facts };
}

async function take(name: string, bytes: Uint8Array) {
  return applyBundle(host, {
    name: 'in.tar',
    bundle: await openBundle('in.tar', bytes, trust),
    storePath: store(name),
  });
}

const monday: readonly Made[] = [
  ['npm', [record('A-1', '2026-10-01T00:00:00Z'), record('A/2', '2026-10-02T00:00:00Z')]],
  ['PyPI', [record('A-1', '2026-10-01T00:00:00Z'), record('B-1', '2026-10-03T00:00:00Z')]],
];
const friday: readonly Made[] = [
  ['npm', [record('A-1', '2026-10-09T00:00:00Z')]],
  [
    'PyPI',
    [
      record('A-1', '2026-10-09T00:00:00Z'),
      record('B-1', '2026-10-03T00:00:00Z'),
      record('C-1', '2026-10-08T00:00:00Z'),
    ],
  ],
];

let full: Uint8Array = new Uint8Array();
let delta: Uint8Array = new Uint8Array();

before(async () => {
  await fill('monday', [['npm', monday[0]?.[1].slice(0, 1) ?? []], monday[1] ?? ['PyPI', []]], 'CVE-2026-0001');
  full = (await makeBundle(host, { storePath: store('out'), key })).bytes;
  cpSync(store('out'), store('monday'));
  await fill('monday', friday, 'CVE-2026-0002');
  delta = (await makeBundle(host, { storePath: store('out'), key, since: await openBundle('full', full, trust) }))
    .bytes;
  cpSync(store('out'), store('friday'));
});

test('a full bundle makes the store of another site the same, and the same store gives the same bundle', async () => {
  await take('full', full);
  assert.deepEqual(await wholeOf('full'), await wholeOf('monday'));
  assert.deepEqual((await makeBundle(host, { storePath: store('monday'), key })).bytes, full);
  assert.deepEqual(
    (await makeBundle(host, { storePath: store('full'), key })).bytes,
    full,
    'and so does the other site',
  );
});

test('a delta holds what changed and leads on from its base', async () => {
  await take('delta', full);
  const { manifest } = await openBundle('delta', delta, trust);
  assert.deepEqual(
    manifest.sources.map(({ ecosystem, records, files }) => [ecosystem, records, files.map((file) => file.records)]),
    [
      ['PyPI', 3, [2]],
      ['npm', 1, [1]],
    ],
  );
  await take('delta', delta);
  assert.deepEqual(await wholeOf('delta'), await wholeOf('friday'));
});

test('a delta takes off what is gone, with the source that is gone', async () => {
  await fill('monday', friday.slice(0, 1), 'CVE-2026-0002');
  const since = await openBundle('delta', delta, trust);
  const made = await makeBundle(host, { storePath: store('out'), key, since });
  assert.deepEqual(made.manifest.removed, [
    ['osv', 'B-1'],
    ['osv', 'C-1'],
  ]);
  await take('gone', full);
  await take('gone', delta);
  await take('gone', made.bytes);
  assert.deepEqual(await wholeOf('gone'), await wholeOf('out'));
});

test('a delta of another base is refused, and the old store stays', async () => {
  await assert.rejects(take('nowhere', delta), { message: /is refused: there is no store here/, help: /full one/ });
  await take('further', full);
  await take('further', delta);
  const before = await wholeOf('further');
  await assert.rejects(take('further', delta), {
    name: 'HostError',
    message: /is refused: the store is at sha256:\w+ already, to which it leads$/,
    help: /^There is nothing to do\./,
  });
  assert.deepEqual(await wholeOf('further'), before);
  await fill('monday', monday, 'CVE-2026-0002');
  await assert.rejects(take('out', delta), {
    name: 'HostError',
    message: /is refused: it changes the state sha256:\w+, and the store is at sha256:/,
    help: /Apply the bundle that leads to sha256:\w+ first, .*The store was not changed\.$/,
  });
  assert.deepEqual(
    readdirSync(join(folder, 'stores')).filter((name) => name.startsWith('.') || name.endsWith('lock')),
    [],
  );
});

test('a delta that leads back is refused, with what would lead on; a full bundle that does says so', async () => {
  const later = { ...host, clock: { now: () => new Date('2026-11-08T08:00:00Z'), heldBy: undefined } };
  await take('ahead', full);
  await fill('monday', monday, 'CVE-2026-0002', later);
  cpSync(store('out'), store('ahead'));
  const before = await wholeOf('ahead');
  assert.ok(before.content.kind === 'filled');
  await assert.rejects(take('ahead', delta), {
    name: 'HostError',
    message:
      /fetched 2026-11-01T08:00:00\.000Z, and the store holds what was fetched 2026-11-08T08:00:00\.000Z, which is newer$/,
    help: new RegExp(
      `^Where a later bundle of its maker was taken, .* Otherwise ask for one that changes the state ${before.content.hash}, or for a full one\\. The store was not changed\\.$`,
    ),
  });
  assert.deepEqual(await wholeOf('ahead'), before);
  assert.equal((await take('ahead', full)).newer, '2026-11-08T08:00:00.000Z');
  assert.equal((await take('ahead', delta)).newer, undefined);
});

test('a bundle that does not lead to what it says is refused, and the old store stays', async () => {
  await take('astray', full);
  const before = await wholeOf('astray');
  for (const [bytes, help] of [
    [full, /^Ask its maker for one that was made with this version/],
    [delta, /^Ask its maker for a full bundle/],
  ] as const) {
    const { manifest, ...bundle } = await openBundle('in.tar', bytes, trust);
    const lacking = { ...manifest, sources: manifest.sources.map((source) => ({ ...source, files: [] })) };
    const given = { name: 'in.tar', bundle: { ...bundle, manifest: lacking }, storePath: store('astray') };
    const message = new RegExp(
      `^the bundle "in\\.tar" is refused: the store would be sha256:\\w+, not ${manifest.snapshot}$`,
    );
    await assert.rejects(applyBundle(host, given), { name: 'HostError', message, help });
    assert.deepEqual(await wholeOf('astray'), before);
  }
});

test('a delta without a change brings a store the day on which that was found out', async () => {
  const later = { ...host, clock: { now: () => new Date('2026-11-08T08:00:00Z'), heldBy: undefined } };
  await take('unchanged', full);
  await take('unchanged', delta);
  const before = await wholeOf('unchanged');
  await fill('monday', friday, 'CVE-2026-0002', later);
  const since = await openBundle('delta', delta, trust);
  const { bytes, manifest } = await makeBundle(host, { storePath: store('out'), key, since });
  assert.equal(manifest.snapshot, manifest.base);
  await take('unchanged', bytes);
  const after = await wholeOf('unchanged');
  assert.deepEqual(after.found, before.found);
  assert.equal(after.content.kind === 'filled' && after.content.fetched, '2026-11-08T08:00:00.000Z');
});

test('a full bundle tells what the store held of which it has nothing, wherever that came from', async () => {
  await take('wider', full);
  assert.deepEqual((await take('wider', full)).gone, []);
  put('cargo/crates.io/all.zip', zipSync(Object.fromEntries([record('R-1', '2026-10-01T00:00:00Z')])));
  await sync(host, { from: ['cargo'], ecosystems: ['crates.io'], storePath: store('wider'), rest: 'stays' });
  assert.deepEqual((await take('wider', full)).gone, ['crates.io of osv']);
});

test('a bundle is refused whichever byte of it differs, and wherever it is cut off', async () => {
  for (const bundle of [full, delta]) {
    for (let at = 0; at < bundle.length; at += 7) {
      const changed = Uint8Array.from(bundle);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await assert.rejects(openBundle('in.tar', changed, trust), { name: 'HostError', message: /is refused/ }, `${at}`);
    }
    for (const length of [0, 100, 512, bundle.length - 1024, bundle.length - 1])
      await assert.rejects(openBundle('in.tar', bundle.subarray(0, length), trust), {
        message: /is refused: (?!it holds more)/,
        help: /The store was not changed\.$/,
      });
    await assert.rejects(openBundle('in.tar', Buffer.concat([bundle, new Uint8Array(512)]), trust), {
      message: /is refused: it holds more/,
    });
  }
});

test('a bundle without a signature, or with one by another key, is refused', async () => {
  const manifest = Buffer.from('{}');
  const signature = Buffer.from(`${sign(undefined, manifest, key).toString('base64')}\n`);
  const other = trustedKey(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString());
  const unsigned = tarArchive([{ path: 'manifest.json', bytes: manifest }]);
  const foreign = tarArchive([
    { path: 'manifest.json', bytes: manifest },
    { path: 'manifest.json.sig', bytes: signature },
  ]);
  for (const [bytes, trusted, message] of [
    [unsigned, trust, /: it is not signed$/],
    [full, other, /: its signature is not by the key that is trusted/],
    [foreign, trust, /: its manifest is not one that this Tureen reads$/],
    [strToU8('<html>Sign in</html>'.repeat(60)), trust, /: it is no tar archive$/],
  ] as const)
    await assert.rejects(openBundle('in.tar', bytes, trusted), { name: 'HostError', message, help: /./ });
});

test('a file that is no key for this is told, with how to make one', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
  for (const text of ['', 'no key', keys.publicKey, rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()])
    assert.throws(() => signingKey(text), { name: 'UsageError', help: /openssl genpkey/ });
  for (const text of ['', 'no key', keys.privateKey, rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()])
    assert.throws(() => trustedKey(text), { name: 'UsageError', help: /openssl pkey/ });
});

test('an empty store makes no bundle', async () => {
  await assert.rejects(makeBundle(host, { storePath: store('empty'), key }), {
    message: /^there is no advisory store: the file ".*" does not exist$/,
    help: /sync/,
  });
});
