import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { baseDevice } from '../../../../test/base-device.ts';
import { localServer, type LocalServer } from '../../../../test/local-server.ts';
import { putFiles } from '../../../../test/put-files.ts';
import { tarOf, type TarItem } from '../../../../test/sample-image.ts';
import { nodeHost } from '../../../node/host.ts';
import { syncVex } from './sync-vex.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-vex-repository-'));
after(() => rmSync(folder, { recursive: true }));

const openvex = (purl: string) =>
  JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `https://pad.example/vex/${purl}`,
    author: 'Pad Project',
    timestamp: '2026-11-13T10:00:00Z',
    version: 1,
    statements: [{ vulnerability: { name: 'CVE-2026-0001' }, products: [{ '@id': purl }], status: 'fixed' }],
  });
const index = JSON.stringify({
  updated_at: '2026-11-13T10:00:00Z',
  packages: ['left-pad', 'right-pad'].map((name) => ({ id: `pkg:npm/${name}`, location: `pkg/npm/${name}/vex.json` })),
});
const files: readonly TarItem[] = [
  { path: 'hub-main/index.json', content: index },
  { path: 'hub-main/pkg/npm/left-pad/vex.json', content: openvex('pkg:npm/left-pad') },
  { path: 'hub-main/pkg/npm/right-pad/vex.json', content: openvex('pkg:npm/right-pad') },
];
const zipOf = (items: readonly TarItem[]) =>
  zipSync(Object.fromEntries(items.map(({ path, content = '' }) => [path, Buffer.from(content)])));
const whole = gzipSync(tarOf(files));

/** What the server of this test holds, how its manifest names archives, and what it answers instead. */
let archive: Uint8Array = whole;
let locations: readonly string[] = [];
let interval = '1h';
let instead: ((url: string, response: ServerResponse) => boolean) | undefined;

let server: LocalServer;
before(async () => {
  server = await localServer(({ url = '', headers }, response) => {
    if (instead?.(url, response) === true) return;
    const path = url.slice(1);
    const etag = `"${archive.length}"`;
    if (path === '.well-known/vex-repository.json') response.end(manifestOf(locations));
    else if (!path.startsWith('archive/')) response.writeHead(404).end();
    else if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.setHeader('etag', etag).end(archive);
  });
});
after(() => server.close());

let device = '';
beforeEach(() => {
  device = mkdtempSync(join(folder, 'device-'));
  putFiles(device, baseDevice);
  [archive, instead, interval] = [whole, undefined, '1h'];
  locations = [`${server.address}/archive/main.tar.gz//hub-main`];
  server.asked.length = 0;
});

function manifestOf(urls: readonly string[]): string {
  const v0 = { spec_version: 'v0.1', locations: urls.map((url) => ({ url })), update_interval: interval };
  return JSON.stringify({ name: 'Hub', description: 'x', versions: { v0 }, latest_version: 'v0' });
}

const run = (from: string, again = false) =>
  syncVex(nodeHost({ root: device, cache: join(device, '.cache') }), from, { again });
const frozen = () => {
  try {
    return readdirSync(join(device, 'soup/vex'));
  } catch {
    return [];
  }
};
const names = ['openvex-pkg-npm-left-pad-vex.vex.json', 'openvex-pkg-npm-left-pad-vex.yaml'];

for (const [how, bytes] of [
  ['tar and gzip', () => whole],
  ['tar', () => tarOf(files)],
  ['zip', () => zipOf(files)],
] as const)
  test(`an archive of ${how} is taken as it is published, from an address`, async () => {
    archive = bytes();
    const { feed, listed, imported, left } = await run(server.address);
    assert.deepEqual([feed, listed, imported.length, left], ['vex-repository', 2, 1, []]);
    assert.deepEqual(frozen(), names);
    assert.match(
      readFileSync(join(device, 'soup/vex', names[1] ?? ''), 'utf8'),
      /^source: http:.*\/archive\/main\.tar\.gz\/\/hub-main$/m,
    );
    assert.deepEqual(
      server.asked.map(({ url }) => url),
      ['/.well-known/vex-repository.json', '/archive/main.tar.gz'],
      'what is asked for tells nothing of the inventory',
    );
  });

