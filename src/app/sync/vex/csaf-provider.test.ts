import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { lookup } from 'node:dns';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { baseDevice } from '../../../../test/base-device.ts';
import { localServer, type LocalServer } from '../../../../test/local-server.ts';
import { putFiles } from '../../../../test/put-files.ts';
import { nodeHost } from '../../../node/host.ts';
import type { Host } from '../../host.ts';
import { askFolder } from '../../../node/network/feed-source.ts';
import { nameGuard } from '../../../node/network/name-guard.ts';
import { atOnce, usual } from '../../../node/network/patience.ts';
import { webSource } from '../../../node/network/web-source.ts';
import { syncVex } from './sync-vex.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-csaf-'));
after(() => rmSync(folder, { recursive: true }));

/** What the provider and another host of this test hold, and where the provider leads on. */
let files: Record<string, string | Uint8Array> = {};
let others: Record<string, string | Uint8Array> = {};
let redirects: Record<string, string> = {};
/** Paths of which a host says nothing at all. */
let unsaid = /^$/;
/** What the host answers with another status than 404, although it is nothing that it holds. */
let statuses: Record<string, number> = {};

let server: LocalServer;
let other: LocalServer;
before(async () => {
  const holding = (contents: () => Record<string, string | Uint8Array>) =>
    localServer(({ url = '' }, response) => {
      const path = decodeURIComponent(url.slice(1));
      if (unsaid.test(path)) return;
      const content = contents()[path];
      const location = redirects[path];
      if (location !== undefined) response.writeHead(302, { location }).end();
      else if (content === undefined) response.writeHead(statuses[path] ?? statuses['*'] ?? 404).end();
      else response.end(content);
    });
  server = await holding(() => files);
  other = await holding(() => others);
});
after(() => {
  server.close();
  other.close();
});
let device = '';
beforeEach(() => {
  [files, others, redirects, statuses, unsaid] = [{}, {}, {}, {}, /^$/];
  device = mkdtempSync(join(folder, 'device-'));
  putFiles(device, baseDevice);
});

const document = readFileSync('src/base/openpgp/fixtures/csaf.json');
const signature = readFileSync('src/base/openpgp/fixtures/csaf.sig.asc');
const hashOf = (algorithm: string) => createHash(algorithm).update(document).digest('hex');

/** A document with all that is to lie beside it. */
const complete = (path: string) => ({
  [path]: document,
  [`${path}.asc`]: signature,
  [`${path}.sha256`]: hashOf('sha256'),
  [`${path}.sha512`]: hashOf('sha512'),
});

const wellKnown = '.well-known/csaf/provider-metadata.json';
const metadata = (distributions: readonly object[], more: object = {}) =>
  JSON.stringify({ canonical_url: `${server.address}/${wellKnown}`, distributions, ...more });

async function run(from = server.address) {
  const synced = await syncVex(nodeHost({ root: device, cache: join(device, '.cache') }), from);
  const told = synced.imported.map(({ from: path, record, diagnostics }) =>
    [path, record?.signature.state ?? 'refused', ...diagnostics.map(({ rule }) => rule)].join(' '),
  );
  return { ...synced, told };
}

const feedOf = (self: string, addresses: readonly string[]) =>
  JSON.stringify({
    feed: {
      link: [{ rel: 'self', href: self }],
      entry: addresses.map((href) => ({ id: href, link: [{ rel: 'self', href }] })),
    },
  });

