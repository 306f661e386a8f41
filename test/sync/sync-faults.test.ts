import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Host } from '../../src/app/host.ts';
import { sync, type SyncRequest } from '../../src/app/sync/sync.ts';
import { nodeHost } from '../../src/node/host.ts';
import { webSource } from '../../src/node/network/web-source.ts';
import { openStore } from '../../src/node/store/advisory-store.ts';
import { localServer, type LocalServer } from '../local-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-faults-'));
after(() => rmSync(folder, { recursive: true }));

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

const osvRecord = json({
  id: 'A-1',
  modified: '2026-01-02T00:00:00Z',
  affected: [{ package: { ecosystem: 'npm', name: 'ladle' }, versions: ['1.0.0'] }],
});
const nvdEntry = { cve: { id: 'CVE-2021-0001', lastModified: '2026-01-01T00:00:00.000' } };
const nvdPage = { format: 'NVD_CVE', resultsPerPage: 1, startIndex: 0, totalResults: 1, vulnerabilities: [nvdEntry] };
const exploited = {
  catalogVersion: '2026.01.01',
  dateReleased: '2026-01-01T00:00:00Z',
  vulnerabilities: [{ cveID: 'CVE-2021-0001', dateAdded: '2026-01-01' }],
};
const github = [{ ghsa_id: 'GHSA-aaaa-bbbb-cccc', updated_at: '2026-01-01T00:00:00Z', vulnerabilities: [] }];
const cve = json({
  dataType: 'CVE_RECORD',
  cveMetadata: { cveId: 'CVE-2021-0001', state: 'PUBLISHED', dateUpdated: '2026-01-01T00:00:00.000Z' },
  containers: { cna: {} },
});

/** What the server of this test answers when nothing is wrong, by path, and how a message names the feed. */
const good: Readonly<Record<string, readonly [feed: string, answer: Uint8Array]>> = {
  '/osv/npm/all.zip': ['OSV advisories for npm', zipSync({ 'A-1.json': osvRecord })],
  '/kev/known_exploited_vulnerabilities.json': ['KEV list', json(exploited)],
  '/epss/epss_scores-current.csv.gz': [
    'EPSS list',
    gzipSync('#model_version:v1,score_date:2026-01-01T00:00:00Z\ncve,epss,percentile\nCVE-2021-0001,0.5,0.9\n'),
  ],
  '/endoflife/all.zip': [
    'endoflife.date list',
    zipSync({
      'products/ladle.md': Buffer.from(
        '---\ntitle: Ladle\nreleases:\n  - releaseCycle: "1"\n    eol: 2026-01-01\n---\n',
      ),
    }),
  ],
  '/nvd/nvdcve-2.0-2021.json.gz': ['NVD database', gzipSync(JSON.stringify(nvdPage))],
  '/nvd-api/cves/2.0': ['NVD database', json(nvdPage)],
  '/cves/cves.zip': ['CVE List database', zipSync({ 'cves/2021/0xxx/CVE-2021-0001.json': cve })],
  '/ghsa/advisories': ['GitHub advisories database', json(github)],
};

/** What is wrong at one path, and nothing anywhere else. */
let fault: { readonly path: string; readonly answer: (response: ServerResponse, times: number) => void } | undefined;
let times = 0;

let server: LocalServer;
before(async () => {
  server = await localServer(({ url = '' }, response) => {
    const path = url.replace(/\?.*$/s, '');
    const [, answer] = good[path] ?? [];
    if (fault?.path === path) fault.answer(response, ++times);
    else if (answer === undefined) response.writeHead(404).end();
    else response.end(answer);
  });
  await syncWith('', join(folder, 'filled', 'advisories.sqlite'));
});
after(() => server.close());
beforeEach(() => {
  [fault, times] = [undefined, 0];
});

const patience = {
  attempts: 2,
  pause: 1,
  stall: 30_000,
  trickle: 1,
  longestPause: 1000,
  largestAnswer: 2 ** 20,
  large: 2 ** 16,
};

