import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { HostError } from '../../base/errors.ts';
import { nodeHost } from '../../node/host.ts';
import { sync, type SyncRequest } from './sync.ts';
import { syncDevice } from './sync-device.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-kept-'));
after(() => rmSync(folder, { recursive: true }));

const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

/** Puts a source into a folder: an archive with records for each of its ecosystems. */
function mirror(name: string, records: Readonly<Record<string, readonly string[]>>): void {
  put(`${name}/ecosystems.txt`, Object.keys(records).join('\n'));
  for (const [ecosystem, ids] of Object.entries(records)) {
    const files = ids.map((id) => [
      `${id}.json`,
      strToU8(JSON.stringify({ id, modified: '2026-01-02T00:00:00Z', affected: affectedBy(id, records) })),
    ]);
    put(`${name}/${ecosystem}/all.zip`, zipSync(Object.fromEntries(files) as Record<string, Uint8Array>));
  }
}

function affectedBy(id: string, records: Readonly<Record<string, readonly string[]>>) {
  return Object.keys(records)
    .filter((ecosystem) => records[ecosystem]?.includes(id))
    .map((ecosystem) => ({ package: { ecosystem, name: 'ladle' }, versions: ['1'] }));
}

mirror('osv', { npm: ['N-1', 'N-2'], PyPI: ['P-1', 'N-2'] });
put(
  'kev/known_exploited_vulnerabilities.json',
  readFileSync('src/feeds/fixtures/kev/known_exploited_vulnerabilities.json'),
);
put('epss.csv', readFileSync('src/feeds/fixtures/epss/epss_scores-current.csv'));
put('cves/cves/2024/27xxx/CVE-2024-27628.json', readFileSync('src/feeds/cve/fixtures/CVE-2024-27628.json'));
put('nvd.zip', zipSync({ 'a.json': readFileSync('src/feeds/nvd/fixtures/CVE-2025-27810.json') }));
const ghsa = {
  id: 'GHSA-aaaa-bbbb-cccc',
  modified: '2026-01-01T00:00:00Z',
  affected: [{ package: { ecosystem: 'npm', name: 'ladle' }, versions: ['1'] }],
};
put('ghsa.zip', zipSync({ 'a/GHSA-aaaa-bbbb-cccc.json': strToU8(JSON.stringify(ghsa)) }));

const kev = { lists: [{ feed: 'kev', from: 'kev' }] } as const;
const epss = { lists: [{ feed: 'epss', from: 'epss.csv' }] } as const;
const nvd = { databases: [{ feed: 'nvd', from: 'nvd.zip' }] } as const;
const cves = { databases: [{ feed: 'cve-list', from: 'cves' }] } as const;
const advisories = { databases: [{ feed: 'ghsa', from: 'ghsa.zip' }] } as const;
const osv = { from: ['osv'] };

type Asked = Partial<SyncRequest>;

/** Fetches what is named on a day of November, and leaves the rest of the store as it is. */
function fetch(store: string, asked: Asked, day = 1) {
  return sync(hostOn(day), {
    from: [],
    ecosystems: undefined,
    storePath: join(folder, store),
    rest: 'stays',
    ...asked,
  });
}

function hostOn(day: number) {
  const now = () => new Date(Date.UTC(2026, 10, day, 8));
  return { ...nodeHost({ root: folder }), clock: { now, heldBy: undefined } };
}

/** All that a store answers, with what it says of itself but for the time. */
async function wholeOf(name: string) {
  const store = await hostOn(1).stores.open(join(folder, name));
  const found = ['npm', 'PyPI', 'Go'].map((ecosystem) => store.candidates({ ecosystem, name: 'ladle' }));
  const products = [
    { vendor: 'offis', product: 'dcmtk' },
    { vendor: 'arm', product: 'mbed_tls' },
  ];
  const { exploited, probabilities } = store.facts(['CVE-2021-44228', 'CVE-1999-0001'], []);
  const told = { ...store.content(), fetched: '', databases: undefined };
  const documents = found.flat().map(({ feed, id }) => store.document(feed, id));
  const answers = { told, found, documents, exploited, probabilities, products: store.cves([], products).byProduct };
  const ids = found.map((records) => records.map(({ id }) => id).join());
  const content = store.content();
  const databases = content.kind === 'filled' ? (content.databases ?? []) : [];
  store.close();
  return { ids, answers: { ...answers, databases: new Set(databases) } };
}