test('metadata may be led to, and lead to lists, documents and keys on other hosts', async () => {
  redirects = { [wellKnown]: '/csaf/provider-metadata.json' };
  files = {
    'csaf/provider-metadata.json': metadata(
      [
        { directory_url: `${other.address}/white` },
        { rolie: { feeds: [{ tlp_label: 'WHITE', url: `${other.address}/feed.json` }] } },
      ],
      { public_openpgp_keys: [{ url: `${other.address}/key.asc` }] },
    ),
    ...complete('docs/c d.json'),
  };
  others = {
    'key.asc': readFileSync('src/base/openpgp/fixtures/ed25519.key.asc'),
    'white/changes.csv': '"2026/a, b.json","2026-10-01T00:00:00Z"\n',
    ...complete('white/2026/a, b.json'),
    'feed.json': feedOf(`${other.address}/feed.json`, [
      `${other.address}/white/2026/a,%20b.json`,
      `${server.address}/docs/c%20d.json`,
    ]),
  };
  const { told, left, listed } = await run();
  assert.deepEqual(told, ['white/2026/a, b.json verified', 'docs/c d.json verified']);
  assert.deepEqual([left, listed], [[], 2], 'what two lists name is one document');
});

test('a folder of a provider leads to no other place', async () => {
  writeFileSync(
    join(folder, 'provider-metadata.json'),
    metadata([{ directory_url: `${other.address}/white` }], { public_openpgp_keys: [{ url: `${other.address}/k` }] }),
  );
  others = { 'white/changes.csv': '"a.json","2026-10-01T00:00:00Z"\n' };
  other.asked.length = 0;
  const { left } = await run(folder);
  assert.deepEqual(left, [
    `${other.address}/white/changes.csv is named, and it lies outside of the folder`,
    `the OpenPGP key ${other.address}/k cannot be had: it lies outside of the folder`,
  ]);
  assert.deepEqual(other.asked, []);
});

test('a distribution without changes.csv is read by its index.txt, and one without either is told', async () => {
  files = {
    [wellKnown]: metadata([{ directory_url: `${server.address}/a/` }, { directory_url: `${server.address}/b` }]),
    'a/index.txt': '2026/x.json\n2026/x.json.asc\n',
    ...complete('a/2026/x.json'),
  };
  const { told, left } = await run();
  assert.deepEqual(told, ['a/2026/x.json not-checked']);
  assert.deepEqual(left, ['b/changes.csv is named, and is not there']);
});

test('a feed that is not for everybody is not asked for, and told', async () => {
  files = {
    [wellKnown]: metadata([
      {
        rolie: {
          feeds: ['WHITE', 'GREEN', 'AMBER', 'RED'].map((label) => ({
            tlp_label: label,
            url: `${server.address}/${label}.json`,
          })),
        },
      },
    ]),
    'WHITE.json': feedOf(`${server.address}/WHITE.json`, []),
  };
  server.asked.length = 0;
  const { left } = await run();
  assert.deepEqual(
    left,
    ['GREEN', 'AMBER', 'RED'].map(
      (label) => `${label}.json is marked TLP:${label}, and was not asked for; import by hand what may be kept`,
    ),
  );
  assert.ok(!server.asked.some(({ url }) => /GREEN|AMBER|RED/.test(url ?? '')));
});

const beside: readonly (readonly [string, Readonly<Record<string, string | undefined>>, string])[] = [
  ['both hashes and a signature', {}, 'a.json not-checked'],
  ['a sha512 that does not fit', { 'a.json.sha512': 'no' }, 'a.json refused vex/checksum'],
  ['a sha256 that does not fit, beside a sha512 that does', { 'a.json.sha256': 'no' }, 'a.json refused vex/checksum'],
  ['a sha256 alone', { 'a.json.sha512': undefined }, 'a.json not-checked'],
  ['no hash', { 'a.json.sha512': undefined, 'a.json.sha256': undefined }, 'a.json not-checked vex/promise'],
  ['no signature', { 'a.json.asc': undefined }, 'a.json unsigned vex/promise'],
];

for (const [what, changed, said] of beside)
  test(`of a provider that calls itself trusted, a document with ${what} is ${said.slice(7)}`, async () => {
    const all = { ...complete('a.json'), ...changed };
    files = {
      [wellKnown]: metadata([{ directory_url: server.address }], { role: 'csaf_trusted_provider' }),
      'changes.csv': '"a.json","2026-10-01T00:00:00Z"\n',
      ...Object.fromEntries(Object.entries(all).flatMap(([path, content]) => (content ? [[path, content]] : []))),
    };
    assert.deepEqual((await run()).told, [said]);
  });