for (const [how, contents] of [
  ['laid out as the addresses are', { '.well-known/vex-repository.json': 0, 'archive/main.tar.gz': whole }],
  ['with the archive beside its manifest', { 'vex-repository.json': 0, 'main.tar.gz': whole }],
] as const)
  test(`a folder ${how} is read without a network`, async () => {
    const place = mkdtempSync(join(folder, 'hub-'));
    const manifest = manifestOf(['https://vex.example/archive/main.tar.gz//hub-main']);
    putFiles(place, Object.fromEntries(Object.entries(contents).map(([path, content]) => [path, content || manifest])));
    const { listed, imported, left } = await run(place);
    assert.deepEqual([listed, imported.length, left], [2, 1, []]);
  });

test('a folder that holds what the archive holds is read by its index, manifest or not', async () => {
  const place = mkdtempSync(join(folder, 'hub-'));
  putFiles(place, { 'vex-repository.json': manifestOf(['https://vex.example/main.tar.gz']), 'index.json': index });
  putFiles(place, { 'pkg/npm/left-pad/vex.json': openvex('pkg:npm/left-pad') });
  assert.equal((await run(place)).imported.length, 1);
});

test('a folder without the archive says what it was looked for as', async () => {
  const place = mkdtempSync(join(folder, 'hub-'));
  putFiles(place, { 'vex-repository.json': manifestOf(['https://vex.example/v/main.tar.gz']) });
  await assert.rejects(run(place), {
    name: 'HostError',
    message: /there is no v\/main\.tar\.gz, no main\.tar\.gz in the folder$/,
    help: /name the folder that it is unpacked in/,
  });
});

test('an archive is not asked for again within the time of its manifest, unless a person wants it, and then only sent anew when it changed', async () => {
  const paths = () => server.asked.splice(0).map(({ url, headers }) => `${url} ${headers['if-none-match'] ?? ''}`);
  const manifest = '/.well-known/vex-repository.json ';
  const first = await run(server.address);
  assert.deepEqual([paths(), first.archiveOf], [[manifest, '/archive/main.tar.gz '], undefined]);
  const second = await run(server.address);
  assert.deepEqual([paths(), second.imported[0]?.known], [[manifest], true]);
  assert.ok(second.archiveOf !== undefined);
  const third = await run(server.address, true);
  assert.deepEqual([paths(), third.archiveOf], [[manifest, `/archive/main.tar.gz "${whole.length}"`], undefined]);
  archive = gzipSync(tarOf([...files, { path: 'hub-main/README', content: 'new' }]), { level: 1 });
  const fourth = await run(server.address, true);
  assert.equal(fourth.imported[0]?.known, true);
});

for (const [days, isAsked] of [
  [6, false],
  [8, true],
] as const)
  test(`an archive that its publisher never wants to be asked for is ${isAsked ? '' : 'not '}asked for after ${days} days`, async () => {
    interval = '999999h';
    await run(server.address);
    const kept = join(device, '.cache/tureen/sources');
    const then = new Date(Date.now() - days * 24 * 3_600_000);
    for (const name of readdirSync(kept)) utimesSync(join(kept, name), then, then);
    server.asked.length = 0;
    const { archiveOf } = await run(server.address);
    assert.equal(archiveOf === undefined, isAsked);
    assert.equal(server.asked.length, isAsked ? 2 : 1);
  });

test('the next archive is tried where the first is not there', async () => {
  locations = [`${server.address}/gone.tar.gz`, ...locations];
  assert.equal((await run(server.address)).imported.length, 1);
});

test('the next archive is tried where the host of the first refuses', async () => {
  locations = [`${server.address}/closed.tar.gz`, ...locations];
  instead = (url, response) => {
    if (url === '/closed.tar.gz') response.writeHead(403).end();
    return url === '/closed.tar.gz';
  };
  assert.equal((await run(server.address)).imported.length, 1);
});

