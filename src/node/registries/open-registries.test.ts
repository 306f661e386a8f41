import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { syncMetadata } from '../../app/sync/sync-metadata.ts';
import type { Metadata } from '../../model/inventory/metadata.ts';
import { nodeHost } from '../host.ts';
import { openRegistries } from './open-registries.ts';

const folder = mkdtempSync(join(tmpdir(), 'registries-'));
const patience = {
  attempts: 2,
  pause: 0,
  stall: 30_000,
  trickle: 1,
  longestPause: 0,
  largestAnswer: 1_000_000,
  large: Number.POSITIVE_INFINITY,
};

type Asked = { readonly url: string; readonly headers: IncomingMessage['headers'] };
let asked: Asked[] = [];
/** What the registry answers, by path: a text, or a status. */
let answers: Record<string, string | number> = {};

function serve(): Server {
  return createServer(({ url = '', headers }, response) => {
    asked.push({ url, headers });
    const answer = answers[url] ?? 404;
    const etag = `"${String(answer).length}"`;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else if (headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(answer);
  });
}

const [registry, files] = [serve(), serve()];
let at = '';
let elsewhere = '';
before(async () => {
  for (const server of [registry, files])
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  at = `127.0.0.1:${(registry.address() as AddressInfo).port}`;
  elsewhere = `127.0.0.1:${(files.address() as AddressInfo).port}`;
});
after(() => {
  registry.close();
  files.close();
  rmSync(folder, { recursive: true, force: true });
});

const root = join(folder, 'product');
const home = join(folder, 'home');
const cache = join(folder, 'cache');
const frozen = join(root, 'soup/metadata.lock.json');
/** A product, a home and a cache that nobody has used, and a registry that knows two packages. */
function beginAnew(): void {
  for (const one of [root, home, cache]) rmSync(one, { recursive: true, force: true });
  for (const [path, text] of Object.entries(baseDevice)) write(join(root, path), text);
  asked = [];
  answers = {
    '/npm/left-pad': JSON.stringify({ versions: { '1.3.0': { license: 'WTFPL' } } }),
    '/npm/tap-mini': JSON.stringify({ versions: { '2.0.0': { license: 'MIT', deprecated: 'no more' } } }),
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const environment = (more: Record<string, string> = {}) => ({
  HOME: home,
  PIP_CONFIG_FILE: join(home, 'none'),
  ...more,
});

function sync(
  day = '2026-11-15',
  variables: Record<string, string> = {},
  progress: (done: number) => void = () => undefined,
  trusted: readonly string[] = [],
) {
  const host = {
    ...nodeHost({ root }),
    clock: { now: () => new Date(`${day}T10:00:00Z`), heldBy: undefined },
    openRegistries: (hosts: readonly string[]) => openRegistries(root, cache, environment(variables), patience, hosts),
  };
  return syncMetadata(host, { named: [], trusted, progress });
}

const read = () => JSON.parse(readFileSync(frozen, 'utf8')) as Metadata;
const factsOf = (purl: string) => read().packages.find((one) => one.purl === purl)?.answers[0];

test('without an address nothing is asked, and that is said', async () => {
  beginAnew();
  const { diagnostics, counts } = await sync();
  assert.equal(counts.requests, 0);
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['2 packages of type npm were not asked for: no file or configuration names a npm registry'],
  );
});

test('the registry of .npmrc is asked with a token of the environment where a person allows it; it stands in no file and no message', async () => {
  beginAnew();
  write(join(root, '.npmrc'), `registry=http://${at}/npm/\n//${at}/npm/:_authToken=\${NPM_TOKEN}\n`);
  const held = await sync('2026-11-14', { NPM_TOKEN: 'secret-1' });
  assert.ok(asked.every(({ headers }) => headers.authorization === undefined));
  assert.match(held.diagnostics[0]?.message ?? '', /^\.npmrc would send what stands in the environment/);
  asked = [];
  const synced = await sync('2026-11-15', { NPM_TOKEN: 'secret-1' }, undefined, [`http://${at}`]);
  assert.deepEqual(asked.map(({ url }) => url).toSorted(), ['/npm/left-pad', '/npm/tap-mini']);
  assert.ok(asked.every(({ headers }) => headers.authorization === 'Bearer secret-1'));
  assert.deepEqual(factsOf('pkg:npm/left-pad@1.3.0'), {
    registry: 'npm',
    source: `http://${at}/npm/left-pad`,
    asOf: '2026-11-15',
    facts: { licence: 'WTFPL' },
  });
  assert.ok(!`${JSON.stringify(synced)}${readFileSync(frozen, 'utf8')}`.includes('secret'));
});

test('a file of the repository cannot have any secret sent away', async () => {
  beginAnew();
  write(join(root, '.npmrc'), `registry=http://${at}/npm/\n//${at}/npm/:_authToken=\${AWS_SECRET_ACCESS_KEY}\n`);
  const { diagnostics } = await sync('2026-11-15', { AWS_SECRET_ACCESS_KEY: 'secret-2' });
  assert.ok(asked.every(({ headers }) => headers.authorization === undefined));
  assert.match(diagnostics[0]?.message ?? '', /names a variable that is not set/);
});

test('a token goes to the origin that it was named for, and not where an answer leads', async () => {
  beginAnew();
  write(join(root, 'requirements.txt'), 'six==1.16.0\n');
  write(join(home, '.config/pip/pip.conf'), `[global]\nindex-url = http://ada:secret-3@${at}/simple/\n`);
  const url = `http://${elsewhere}/simple/six-1.16.0-py3-none-any.whl`;
  answers['/simple/six'] = JSON.stringify({
    files: [{ filename: 'six-1.16.0-py3-none-any.whl', url, 'core-metadata': true }],
  });
  answers['/simple/six-1.16.0-py3-none-any.whl.metadata'] = 'Name: six\nLicense: MIT\n\n';
  await sync('2026-11-15', { PIP_CONFIG_FILE: '' });
  const tokens = new Map(asked.map(({ url, headers }) => [url, headers.authorization]));
  assert.equal(tokens.get('/simple/six'), `Basic ${Buffer.from('ada:secret-3').toString('base64')}`);
  assert.ok(tokens.has('/simple/six-1.16.0-py3-none-any.whl.metadata'));
  assert.equal(tokens.get('/simple/six-1.16.0-py3-none-any.whl.metadata'), undefined);
  assert.equal(factsOf('pkg:pypi/six@1.16.0')?.facts?.licence, 'MIT');
});

test('on a later day nothing that is unchanged is fetched again', async () => {
  beginAnew();
  write(join(home, '.npmrc'), `registry=http://${at}/npm\n`);
  await sync('2026-11-15');
  const before = readFileSync(frozen, 'utf8');
  const { counts } = await sync('2026-11-16');
  assert.deepEqual(counts, { requests: 2, unchanged: 2, bytes: 0 });
  assert.equal(readFileSync(frozen, 'utf8'), before.replaceAll('2026-11-15', '2026-11-16'));
});

test('a run that was stopped is gone on with: what was known that day is not asked again', async () => {
  beginAnew();
  write(join(home, '.npmrc'), `registry=http://${at}/npm\n`);
  const many = Array.from({ length: 45 }, (_, index) => `pad-${index}`);
  const packages = Object.fromEntries(many.map((name) => [`node_modules/${name}`, { version: '1.0.0' }]));
  write(
    join(root, 'package-lock.json'),
    JSON.stringify({
      name: 'x',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': { name: 'x', version: '1.0.0' }, ...packages },
    }),
  );
  for (const name of many) answers[`/npm/${name}`] = JSON.stringify({ versions: { '1.0.0': { license: 'MIT' } } });
  await assert.rejects(
    sync('2026-11-15', {}, (done) => {
      if (done === 30) throw new Error('killed');
    }),
    /killed/,
  );
  const { kept, known, counts } = await sync();
  assert.equal(known, 45);
  assert.ok(kept >= 20, `only ${kept} were kept`);
  assert.equal(counts.requests, 45 - kept);
});

for (const [title, answer, reason] of [
  ['404', 404, 'the registry does not know the package'],
  ['429', 429, 'the host answers 429 Too Many Requests: its limit of requests is used up'],
  ['a web page', '<!doctype html><p>Sign in', 'it answers with a web page'],
  ['500', 500, 'the host answers 500 Internal Server Error'],
  ['half an answer', '{"versions":', 'it is no JSON: the file ends too early'],
  ['JSON of another kind', '{"versions":7}', 'versions: Invalid input: expected record, received number'],
  ['another version only', '{"versions":{}}', 'the registry knows the package without 1.3.0'],
] as const)
  test(`${title} is kept as unknown, said, and asked again the next time`, async () => {
    beginAnew();
    write(join(home, '.npmrc'), `registry=http://${at}/npm\n`);
    const right = answers['/npm/left-pad'] ?? '';
    answers['/npm/left-pad'] = answer;
    const { diagnostics, unknown } = await sync();
    assert.equal(unknown, 1);
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      [`npm: ${reason} (pkg:npm/left-pad@1.3.0); kept as unknown`],
    );
    assert.equal(factsOf('pkg:npm/left-pad@1.3.0')?.unknown, reason);
    answers['/npm/left-pad'] = right;
    const again = await sync();
    assert.equal(again.unknown, 0);
    assert.equal(again.counts.requests, 1);
  });

test('what was known stays with its day when a registry gives nothing; a new licence keeps the one before', async () => {
  beginAnew();
  write(join(home, '.npmrc'), `registry=http://${at}/npm\n`);
  await sync('2026-11-15');
  answers['/npm/left-pad'] = 503;
  await sync('2026-11-16');
  const { facts, asOf, unknown } = factsOf('pkg:npm/left-pad@1.3.0') ?? {};
  assert.deepEqual(
    [facts?.licence, asOf, unknown],
    ['WTFPL', '2026-11-15', 'the host answers 503 Service Unavailable'],
  );
  answers['/npm/left-pad'] = JSON.stringify({ versions: { '1.3.0': { license: 'BUSL-1.1' } } });
  await sync('2026-11-17');
  assert.deepEqual(read().packages[0]?.licenceBefore, { version: '1.3.0', licence: 'WTFPL', seen: '2026-11-17' });
});

test('a scope is asked for at its own registry, and its names go nowhere else', async () => {
  beginAnew();
  write(join(home, '.npmrc'), `registry=http://${elsewhere}/npm\n@acme:registry=http://${at}/acme\n`);
  const entry = { 'node_modules/@acme/reader': { version: '1.0.0' } };
  write(
    join(root, 'package-lock.json'),
    JSON.stringify({
      name: 'x',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': { name: 'x', version: '1.0.0' }, ...entry },
    }),
  );
  await sync();
  assert.deepEqual(
    asked.map(({ url }) => url),
    ['/acme/@acme/reader'],
  );
});

test('a module that GOPRIVATE names is told to no proxy', async () => {
  beginAnew();
  write(
    join(root, 'go.mod'),
    'module x.example/x\n\ngo 1.22\n\nrequire (\n\tgit.acme.example/reader v1.0.0\n\tpad.example/pad v1.0.0\n)\n',
  );
  await sync('2026-11-15', { GOPROXY: `http://${at}/go,direct`, GOPRIVATE: '*.acme.example' });
  assert.deepEqual(
    asked.map(({ url }) => url),
    ['/go/pad.example/pad/@v/v1.0.0.info', '/go/pad.example/pad/@v/list'],
  );
});