test('a provider that promises nothing is not held to it', async () => {
  files = {
    [wellKnown]: metadata([{ directory_url: server.address }], { role: 'csaf_provider' }),
    'changes.csv': '"a.json","2026-10-01T00:00:00Z"\n',
    'a.json': document,
  };
  assert.deepEqual((await run()).told, ['a.json unsigned']);
});

test('a long index is read whole, and it is told how far it is', async () => {
  const names = Array.from({ length: 2500 }, (_, index) => `2026/${index}.json`);
  files = { 'index.txt': names.join('\n') };
  const done: string[] = [];
  const { left, listed } = await syncVex(nodeHost({ root: device }), server.address, {
    progress: (count, all) => done.push(`${count} of ${all}`),
  });
  assert.deepEqual([listed, left.length, done], [2500, 2500, ['1000 of 2500', '2000 of 2500']]);
});

test('of each document all is asked for that may prove it, so that its host learns of none that it matters', async () => {
  const other = document.toString().replaceAll('pkg:', 'pkg:generic/not-in-the-inventory-');
  files = { 'index.txt': 'a.json\nb.json\n', ...complete('a.json'), 'b.json': other };
  server.asked.length = 0;
  const { told } = await run();
  assert.deepEqual(told, ['a.json not-checked']);
  const askedOf = (name: string) =>
    server.asked.flatMap(({ url = '' }) => (url.startsWith(`/${name}`) ? [url.slice(name.length + 1)] : [])).toSorted();
  assert.deepEqual(askedOf('b.json'), ['', '.asc', '.sha256', '.sha512']);
  assert.deepEqual(askedOf('a.json'), askedOf('b.json'));
});

/** As `run`, but what a host says nothing of is given up after moments. */
async function runInHaste() {
  const host = nodeHost({ root: device, cache: join(device, '.cache') });
  const haste = { ...usual, attempts: 2, pause: 1, stall: 400 };
  other.asked.length = 0;
  const openSource: Host['openSource'] = async (address, options) => {
    const of = (path: string) => {
      const said = decodeURIComponent(new URL(`${address.replace(/\/?$/, '/')}${path}`).pathname.slice(1));
      return webSource(address, options, unsaid.test(said) ? haste : { ...usual, pause: 1 });
    };
    return { address, get: (path) => of(path).get(path), ask: (request) => of(request.path).ask(request) };
  };
  return syncVex({ ...host, openSource }, server.address);
}

test('a host that says nothing is left alone for the run and told once, the others are asked, and the next run asks anew', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `far/${index}.json`);
  const own = names.map((_, index) => `near/${index}.json`);
  others = Object.assign({}, ...names.map((name) => complete(name)));
  const addresses = names.flatMap((name, index) => [`${other.address}/${name}`, `${server.address}/${own[index]}`]);
  files = {
    ...Object.assign({}, ...own.map((name) => complete(name))),
    [wellKnown]: metadata([{ rolie: { feeds: [{ url: `${server.address}/feed.json` }] } }]),
    'feed.json': feedOf(`${server.address}/feed.json`, addresses),
  };
  unsaid = /^far/;
  const { imported, left } = await runInHaste();
  assert.deepEqual(
    imported.map(({ from }) => from),
    own,
  );
  const { host } = new URL(other.address);
  assert.deepEqual(left, [
    `${host} said nothing again and again, and was left alone: 40 documents of it were not taken; run it again later, which asks anew`,
  ]);
  assert.equal(other.asked.length, 8);
  unsaid = /^$/;
  const again = await runInHaste();
  assert.deepEqual([again.imported.length, again.left], [80, []]);
});