const ways: readonly (readonly Asked[])[] = [
  [
    {
      ...osv,
      lists: [...kev.lists, ...epss.lists],
      databases: [...nvd.databases, ...cves.databases, ...advisories.databases],
    },
  ],
  [osv, kev, nvd, epss, advisories, cves],
  [cves, epss, { ...osv, ecosystems: ['PyPI'] }, advisories, kev, nvd, { ...osv, ecosystems: ['npm'] }],
  [advisories, { ...osv, ...kev }, { ...cves, full: true }, nvd, { ...epss, full: true }, kev],
];

test('in whatever steps the parts of a store are fetched it is the same', async () => {
  const stores: unknown[] = [];
  for (const [index, steps] of ways.entries()) {
    for (const [step, asked] of steps.entries()) await fetch(`way-${index}`, asked, 1 + step);
    stores.push((await wholeOf(`way-${index}`)).answers);
  }
  for (const store of stores.slice(1)) assert.deepEqual(store, stores[0]);
});

test('it is the same where a week passed before each step, so that the store was built anew', async () => {
  for (const [index, asked] of [osv, kev, nvd, epss, advisories, cves].entries()) {
    const { anew } = await fetch('slow', asked, 1 + 8 * index);
    assert.equal(anew, index === 0 ? 'no store' : 'a week old');
  }
  assert.deepEqual((await wholeOf('slow')).answers, (await wholeOf('way-0')).answers);
});

test('where what is to stay cannot be read nothing is left of the new store', async () => {
  mkdirSync(join(folder, 'disk'));
  await fetch('disk/store', osv);
  const before = readFileSync(join(folder, 'disk/store'));
  const host = hostOn(2);
  const unreadable = new HostError('the disk went away', 'Plug it in.');
  const stores = { ...host.stores, unload: () => Promise.reject(unreadable) };
  const asked = { ...kev, from: [], ecosystems: undefined, storePath: join(folder, 'disk/store'), full: true };
  await assert.rejects(sync({ ...host, stores }, { ...asked, rest: 'stays' }), unreadable);
  assert.deepEqual(readdirSync(join(folder, 'disk')), ['store']);
  assert.ok(before.equals(readFileSync(join(folder, 'disk/store'))));
});

