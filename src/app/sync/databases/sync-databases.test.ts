import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { HostError } from '../../../base/errors.ts';
import { openStore } from '../../../node/store/advisory-store.ts';
import { nodeHost } from '../../../node/host.ts';
import { sync } from '../sync.ts';
import type { NamedDatabase } from './opened-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-databases-'));
after(() => rmSync(folder, { recursive: true }));

const dcmtk = readFileSync('src/feeds/cve/fixtures/CVE-2024-27628.json', 'utf8');
const mbed = readFileSync('src/feeds/nvd/fixtures/CVE-2025-27810.json', 'utf8');
const bucket = 'cves/2024/27xxx/CVE-2024-27628.json';

let places = 0;

function mirror(files: Readonly<Record<string, string | Uint8Array>>): string {
  const place = join(folder, `mirror-${places++}`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  return place;
}

async function fetch(...databases: readonly NamedDatabase[]) {
  return fetchInto(join(folder, `store-${places++}.sqlite`), ...databases);
}

async function fetchInto(storePath: string, ...databases: readonly NamedDatabase[]) {
  const result = await sync(nodeHost({ root: folder }), { from: [], ecosystems: undefined, databases, storePath });
  return { ...result, storePath };
}

const products = [
  { vendor: 'offis', product: 'dcmtk' },
  { vendor: 'arm', product: 'mbed_tls' },
];

test('a folder in the layout of the repository and one of single entries fill the store', async () => {
  const cves = mirror({ [bucket]: dcmtk, 'README.md': 'x', 'cves/delta.json': '{}' });
  const entries = mirror({ 'data/2025/CVE-2025-27810.json': mbed });
  const { databases, content, storePath, diagnostics } = await fetch(
    { feed: 'cve-list', from: cves },
    { feed: 'nvd', from: entries },
  );
  assert.deepEqual(
    databases.map(({ feed, records }) => `${feed} ${records}`),
    ['cve-list 1', 'nvd 1'],
  );
  assert.match(databases[1]?.notice ?? '', /not endorsed or certified by the NVD/);
  assert.ok(content.kind === 'filled' && content.newest.startsWith('2025-03-25'));
  assert.deepEqual(diagnostics, []);
  const store = openStore(storePath);
  const { byProduct, records } = store.cves(['CVE-2024-27628', 'CVE-1999-0001'], products);
  assert.deepEqual(
    [...byProduct].map(([name, found]) => `${name} ${found.map(({ id, claims }) => `${id} ${claims.length}`).join()}`),
    ['offis/dcmtk CVE-2024-27628 1', 'arm/mbed_tls CVE-2025-27810 1'],
  );
  assert.deepEqual(
    records.get('CVE-2024-27628')?.map(({ feed, claims }) => `${feed} ${claims.length}`),
    ['cve-list 0'],
  );
  assert.equal(store.document('cve-list', 'CVE-2024-27628'), dcmtk);
  assert.deepEqual(store.products(['dcmtk', 'nothing']), [
    { vendor: 'offis', product: 'dcmtk', records: 1, targetSoftware: [], latest: 'CVE-2024-27628' },
  ]);
  store.close();
});

test('changes since an archive are fetched from the log beside it, and the later state stays', async () => {
  const changed = dcmtk.replace('2024-07-09T18:16:48.183Z', '2026-07-09T18:16:48.183Z').replace('"dcmtk"', '"dcmtk2"');
  const log = [{ fetchTime: 'x', new: [], updated: [{ cveId: 'CVE-2024-27628' }, { cveId: 'CVE-2026-1111' }] }];
  const from = mirror({
    'cves.zip': zipSync({ [bucket]: strToU8(dcmtk) }),
    'cves/deltaLog.json': JSON.stringify(log),
    [bucket]: changed,
  });
  const { databases, storePath } = await fetch({ feed: 'cve-list', from });
  assert.deepEqual(
    databases.map(({ records, newest, unreadable }) => [records, newest, unreadable.map(({ name }) => name)]),
    [[1, '2026-07-09T18:16:48.183Z', ['cves/2026/1xxx/CVE-2026-1111.json']]],
  );
  const store = openStore(storePath);
  assert.equal(store.document('cve-list', 'CVE-2024-27628'), changed);
  assert.deepEqual([...store.cves([], [{ vendor: 'offis', product: 'dcmtk2' }]).byProduct.values()].length, 1);
  store.close();
});

test('years that a mirror does not have are told, and a feed that its proof denies is refused', async () => {
  const entry = { cve: { id: 'CVE-2021-44228', lastModified: '2026-01-01T00:00:00.000' } };
  const head = { resultsPerPage: 1, startIndex: 0, totalResults: 1, format: 'NVD_CVE' };
  const feed = JSON.stringify({ ...head, vulnerabilities: [entry] });
  const years = mirror({ 'nvdcve-2.0-2021.json.gz': feed });
  const { diagnostics } = await fetch({ feed: 'nvd', from: years });
  assert.deepEqual(
    diagnostics.map(({ rule }) => rule),
    ['sync/missing-parts'],
  );
  const denied = mirror({ 'nvdcve-2.0-2021.json.gz': feed, 'nvdcve-2.0-2021.meta': `sha256:${'0'.repeat(64)}\n` });
  await assert.rejects(
    fetch({ feed: 'nvd', from: denied }),
    (error) => error instanceof HostError && /its sha256 is not/.test(error.message),
  );
});

for (const [what, files, message] of [
  ['HTML', { 'cves.zip': '<html>' }, /is damaged: cves.zip/],
  ['a folder of other things', { 'README.md': 'x' }, /is not there/],
  ['records that nobody can read', { [bucket]: '{}' }, /holds no record that can be read/],
] as const) {
  test(`${what} is refused, and the old store stays`, async () => {
    const place = mirror(files);
    await assert.rejects(
      fetch({ feed: 'cve-list', from: place }),
      (error) => error instanceof HostError && message.test(error.message),
    );
  });
}

test('advisories of GitHub cover the ecosystems that they speak of', async () => {
  const osv = {
    id: 'GHSA-aaaa-bbbb-cccc',
    modified: '2026-01-01T00:00:00Z',
    affected: [{ package: { ecosystem: 'npm', name: 'x' }, versions: ['1'] }],
  };
  const { content } = await fetch({
    feed: 'ghsa',
    from: join(
      mirror({ 'all.zip': zipSync({ 'a/GHSA-aaaa-bbbb-cccc.json': strToU8(JSON.stringify(osv)) }) }),
      'all.zip',
    ),
  });
  assert.ok(content.kind === 'filled');
  assert.deepEqual(
    content.sources.map(({ feed, ecosystem, records }) => `${feed} ${ecosystem} ${records}`),
    ['ghsa npm 1'],
  );
});

function nvdFeed(entries: Readonly<Record<string, string>>): string {
  const vulnerabilities = Object.entries(entries).map(([id, lastModified]) => ({ cve: { id, lastModified } }));
  const head = { resultsPerPage: vulnerabilities.length, startIndex: 0, totalResults: vulnerabilities.length };
  return JSON.stringify({ ...head, format: 'NVD_CVE', vulnerabilities });
}

test('of a database in named files those alone are read that are other than before', async () => {
  const from = mirror({
    'nvdcve-2.0-2021.json.gz': nvdFeed({ 'CVE-2021-0001': '2026-01-01T00:00:00.000' }),
    'nvdcve-2.0-2022.json.gz': nvdFeed({ 'CVE-2022-0001': '2026-01-02T00:00:00.000', 'CVE-2022-0002': 'x' }),
  });
  const first = await fetch({ feed: 'nvd', from });
  const again = await fetchInto(first.storePath, { feed: 'nvd', from });
  assert.deepEqual([again.anew, again.databases[0]?.read, again.databases[0]?.records], [undefined, 0, 3]);
  assert.deepEqual(again.diagnostics, first.diagnostics, 'what is missing is told each time');

  const changes = nvdFeed({ 'CVE-2021-0001': '2026-02-01T00:00:00.000', 'CVE-2026-0001': '2026-02-02T00:00:00.000' });
  writeFileSync(join(from, 'nvdcve-2.0-modified.json.gz'), changes);
  const changed = await fetchInto(first.storePath, { feed: 'nvd', from });
  assert.deepEqual([changed.anew, changed.databases[0]?.read, changed.databases[0]?.records], [undefined, 2, 4]);
  const whole = await fetch({ feed: 'nvd', from });
  assert.deepEqual(
    [changed.content, whole.content].map((content) => ({ ...content, fetched: '' })),
    [whole.content, whole.content].map((content) => ({ ...content, fetched: '' })),
  );
});

test('records that cannot be read are told until they can', async () => {
  const from = mirror({
    'nvdcve-2.0-2021.json.gz': nvdFeed({ 'CVE-2021-0001': '2026-01-01T00:00:00.000', wrong: '' }),
  });
  const { storePath } = await fetch({ feed: 'nvd', from });
  const again = await fetchInto(storePath, { feed: 'nvd', from });
  assert.deepEqual(
    again.databases[0]?.unreadable.map(({ name }) => name),
    ['entry 2'],
  );
  assert.ok(again.diagnostics.some(({ rule }) => rule === 'sync/unreadable'));
});

test('a database beside others is added to the store, and one that is named no more is gone from it', async () => {
  const nvd = { feed: 'nvd', from: mirror({ 'all.zip': zipSync({ 'a.json': strToU8(mbed) }) }) } as const;
  const cves = { feed: 'cve-list', from: mirror({ 'cves.zip': zipSync({ [bucket]: strToU8(dcmtk) }) }) } as const;
  const { storePath } = await fetch(nvd);
  const both = await fetchInto(storePath, nvd, cves);
  assert.deepEqual(
    [both.anew, both.databases.map(({ feed, read }) => `${feed} ${read}`)],
    [undefined, ['nvd 0', 'cve-list 1']],
  );
  const one = await fetchInto(storePath, cves);
  assert.deepEqual(
    [one.anew, one.databases.map(({ feed, records }) => `${feed} ${records}`)],
    ['named otherwise', ['cve-list 1']],
  );
  const lost = one.diagnostics.filter(({ rule }) => rule === 'sync/no-longer-named').map(({ message }) => message);
  assert.deepEqual(lost, [`the store holds no more, as this sync does not name it: nvd from ${nvd.from}`]);
  assert.deepEqual([both.diagnostics, (await fetchInto(storePath, cves)).diagnostics], [[], []]);
  const store = openStore(storePath);
  assert.deepEqual([...store.cves([], products).byProduct.keys()], ['offis/dcmtk']);
  store.close();
});

test('an advisory that is gone from an archive is gone from the store, too', async () => {
  const advisory = (id: string) =>
    strToU8(
      JSON.stringify({
        id,
        modified: '2026-01-01T00:00:00Z',
        affected: [{ package: { ecosystem: 'npm', name: 'x' }, versions: ['1'] }],
      }),
    );
  const [one, two] = ['GHSA-aaaa-bbbb-cccc', 'GHSA-aaaa-bbbb-dddd'];
  const archive = (...ids: readonly string[]) =>
    zipSync(Object.fromEntries(ids.map((id) => [`a/${id}.json`, advisory(id)])));
  const from = mirror({ 'all.zip': archive(one, two) });
  const { storePath } = await fetch({ feed: 'ghsa', from });
  writeFileSync(join(from, 'all.zip'), archive(two));
  const { anew, content } = await fetchInto(storePath, { feed: 'ghsa', from });
  assert.equal(anew, undefined);
  const store = openStore(storePath);
  assert.deepEqual(
    store.candidates({ ecosystem: 'npm', name: 'x' }).map(({ id }) => id),
    [two],
  );
  store.close();
  const whole = await fetch({ feed: 'ghsa', from });
  assert.deepEqual({ ...content, fetched: '' }, { ...whole.content, fetched: '' });
});
