import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { nodeHost } from '../../node/host.ts';
import { sync } from '../sync/sync.ts';
import { applyBundle } from './apply-bundle.ts';
import { makeBundle } from './make-bundle.ts';
import { openBundle } from './open-bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-bundle-databases-'));
after(() => rmSync(folder, { recursive: true }));

const host = {
  ...nodeHost({ root: folder }),
  clock: { now: () => new Date('2026-11-01T08:00:00Z'), heldBy: undefined },
};
const { privateKey: key, publicKey: trust } = generateKeyPairSync('ed25519');

function put(path: string, content: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}

/** An entry of the NVD, a record of the CVE List and an advisory of GitHub for each id, with its last change. */
function fill(states: Readonly<Record<string, string>>): void {
  for (const name of ['nvd', 'cves', 'ghsa']) rmSync(join(folder, name), { recursive: true, force: true });
  for (const [number, day] of Object.entries(states)) {
    const [id, instant] = [`CVE-2026-${number}`, `${day}T00:00:00.000Z`];
    const match = { vulnerable: true, criteria: `cpe:2.3:a:maker:ladle${day.slice(-2)}:*:*:*:*:*:*:*:*` };
    const configurations = [{ nodes: [{ operator: 'OR', cpeMatch: [match] }] }];
    put(`nvd/${id}.json`, { cve: { id, lastModified: instant.slice(0, -1), configurations } });
    put(`cves/${id}.json`, {
      dataType: 'CVE_RECORD',
      cveMetadata: { cveId: id, state: 'PUBLISHED', dateUpdated: instant },
      containers: { cna: { affected: [{ vendor: 'maker', product: 'ladle', defaultStatus: 'affected' }] } },
    });
    const affected = [{ package: { ecosystem: 'npm', name: 'ladle' }, versions: ['1.0.0'] }];
    put(`ghsa/GHSA-aaaa-bbbb-${number}.json`, { id: `GHSA-aaaa-bbbb-${number}`, modified: instant, affected });
  }
}

async function syncInto(name: string, databases = ['nvd', 'cves', 'ghsa']) {
  const named = databases.map(
    (from) => ({ feed: from === 'cves' ? 'cve-list' : (from as 'nvd' | 'ghsa'), from }) as const,
  );
  return sync(host, { from: [], ecosystems: undefined, databases: named, storePath: store(name) });
}

const store = (name: string) => join(folder, `${name}.sqlite`);

async function wholeOf(name: string) {
  const opened = await host.stores.open(store(name));
  const ids = ['0001', '0002', '0003'].map((number) => `CVE-2026-${number}`);
  const products = ['ladle', 'ladle01', 'ladle02', 'ladle09'].map((product) => ({ vendor: 'maker', product }));
  const whole = {
    content: opened.content(),
    cves: opened.cves(ids, products),
    products: opened.products(['ladle01', 'ladle02', 'ladle09']),
    candidates: opened.candidates({ ecosystem: 'npm', name: 'ladle' }),
    documents: ids.flatMap((id) => ['nvd', 'cve-list'].map((feed) => opened.document(feed, id))),
  };
  opened.close();
  return whole;
}

async function take(name: string, bytes: Uint8Array): Promise<void> {
  const bundle = await openBundle('in.tar', bytes, trust);
  await applyBundle(host, { name: 'in.tar', bundle, storePath: store(name) });
}

test('databases travel in full and delta bundles, and the other site holds the same', async () => {
  fill({ '0001': '2026-10-02', '0002': '2026-10-02' });
  await syncInto('monday');
  const full = (await makeBundle(host, { storePath: store('monday'), key })).bytes;
  await take('other', full);
  assert.deepEqual(await wholeOf('other'), await wholeOf('monday'));
  assert.deepEqual((await makeBundle(host, { storePath: store('other'), key })).bytes, full);

  fill({ '0001': '2026-10-01', '0003': '2026-10-09' });
  await syncInto('friday');
  const since = await openBundle('full.tar', full, trust);
  const { bytes: delta, manifest } = await makeBundle(host, { storePath: store('friday'), key, since });
  assert.deepEqual(
    manifest.databases?.map(({ feed, files }) => `${feed} ${files.map(({ records }) => records).join()}`),
    ['nvd 2', 'cve-list 2', 'ghsa '],
  );
  assert.deepEqual(manifest.removed.map((pair) => pair.join(' ')).toSorted(), [
    'cve-list CVE-2026-0002',
    'ghsa GHSA-aaaa-bbbb-0002',
    'nvd CVE-2026-0002',
  ]);
  await take('other', delta);
  assert.deepEqual(
    await wholeOf('other'),
    await wholeOf('friday'),
    'even where a record went back to an earlier state',
  );
  await assert.rejects(take('other', delta), {
    name: 'HostError',
    message: /is refused: the store is at sha256:\w+ already, to which it leads$/,
  });
});

test('a database that is gone is gone by a delta, too', async () => {
  fill({ '0001': '2026-10-02' });
  await syncInto('both');
  const full = (await makeBundle(host, { storePath: store('both'), key })).bytes;
  await syncInto('one', ['cves']);
  const since = await openBundle('full.tar', full, trust);
  const delta = (await makeBundle(host, { storePath: store('one'), key, since })).bytes;
  await take('gone', full);
  await take('gone', delta);
  assert.deepEqual(await wholeOf('gone'), await wholeOf('one'));
});

test('a bundle with databases is refused whichever byte of it differs', async () => {
  fill({ '0001': '2026-10-02' });
  await syncInto('bytes');
  const { bytes } = await makeBundle(host, { storePath: store('bytes'), key });
  for (let at = 0; at < bytes.length; at += 61) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await assert.rejects(openBundle('in.tar', changed, trust), { name: 'HostError', message: /is refused/ }, `${at}`);
  }
});

test('the next sync after a bundle reads all anew', async () => {
  fill({ '0001': '2026-10-02' });
  await syncInto('taken');
  await take('taken', (await makeBundle(host, { storePath: store('taken'), key })).bytes);
  assert.equal((await syncInto('taken')).anew, 'databases');
});