test('what stays is told, and the store is as old as the oldest of it', async () => {
  await fetch('aged', osv, 1);
  const listed = await fetch('aged', kev, 3);
  assert.deepEqual(
    listed.diagnostics.map(({ rule, severity, message }) => [rule, severity, message]),
    [
      [
        'sync/not-asked',
        'note',
        'the store still holds, as it was fetched before, what this sync does not name: PyPI, npm of osv from osv',
      ],
    ],
  );
  const fetched: unknown[] = [listed];
  for (const [asked, day] of [
    [nvd, 4],
    [osv, 5],
    [kev, 6],
    [nvd, 7],
    [{ ...osv, ...kev, ...nvd }, 7],
  ] as const)
    fetched.push(await fetch('aged', asked, day));
  assert.deepEqual(
    fetched.map((result) => /"fetched":"2026-11-0(\d)/.exec(JSON.stringify((result as typeof listed).content))?.[1]),
    ['1', '1', '3', '4', '5', '7'],
  );
});

test('what vanished from a source that stays is gone when it is read again after a week', async () => {
  mirror('shrinking', { npm: ['S-1', 'S-2'] });
  put('shrinking/npm/modified_id.csv', '2026-01-02T00:00:00Z,S-1\n2026-01-02T00:00:00Z,S-2\n');
  await fetch('shrunk', { from: ['shrinking'], ecosystems: ['npm'] }, 1);
  mirror('shrinking', { npm: ['S-1'] });
  put('shrinking/npm/modified_id.csv', '2026-01-02T00:00:00Z,S-1\n');
  await fetch('shrunk', { from: ['shrinking'], ecosystems: ['npm'] }, 2);
  assert.deepEqual((await wholeOf('shrunk')).ids[0], 'S-1,S-2');
  await fetch('shrunk', kev, 9);
  assert.deepEqual((await wholeOf('shrunk')).ids[0], 'S-1,S-2');
  await fetch('shrunk', { from: ['shrinking'], ecosystems: ['npm'] }, 10);
  assert.deepEqual((await wholeOf('shrunk')).ids[0], 'S-1');
});

test('what is named takes the place of the same from elsewhere, which is told, and of nothing else', async () => {
  mirror('other', { npm: ['O-1'] });
  await fetch('moved', { ...osv, ...kev, ...nvd });
  const { diagnostics } = await fetch('moved', { from: ['other'] });
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    [
      'the store holds no more, as this sync does not name it: npm of osv from osv',
      'the store still holds, as it was fetched before, what this sync does not name: PyPI of osv from osv; kev from kev; nvd from nvd.zip',
    ],
  );
  assert.deepEqual((await wholeOf('moved')).ids, ['N-2,O-1', 'N-2,P-1', '']);
});

test('an ecosystem that a source lists no more goes, where all was asked for that it has', async () => {
  mirror('listing', { npm: ['L-1'], Go: ['L-2'] });
  await fetch('listed', { from: ['listing'] });
  mirror('listing', { npm: ['L-1'] });
  const { diagnostics } = await fetch('listed', { from: ['listing'] });
  assert.deepEqual(
    diagnostics.map(({ rule }) => rule),
    ['sync/no-longer-named'],
  );
  assert.deepEqual((await wholeOf('listed')).ids, ['L-1', '', '']);
});

test('lists alone are refused where the store holds nothing that they could tell more of', async () => {
  await assert.rejects(fetch('alone', kev), { name: 'UsageError', message: /lists only tell more/ });
  await fetch('alone', { ...osv, ...kev });
  await fetch('alone', { ...osv, ...epss });
});

test('a source that fails leaves what stays as it was, too', async () => {
  await fetch('failing', { ...osv, ...kev });
  const before = readFileSync(join(folder, 'failing'));
  put('broken.zip', 'x');
  await assert.rejects(fetch('failing', { databases: [{ feed: 'nvd', from: 'broken.zip' }], full: true }), {
    name: 'HostError',
  });
  assert.ok(before.equals(readFileSync(join(folder, 'failing'))));
});

test('options bring up to date what they name; without any the store becomes what tureen.yaml names', async () => {
  put('device/tureen.yaml', 'device: { name: Viewer, manufacturer: Example }\nadvisories: { sources: [../osv] }\n');
  const host = nodeHost({ root: join(folder, 'device') });
  const run = (lists: readonly { readonly feed: 'kev'; readonly from: string }[]) =>
    syncDevice(host, {
      from: [],
      ecosystems: [],
      lists,
      databases: [],
      storePath: join(folder, 'device.sqlite'),
      progress: () => undefined,
    });
  const held = async () => {
    const { content } = await run([]);
    return content.kind === 'filled' ? (content.lists ?? []).map(({ feed }) => feed) : [];
  };
  await run([{ feed: 'kev', from: '../kev' }]);
  const { content } = await syncDevice(host, {
    from: [],
    ecosystems: ['npm'],
    lists: [],
    storePath: join(folder, 'device.sqlite'),
    progress: () => undefined,
  });
  assert.ok(content.kind === 'filled');
  assert.deepEqual(
    [content.lists?.map(({ feed }) => feed), content.sources.map(({ ecosystem }) => ecosystem)],
    [['kev'], ['PyPI', 'npm']],
  );
  assert.deepEqual(await held(), []);
});