test('a host that says nothing of proofs alone is asked for its documents still', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `${index}.json`);
  files = {
    ...Object.assign({}, ...names.map((name) => complete(name))),
    'index.txt': names.join('\n'),
  };
  unsaid = /asc$/;
  server.asked.length = 0;
  const { imported, left } = await runInHaste();
  assert.equal(imported.length, 20);
  assert.deepEqual(left, []);
  assert.ok(imported.every(({ diagnostics }) => diagnostics.some(({ rule }) => rule === 'vex/missing-proof')));
  assert.equal(server.asked.filter(({ url = '' }) => url.endsWith('.asc')).length, 16);
});

test('a provider leads to no host whose name lies in a network of the reader, and the rest of its documents is taken', async () => {
  const lookedFor: string[] = [];
  const names = nameGuard((name, _options, done) => {
    lookedFor.push(name);
    lookup('127.0.0.1', { all: true }, done);
  });
  const { port } = new URL(other.address);
  others = complete('inner/a.json');
  other.asked.length = 0;
  const provider: Record<string, string | Uint8Array> = {
    ...complete('b.json'),
    [wellKnown]: metadata([{ rolie: { feeds: [{ url: 'http://vendor.example/feed.json' }] } }]),
    'feed.json': feedOf('http://vendor.example/feed.json', [
      `http://inner.example:${port}/inner/a.json`,
      'http://vendor.example/b.json',
    ]),
  };
  const get = (path: string) => Promise.resolve(provider[path] === undefined ? undefined : Buffer.from(provider[path]));
  const host = nodeHost({ root: device, cache: join(device, '.cache') });
  const synced = await syncVex(
    {
      ...host,
      openSource: async (address, options) =>
        address.startsWith('http://vendor.example')
          ? { address, get, ask: (request) => askFolder(get, request) }
          : webSource(address, options, { ...usual, attempts: 1 }, atOnce, names),
    },
    'http://vendor.example',
  );
  assert.deepEqual(
    synced.imported.map(({ from }) => from),
    ['b.json'],
  );
  assert.deepEqual(synced.left, [
    `"http://inner.example:${port}/inner/a.json" cannot be fetched: "inner.example" leads to 127.0.0.1 in a network of your own, of which vendor.example cannot know`,
  ]);
  assert.deepEqual(other.asked, []);
  assert.ok(lookedFor.length > 0 && lookedFor.every((name) => name === 'inner.example'));
});

test('a feed that goes on elsewhere is read to its end', async () => {
  const page = (name: string, next: string, document: string) => {
    const { feed } = JSON.parse(feedOf(`${server.address}/${name}`, [`${server.address}/${document}`])) as {
      feed: { link: object[] };
    };
    return JSON.stringify({
      feed: { ...feed, link: [...feed.link, { rel: 'next', href: `${server.address}/${next}` }] },
    });
  };
  files = {
    [wellKnown]: metadata([{ rolie: { feeds: [{ tlp_label: 'WHITE', url: `${server.address}/1.json` }] } }]),
    '1.json': page('1.json', '2.json', 'a.json'),
    '2.json': page('2.json', '1.json', 'b.json'),
    ...complete('a.json'),
    ...complete('b.json'),
  };
  assert.deepEqual((await run()).told, ['a.json not-checked', 'b.json not-checked']);
});

test('documents of one path that differ in what follows the question mark are several', async () => {
  const at = (id: number) => `${server.address}/get?id=${id}`;
  files = {
    [wellKnown]: metadata([{ rolie: { feeds: [{ tlp_label: 'WHITE', url: `${server.address}/feed.json` }] } }]),
    'feed.json': feedOf(`${server.address}/feed.json`, [at(1), at(2), at(1)]),
    'get?id=1': document,
    'get?id=2': document.toString().replace('"tracking"', ' "tracking"'),
  };
  const { listed, imported } = await run();
  assert.deepEqual([listed, new Set(imported.map(({ file }) => file)).size], [2, 2]);
});

test('more of an answer than any document has is not fetched', async () => {
  files = { 'index.txt': 'a.json\n', 'a.json': Buffer.alloc(2 ** 27, ' ') };
  const { left } = await run();
  assert.deepEqual(left, ['a.json has more than 64 MiB, which no VEX document has']);
});

