import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { localServer, type LocalServer } from '../../../test/local-server.ts';
import { nodeHost } from '../../node/host.ts';
import { openStore } from '../../node/store/advisory-store.ts';
import { sync } from './sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-list-pages-'));
after(() => rmSync(folder, { recursive: true }));

type Item = { readonly id: string; readonly aliases: string; readonly exploitedSince: string };

/** What the search of this test finds, and what it says instead where it is not well. */
let items: Item[] = [];
let instead: ((page: number, response: ServerResponse) => boolean) | undefined;

const itemOf = (number: number): Item => ({
  id: `EUVD-2026-${number}`,
  aliases: `CVE-2026-${10_000 + number}\n`,
  exploitedSince: 'Apr 9, 2026, 12:00:00 AM',
});

let server: LocalServer;
before(async () => {
  server = await localServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const [page, size] = [Number(searchParams.get('page')), Number(searchParams.get('size'))];
    if (pathname === '/npm/all.zip') response.writeHead(404).end();
    else if (pathname === '/api/kev/dump')
      response.end(JSON.stringify([{ cveId: 'CVE-2026-1001', euvdId: 'x', dateAdded: '2026-04-09', sources: [] }]));
    else if (pathname !== '/api/search') response.writeHead(404).end();
    else if (instead?.(page, response) !== true) {
      const some = items.slice(page * size, (page + 1) * size);
      response.end(JSON.stringify({ items: some, total: items.length }));
    }
  });
});
after(() => server.close());
beforeEach(() => {
  items = Array.from({ length: 250 }, (_, index) => itemOf(index));
  instead = undefined;
  server.asked.length = 0;
});

const host = nodeHost({ root: folder });
const paths = () => server.asked.map(({ url = '' }) => url).filter((url) => url.startsWith('/api'));

async function run(from: string, name: string) {
  const storePath = join(folder, name);
  const databases = [{ feed: 'cve-list', from: 'cves' }] as const;
  return sync(
    { ...host, openSource: (address, options) => (address === 'cves' ? cves : host.openSource(address, options)) },
    { from: [], ecosystems: undefined, lists: [{ feed: 'kev', from }], databases, storePath },
  );
}

const record = {
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: { cveId: 'CVE-2026-0001', state: 'PUBLISHED', dateUpdated: '2026-01-01T00:00:00Z' },
  containers: { cna: { affected: [] } },
};
const cvePath = 'cves/2026/0xxx/CVE-2026-0001.json';
const cveBytes = Buffer.from(JSON.stringify(record));
const cves = Promise.resolve({
  address: 'cves',
  list: () => Promise.resolve([cvePath]),
  get: (path: string) => Promise.resolve(path === cvePath ? cveBytes : undefined),
  ask: () => Promise.resolve({ kind: 'none' } as const),
});

test('a search of the EUVD is asked for all pages, and read as one list', async () => {
  const { lists } = await run(`${server.address}/api/search`, 'pages');
  assert.deepEqual(
    paths(),
    [0, 1, 2].map((page) => `/api/search?exploited=true&size=100&page=${page}`),
  );
  assert.deepEqual([lists[0]?.records, lists[0]?.dated], [250, '2026-04-09']);
  const store = openStore(join(folder, 'pages'));
  assert.equal(store.facts(['CVE-2026-10249'], []).exploited.get('CVE-2026-10249')?.[0]?.by, 'EUVD');
  store.close();
});

test('a search that finds just a full page, or the same as before, is asked for no more', async () => {
  items = items.slice(0, 100);
  const first = await run(`${server.address}/api/search`, 'full');
  const second = await run(`${server.address}/api/search`, 'full');
  assert.equal(paths().length, 2);
  assert.deepEqual([first.lists[0]?.records, second.lists[0]?.hash], [100, first.lists[0]?.hash]);
});

test('the dump of the EUVD is one answer at its own address', async () => {
  const { lists } = await run(`${server.address}/api/kev/dump`, 'dump');
  assert.deepEqual([paths(), lists[0]?.records], [['/api/kev/dump'], 1]);
});

const broken: readonly (readonly [string, NonNullable<typeof instead>, RegExp])[] = [
  [
    'a list that moves on while it is read',
    (page) => {
      if (page === 1) items.unshift(itemOf(900));
      return false;
    },
    /changed while it was read: of 251 entries 250 came$/,
  ],
  [
    'HTML in place of a page',
    (page, response) => page === 2 && response.end('<html>Sign in</html>') !== undefined,
    /is damaged: it is no page of a search of the EUVD: it begins with "<html>Sign in/,
  ],
  [
    'a short page before the end',
    (page, response) => page === 1 && response.end('{"items":[],"total":250}') !== undefined,
    /page 1 has 0 entries, and there are 250 in all$/,
  ],
  ['a page that is gone', (page, response) => page === 1 && response.writeHead(404).end() !== undefined, /no page 2$/],
];

for (const [what, answer, message] of broken)
  test(`${what} is refused, and the old store stays`, async () => {
    const name = what.replaceAll(' ', '-');
    const { content } = await run(`${server.address}/api/search`, name);
    instead = answer;
    await assert.rejects(run(`${server.address}/api/search`, name), { name: 'HostError', message });
    const store = openStore(join(folder, name));
    assert.deepEqual(store.content(), content);
    store.close();
  });
