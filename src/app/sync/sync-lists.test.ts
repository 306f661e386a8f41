import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { nodeHost } from '../../node/host.ts';
import { sync } from './sync.ts';
import type { NamedList } from './sync-lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-lists-'));
after(() => rmSync(folder, { recursive: true }));

const host = nodeHost({ root: folder });
const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const record = {
  id: 'A-1',
  modified: '2026-01-02T00:00:00Z',
  affected: [{ package: { ecosystem: 'npm', name: 'x' } }],
};
put('osv/ecosystems.txt', 'npm\n');
put('osv/npm/all.zip', zipSync({ 'A-1.json': strToU8(JSON.stringify(record)) }));
const epss = readFileSync('src/feeds/fixtures/epss/epss_scores-current.csv');
put('scores-of-today.csv.gz', gzipSync(epss));
for (const path of ['kev/known_exploited_vulnerabilities.json', 'endoflife/full.json']) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  copyFileSync(join('src/feeds/fixtures', path), join(folder, path));
}

const all: readonly NamedList[] = [
  { feed: 'kev', from: 'kev' },
  { feed: 'epss', from: 'scores-of-today.csv.gz' },
  { feed: 'endoflife', from: join(folder, 'endoflife', 'full.json') },
];

const syncTo = (name: string, lists: readonly NamedList[]) =>
  sync(host, { from: ['osv'], ecosystems: undefined, lists, storePath: join(folder, name) });

test('lists are fetched from folders and from files, and a store tells what they say', async () => {
  const { lists, content, diagnostics } = await syncTo('full', all);
  assert.deepEqual(
    lists.map(({ feed, records, edition, dated, unreadable }) => [feed, records, edition, dated, unreadable.length]),
    [
      ['kev', 3, '2025.08.25', '2025-08-25T17:04:19.9796Z', 0],
      ['epss', 3, 'v2025.03.14', '2026-08-22', 0],
      ['endoflife', 1, '1.2.0', '2026-08-22T08:52:34+00:00', 1],
    ],
  );
  assert.match(diagnostics[0]?.message ?? '', /^endoflife: 1 of 2 records cannot be read: product 2 /);
  const store = await host.stores.open(join(folder, 'full'));
  assert.deepEqual(store.content(), content);
  const facts = store.facts(['CVE-2021-44228', 'CVE-1999-0001', 'CVE-1'], ['pkg:pypi/django', 'pkg:pypi/x']);
  assert.deepEqual(
    [...facts.exploited],
    [
      [
        'CVE-2021-44228',
        [{ id: 'CVE-2021-44228', by: 'CISA', added: '2021-12-10', due: '2021-12-24', ransomware: 'known' }],
      ],
    ],
  );
  assert.deepEqual([...facts.probabilities.values()], [{ id: 'CVE-1999-0001', score: 0.03351, percentile: 0.87326 }]);
  assert.deepEqual(
    [...facts.support].map(([name, products]) => [
      name,
      products.map(({ title, cycles }) => `${title} ${cycles.length}`),
    ]),
    [['pkg:pypi/django', ['Django 2']]],
  );
  store.close();
});

test('the hash of a store changes with its lists, and is the same for the same ones', async () => {
  const hashes: unknown[] = [];
  for (const lists of [[], all.slice(0, 1), all, all]) {
    const { content } = await syncTo('hashed', lists);
    hashes.push(content.kind === 'filled' && content.hash);
  }
  assert.equal(new Set(hashes).size, 3);
  assert.equal(hashes[2], hashes[3]);
});

put('html/known_exploited_vulnerabilities.json', '<html>Sign in</html>');
put('cut.csv.gz', gzipSync(epss).subarray(0, 60));
put('cut.zip', zipSync({ a: epss }).subarray(0, 60));

const failures: readonly (readonly [string, NamedList, RegExp])[] = [
  ['HTML', { feed: 'kev', from: 'html' }, /^the KEV list at "html" is damaged: .*"<html>Sign in/],
  ['half a gzip', { feed: 'epss', from: 'cut.csv.gz' }, /^the EPSS list at "cut.csv.gz" is damaged: .*unexpected end/],
  ['half a zip', { feed: 'endoflife', from: 'cut.zip' }, /^the endoflife.date list at "cut.zip" is damaged: /],
  ['nothing', { feed: 'epss', from: 'kev' }, /^the EPSS list at "kev" is not there$/],
];

for (const [what, list, message] of failures)
  test(`${what} instead of a list leaves the old store in use and says which list it was`, async () => {
    const before = await syncTo('kept', all.slice(0, 1));
    await assert.rejects(syncTo('kept', [list]), { name: 'HostError', message, help: /The store was not changed\.$/ });
    const store = await host.stores.open(join(folder, 'kept'));
    assert.deepEqual(store.content(), before.content);
    store.close();
  });

test('two models of exploitation are not mixed', async () => {
  await assert.rejects(
    syncTo(
      'mixed',
      [all[1], all[1]].filter((list) => list !== undefined),
    ),
    {
      name: 'UsageError',
      message: /two lists of epss/,
    },
  );
});

test('of two catalogues of exploited vulnerabilities each has its say, and both are listed', async () => {
  const text = readFileSync(join(folder, 'kev/known_exploited_vulnerabilities.json'), 'utf8');
  const other = text.replaceAll('2021-12-10', '2022-02-02').replace('CISA Catalog', 'Ladle Catalog');
  put('other/known_exploited_vulnerabilities.json', other);
  const { lists } = await syncTo('two', [...all.slice(0, 1), { feed: 'kev', from: 'other' }]);
  assert.deepEqual(
    lists.map(({ from }) => from),
    ['kev', 'other'],
  );
  const store = await host.stores.open(join(folder, 'two'));
  assert.deepEqual(
    store
      .facts(['CVE-2021-44228'], [])
      .exploited.get('CVE-2021-44228')
      ?.map(({ by, added }) => `${by} ${added}`),
    ['CISA 2021-12-10', 'Ladle Catalog of Known Exploited Vulnerabilities 2022-02-02'],
  );
  store.close();
});