/** A provider that calls itself trusted, with these documents and what is beside them. */
const trusted = (names: readonly string[], contents: Readonly<Record<string, string | Uint8Array>>) => ({
  [wellKnown]: metadata([{ directory_url: server.address }], {
    role: 'csaf_trusted_provider',
    public_openpgp_keys: [{ url: `${server.address}/key.asc` }],
  }),
  'key.asc': readFileSync('src/base/openpgp/fixtures/ed25519.key.asc'),
  'changes.csv': names.map((name) => `"${name}","2026-10-01T00:00:00Z"\n`).join(''),
  ...contents,
});

test('a proof that a host refuses is told with its document, and all documents are taken', async () => {
  const { 'a.json.asc': _, ...unsigned } = complete('a.json');
  const { 'b.json.sha512': __, 'b.json.sha256': ___, ...unhashed } = complete('b.json');
  files = trusted(['a.json', 'b.json', 'c.json'], { ...unsigned, ...unhashed, ...complete('c.json') });
  statuses = { 'a.json.asc': 403, 'b.json.sha512': 403, 'b.json.sha256': 403 };
  const { told, left, imported } = await run();
  assert.deepEqual(told, [
    'a.json not-checked vex/missing-proof',
    'b.json verified vex/missing-proof',
    'c.json verified',
  ]);
  assert.deepEqual(left, []);
  const [first, second] = imported.map(({ diagnostics }) => diagnostics[0]?.message);
  const refused = (path: string) => `"${server.address}/${path}" cannot be fetched: the host answers 403 Forbidden`;
  assert.equal(first, `what may prove a.json cannot be had: ${refused('a.json.asc')}`);
  assert.equal(second, `what may prove b.json cannot be had: ${refused('b.json.sha512')}; ${refused('b.json.sha256')}`);
});

test('of a provider with faulty documents the others are taken, and each fault is told', async () => {
  const names = ['gone', 'refused', 'page', 'round', 'changed', 'whole'].map((name) => `${name}.json`);
  files = trusted(names, {
    'page.json': '<!doctype html><title>Sign in</title>',
    ...complete('changed.json'),
    'changed.json.sha256': 'no',
    ...complete('whole.json'),
  });
  statuses = { 'refused.json': 403 };
  redirects = { 'round.json': '/round.json' };
  const { told, left } = await run();
  assert.deepEqual(told, ['changed.json refused vex/checksum', 'whole.json verified']);
  assert.deepEqual(left, [
    'gone.json is listed, and is not there',
    `"${server.address}/refused.json" cannot be fetched: the host answers 403 Forbidden`,
    "page.json cannot be read: it is no JSON: Unexpected token '<'",
    `"${server.address}/round.json" cannot be fetched: it leads on more than 5 times`,
  ]);
});

test('a list that is refused keeps nobody from the others, nor from the one that says the same', async () => {
  files = {
    [wellKnown]: metadata([{ directory_url: `${server.address}/a` }, { directory_url: `${server.address}/b` }]),
    'b/index.txt': 'x.json\n',
    ...complete('b/x.json'),
  };
  statuses = { 'a/changes.csv': 403, 'a/index.txt': 403, 'b/changes.csv': 403 };
  const { told, left } = await run();
  assert.deepEqual(told, ['b/x.json not-checked']);
  assert.deepEqual(left, [
    `a/changes.csv is named, and cannot be had: "${server.address}/a/index.txt" cannot be fetched: the host answers 403 Forbidden`,
  ]);
});

test('a host that refuses what it does not have is a provider, and one that refuses all says so', async () => {
  files = {
    [wellKnown]: metadata([{ directory_url: server.address }]),
    'index.txt': 'a.json\n',
    ...complete('a.json'),
  };
  statuses = { '*': 403 };
  assert.deepEqual((await run()).told, ['a.json not-checked']);
  files = {};
  await assert.rejects(run(), {
    name: 'HostError',
    message: /vex-repository\.json" cannot be fetched: .*403 Forbidden$/,
  });
});