/** What is asked for, by the path at which the server has it. */
const asked: Readonly<Record<string, (address: string) => Partial<SyncRequest>>> = {
  '/osv/npm/all.zip': (at) => ({ from: [`${at}/osv`] }),
  '/kev/known_exploited_vulnerabilities.json': (at) => ({ lists: [{ feed: 'kev', from: `${at}/kev` }] }),
  '/epss/epss_scores-current.csv.gz': (at) => ({ lists: [{ feed: 'epss', from: `${at}/epss` }] }),
  '/endoflife/all.zip': (at) => ({ lists: [{ feed: 'endoflife', from: `${at}/endoflife` }] }),
  '/nvd/nvdcve-2.0-2021.json.gz': (at) => ({ databases: [{ feed: 'nvd', from: `${at}/nvd` }] }),
  '/nvd-api/cves/2.0': (at) => ({ databases: [{ feed: 'nvd', from: `${at}/nvd-api/cves/2.0` }] }),
  '/cves/cves.zip': (at) => ({ databases: [{ feed: 'cve-list', from: `${at}/cves` }] }),
  '/ghsa/advisories': (at) => ({ databases: [{ feed: 'ghsa', from: `${at}/ghsa/advisories` }] }),
};

/** A sync as from the command line, but of little patience: of advisories, and of what lies at a path. */
async function syncWith(path: string, storePath: string, stall = patience.stall) {
  const host = nodeHost({ root: folder });
  const place = `${server.address}/${path.split('/')[1]}`;
  const openSource: Host['openSource'] = (address, options) => {
    const given = address.startsWith(place) ? { ...patience, stall } : patience;
    return Promise.resolve(webSource(address, options, given));
  };
  return sync(
    { ...host, openSource },
    {
      from: [`${server.address}/osv`],
      ecosystems: ['npm'],
      ...asked[path]?.(server.address),
      storePath,
      full: true,
    },
  );
}

let stores = 0;
/** A store of its own with what every feed gave. */
function ownStore(): string {
  const place = join(folder, `${stores++}`);
  cpSync(join(folder, 'filled'), place, { recursive: true });
  return join(place, 'advisories.sqlite');
}

const bytesOf = (path: string) => hash('sha256', readFileSync(path));

function contentOf(path: string) {
  const store = openStore(path);
  const content = store.content();
  store.close();
  return content;
}

/** Asks with a fault in the way. */
async function fails(path: string, message: RegExp, stall?: number): Promise<void> {
  const storePath = ownStore();
  const untouched = bytesOf(storePath);
  await assert.rejects(syncWith(path, storePath, stall), (error: Error & { readonly help?: string }) => {
    assert.equal(error.name, 'HostError', error.stack);
    assert.ok(error.message.includes(good[path]?.[0] ?? 'nothing'), error.message);
    assert.match(error.message, message);
    assert.match(error.help ?? '', /^[A-Z].{20,}The store was not changed\.$/);
    return true;
  });
  assert.equal(bytesOf(storePath), untouched, 'the old store stays as it was');
  assert.ok(contentOf(storePath).kind === 'filled', 'and in use');
  assert.deepEqual(readdirSync(join(storePath, '..')), ['advisories.sqlite'], 'and nothing lies beside it');
}

type Fault = readonly [what: string, answer: (response: ServerResponse) => void, message: RegExp, stall?: number];

const faults: readonly Fault[] = [
  [
    'HTML instead of data',
    (response) => response.end('<html><body>Sign in</body></html>'),
    /is damaged|are damaged|holds no/,
  ],
  ['500', (response) => response.writeHead(500, { 'retry-after': '0' }).end('<html>Oops</html>'), /answers 500/],
  ['429 without end', (response) => response.writeHead(429, { 'retry-after': '0' }).end(), /429 .*limit of requests/],
  [
    'a wait that is too long',
    (response) => response.writeHead(429, { 'retry-after': '9999' }).end(),
    /used up for 9999 s/,
  ],
  [
    'a server that stalls',
    (response) => void response.writeHead(200, { 'content-length': '99' }).write('{'),
    /less than 1 bytes arrived/,
    60,
  ],
  [
    'a connection that breaks off',
    (response) => void response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy()),
    /the connection broke off/,
  ],
];