test('an archive that cannot be used is not kept for the next run', async () => {
  archive = Buffer.from('<html>Sign in</html>');
  await assert.rejects(run(server.address), { name: 'HostError' });
  archive = whole;
  assert.equal((await run(server.address)).imported.length, 1);
});

const refused: readonly (readonly [string, readonly TarItem[], RegExp])[] = [
  [
    'with a path that climbs',
    [...files, { path: '../evil.json', content: 'x' }],
    /"\.\.\/evil\.json" leads out of it$/,
  ],
  ['without an index', files.slice(1), /hub-main" has no index\.json$/],
  [
    'whose document is a link',
    [...files.slice(0, 1), { path: 'hub-main/pkg/npm/left-pad/vex.json', type: '2', target: 'other.json' }],
    /left-pad\/vex\.json" in it is no file but a link, which is not followed$/,
  ],
];

test('of an archive with one document that is a link nothing is taken, not what comes before it either', async () => {
  const packages = ['left-pad', 'tap-mini'].map((name) => ({
    id: `pkg:npm/${name}`,
    location: `pkg/npm/${name}/vex.json`,
  }));
  archive = gzipSync(
    tarOf([
      { path: 'hub-main/index.json', content: JSON.stringify({ packages }) },
      { path: 'hub-main/pkg/npm/left-pad/vex.json', content: openvex('pkg:npm/left-pad') },
      { path: 'hub-main/pkg/npm/tap-mini/vex.json', type: '2', target: '../left-pad/vex.json' },
    ]),
  );
  await assert.rejects(run(server.address), { name: 'HostError', help: /Nothing of it was taken/ });
  assert.deepEqual(frozen(), []);
});

for (const [what, items, message] of refused)
  test(`an archive ${what} is refused with one message, and nothing is written`, async () => {
    archive = gzipSync(tarOf(items));
    await assert.rejects(run(server.address), { name: 'HostError', message, help: /Nothing of it was taken/ });
    assert.deepEqual(frozen(), []);
  });

test('an archive that breaks off on its way leaves what was there, and what was kept', async () => {
  await run(server.address);
  const before = frozen().map((name) => readFileSync(join(device, 'soup/vex', name), 'utf8'));
  instead = (url, response) => {
    if (!url.startsWith('/archive')) return false;
    response.writeHead(403).end();
    return true;
  };
  await assert.rejects(run(server.address, true), { name: 'HostError', message: /403/ });
  assert.deepEqual(
    frozen().map((name) => readFileSync(join(device, 'soup/vex', name), 'utf8')),
    before,
  );
  assert.equal((await run(server.address)).imported[0]?.known, true, 'the archive of before is still at hand');
});

test('what follows the question mark of an address is sent, and kept in no record', async () => {
  locations = [`${server.address}/archive/main.tar.gz?key=secret`];
  archive = gzipSync(tarOf(files.map((item) => ({ ...item, path: item.path.replace('hub-main/', '') }))));
  const { imported } = await run(server.address);
  assert.equal(server.asked.at(-1)?.url, '/archive/main.tar.gz?key=secret');
  assert.equal(imported[0]?.record?.source, `${server.address}/archive/main.tar.gz`);
});

test('an address with a broken escape is no address, and no path of a folder', async () => {
  locations = [`${server.address}/archive/%zz.tar.gz`];
  await assert.rejects(run(server.address), { message: /it is no address$/ });
  const place = mkdtempSync(join(folder, 'hub-'));
  putFiles(place, { 'vex-repository.json': manifestOf(['https://vex.example/%zz.tar.gz']) });
  await assert.rejects(run(place), { name: 'HostError', message: /no %zz\.tar\.gz in the folder$/ });
});

test('a manifest leads to no place that is less safe than itself', async () => {
  locations = ['ftp://vex.example/main.tar.gz', 'file:///etc/passwd', 'https://'];
  await assert.rejects(run(server.address), {
    message: /"ftp:" is not as safe as the source; .*"file:" is not as safe as the source; .*it is no address$/,
  });
});