for (const [path, [feed, whole]] of Object.entries(good)) {
  const cut: Fault = [
    'half of it',
    (response) => response.end(whole.subarray(0, whole.length >> 1)),
    /damaged|holds no/,
  ];
  for (const [what, answer, message, stall] of [...faults, cut])
    test(`${what} from ${path} leaves the old store in use and says that it was the ${feed}`, async () => {
      fault = { path, answer };
      await fails(path, message, stall);
    });

  test(`429 and then an answer from ${path} is an answer`, async () => {
    const answer = (response: ServerResponse, time: number) =>
      void (time === 1 ? response.writeHead(429, { 'retry-after': '0' }).end() : response.end(whole));
    fault = { path, answer };
    const { content } = await syncWith(path, ownStore());
    assert.ok(content.kind === 'filled');
    assert.equal(times >= 2, true);
  });
}

/** The archive with one bit of its content turned over. */
function corrupt(archive: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(archive);
  const at = 34 + new DataView(changed.buffer).getUint16(26, true);
  changed[at] = (changed[at] ?? 0) ^ 0x10;
  return changed;
}

/** The archive with a size of a gigabyte declared for its first file. */
function bomb(archive: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(archive);
  const view = new DataView(changed.buffer);
  view.setUint32(view.getUint32(changed.length - 6, true) + 24, 2 ** 30, true);
  return changed;
}

for (const path of ['/osv/npm/all.zip', '/endoflife/all.zip', '/cves/cves.zip'])
  for (const [what, change, message] of [
    ['a corrupt zip', corrupt, /cannot be unpacked|checksum/],
    ['a zip bomb', bomb, /would unpack to/],
  ] as const)
    test(`${what} from ${path} is refused`, async () => {
      fault = { path, answer: (response) => response.end(change(good[path]?.[1] ?? new Uint8Array())) };
      await fails(path, message);
    });

const kept: readonly (readonly [path: string, answer: Uint8Array, warning: RegExp])[] = [
  [
    '/osv/npm/all.zip',
    zipSync({ 'A-1.json': osvRecord, 'A-2.json': json({ id: 7 }) }),
    /npm: 1 of 2 .*A-2\.json \("id"/,
  ],
  [
    '/osv/npm/all.zip',
    zipSync({ 'A-1.json': osvRecord, '../A-2.json': osvRecord }),
    /\.\.\/A-2\.json \(its path leads out/,
  ],
  [
    '/cves/cves.zip',
    zipSync({ 'CVE-2021-0001.json': cve, '../../CVE-2021-0002.json': cve, 'CVE-2021-0003.json': json({}) }),
    /cve-list: 2 of 3 .*\.\.\/CVE-2021-0002\.json \(its path leads out/,
  ],
  [
    '/nvd-api/cves/2.0',
    json({
      ...nvdPage,
      resultsPerPage: 2,
      totalResults: 2,
      vulnerabilities: [nvdEntry, { cve: { id: 'CVE-2021-0002', metrics: 7 } }],
    }),
    /nvd: a part of 1 of 2 .*CVE-2021-0002 \("cve\.metrics"/,
  ],
  ['/ghsa/advisories', json([...github, { ghsa_id: 'GHSA-1' }]), /ghsa: .*entry 2 \("ghsa_id"/],
  [
    '/kev/known_exploited_vulnerabilities.json',
    json({ ...exploited, vulnerabilities: [...exploited.vulnerabilities, { cveID: 'x' }] }),
    /kev: 1 of 2 .*entry 2/,
  ],
];

for (const [path, answer, warning] of kept)
  test(`of ${path} what fails its schema is told (${warning.source}), and the rest is in the store`, async () => {
    const storePath = ownStore();
    fault = { path, answer: (response) => response.end(answer) };
    const { diagnostics, content } = await syncWith(path, storePath);
    const told = diagnostics.filter(({ rule }) => rule === 'sync/unreadable' || rule === 'sync/flawed');
    assert.ok(
      told.length > 0 && told.every(({ severity, message }) => severity === 'warning' && warning.test(message)),
      JSON.stringify(told),
    );
    assert.ok(content.kind === 'filled');
    assert.deepEqual(contentOf(storePath), content);
  });
