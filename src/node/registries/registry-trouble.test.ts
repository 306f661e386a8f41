import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { selfSigned } from '../../../test/self-signed.ts';
import type { RegistryAnswer } from '../../app/sync/registry-source.ts';
import { openRegistries } from './open-registries.ts';

const folder = mkdtempSync(join(tmpdir(), 'registry-trouble-'));
const home = join(folder, 'home');
const patience = {
  attempts: 2,
  pause: 0,
  stall: 30_000,
  trickle: 1,
  longestPause: 5,
  largestAnswer: 1_000_000,
  large: Number.POSITIVE_INFINITY,
};

let asked: IncomingMessage[] = [];
/** What the registry does with each question in turn; the last goes on. */
let behaviour: ((response: ServerResponse, request: IncomingMessage) => void)[] = [];

const listener: RequestListener = (request, response) => {
  asked.push(request);
  const act = behaviour.length > 1 ? behaviour.shift() : behaviour[0];
  act?.(response, request);
};
const [registry, elsewhere] = [createServer(listener), createServer(listener)];
before(async () => {
  for (const server of [registry, elsewhere]) await listening(server);
});
after(() => {
  for (const server of [registry, elsewhere]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  [asked, behaviour] = [[], []];
  for (const one of [home, join(folder, 'product')]) {
    rmSync(one, { recursive: true, force: true });
    mkdirSync(one, { recursive: true });
  }
});

async function listening(server: Server): Promise<void> {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end();
const text = (content: string) => (response: ServerResponse) => void response.end(content);

const environment = { HOME: home, CONDARC: join(home, 'none') };
const open = (cache = 'cache', given = patience) =>
  openRegistries(join(folder, 'product'), join(folder, cache), environment, given);
const question = { name: 'package', path: ['pad'], accept: 'application/json' };
const askOnce = async (cache = 'cache', given = patience) =>
  (await open(cache, given)).ask(`http://${hostOf(registry)}/npm`, question);
const inBrief = (answer: RegistryAnswer) => (answer.kind === 'answer' ? (answer.text ?? 'nothing') : answer.reason);

for (const [title, acts, brief, requests, given] of [
  ['404 is an answer, and not asked for again', [status(404)], 'nothing', 1],
  [
    '429 with a wait that can be kept is asked again after it',
    [status(429, { 'retry-after': '0' }), text('{}')],
    '{}',
    2,
  ],
  [
    '429 with an hour to wait is given up at once',
    [status(429, { 'retry-after': '3600' })],
    'the host answers 429 Too Many Requests: its limit of requests is used up for 3600 s',
    1,
  ],
  ['500 is asked again', [status(500), text('{}')], '{}', 2],
  ['500 for ever is given up', [status(500)], 'the host answers 500 Internal Server Error', 2],
  ['403 is not asked again', [status(403)], 'the host answers 403 Forbidden', 1],
  [
    'a socket on which nothing comes is given up',
    [() => undefined],
    'nothing arrived for 0.3 s',
    2,
    { ...patience, stall: 300 },
  ],
  [
    'an answer that stops in its middle is asked for again',
    [
      (response: ServerResponse) =>
        void response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy()),
      text('{"a":1}'),
    ],
    '{"a":1}',
    2,
  ],
  ['an answer without an end is refused', [text('x'.repeat(2_000_000))], 'it has more than 1000000 bytes', 1],
  [
    'bytes that are no text are refused',
    [(response: ServerResponse) => void response.end(Buffer.from([0xff, 0xfe]))],
    'the answer is no UTF-8 text',
    1,
  ],
  ['a redirect without end is refused', [status(302, { location: '/npm/pad' })], 'it leads on more than 5 times', 6],
] as const)
  test(title, async () => {
    behaviour = [...acts];
    assert.equal(inBrief(await askOnce(title, given)), brief);
    assert.equal(asked.length, requests);
  });

test('a redirect to another host gets no token', async () => {
  const place = hostOf(registry);
  writeFileSync(join(home, '.npmrc'), `registry=http://${place}/npm\n//${place}/:_authToken=secret\n`);
  behaviour = [status(302, { location: `http://${hostOf(elsewhere)}/pad` }), text('{}')];
  assert.equal(inBrief(await askOnce('moved')), '{}');
  assert.deepEqual(
    asked.map(({ headers }) => [headers.host, headers.authorization]),
    [
      [place, 'Bearer secret'],
      [hostOf(elsewhere), undefined],
    ],
  );
});

test('an answer of a registry leads into no inner network, and that of an inner one does', async () => {
  behaviour = [text('{}')];
  const { ask } = await open('inner');
  const at = `http://${hostOf(elsewhere)}/npm`;
  const told = inBrief(await ask('http://registry.example/npm', { ...question, at }));
  assert.match(told, /^it leads to ".*", in a network of your own, of which registry\.example cannot know$/);
  assert.equal(inBrief(await ask(`http://${hostOf(registry)}/npm`, { ...question, at })), '{}');
});

test('a host that refuses three times in a row is left alone for the run', async () => {
  behaviour = [status(403)];
  const { ask } = await open('alone');
  const base = `http://${hostOf(registry)}/npm`;
  const said: string[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) said.push(inBrief(await ask(base, { ...question, path: [name] })));
  assert.equal(asked.length, 3);
  assert.match(said.at(-1) ?? '', /refused 3 times in a row and was left alone$/);
});

test('what many packages share is fetched once a run, also where nothing can be kept on disk; and what is absent, too', async () => {
  writeFileSync(join(folder, 'file'), '');
  const { ask, counts } = await open('file');
  const base = `http://${hostOf(registry)}/conda-forge`;
  const shared = { name: 'channel', path: ['channeldata.json'], accept: 'application/json' };
  behaviour = [text('{"packages":{}}'), status(404)];
  for (let times = 0; times < 3; times++) assert.equal(inBrief(await ask(base, shared)), '{"packages":{}}');
  for (let times = 0; times < 3; times++) assert.equal(inBrief(await ask(`${base}/other`, shared)), 'nothing');
  assert.equal(counts().requests, 2);
});

test('between questions for which a registry asks a pause, the pause is kept, though they come together', async () => {
  behaviour = [text('{}')];
  const { ask } = await open('pause');
  const base = `http://${hostOf(registry)}/api`;
  const start = performance.now();
  await Promise.all(['a', 'b', 'c', 'd'].map((name) => ask(base, { ...question, path: [name], pause: 40 })));
  assert.equal(asked.length, 4);
  assert.ok(performance.now() - start >= 115, `${performance.now() - start} ms`);
});

test('a slash that belongs to a name is sent escaped, and a name that climbs is not sent', async () => {
  behaviour = [text('{}')];
  const { ask } = await open('steps');
  const base = `http://${hostOf(registry)}`;
  await ask(base, { ...question, path: ['packages', '@acme/pad', 'versions', '1.0.0'], wholeSteps: true });
  for (const path of [['..', 'x'], ['a', '..'], ['a/../b'], ['a', '']]) {
    const answer = await ask(base, { ...question, path });
    assert.equal(inBrief(answer), 'its name makes no address');
  }
  assert.deepEqual(
    asked.map(({ url }) => url),
    ['/packages/@acme%2Fpad/versions/1.0.0'],
  );
});

test('a registry with a certificate of its own is believed when the user’s configuration names the file', async () => {
  const { key, certificate } = selfSigned();
  const secure = createSecureServer({ key, cert: certificate }, listener);
  await listening(secure);
  behaviour = [text('{}')];
  const base = `https://${hostOf(secure)}/npm`;
  const before = await (await open('untrusted')).ask(base, question);
  assert.match(inBrief(before), /^its certificate is not trusted/);
  writeFileSync(join(folder, 'product', '.npmrc'), `cafile=${join(home, 'own.pem')}\n`);
  writeFileSync(join(home, 'own.pem'), certificate);
  assert.match(inBrief(await (await open('theirs')).ask(base, question)), /^its certificate is not trusted/);
  writeFileSync(join(home, '.npmrc'), `cafile=${join(home, 'own.pem')}\n`);
  assert.equal(inBrief(await (await open('trusted')).ask(base, question)), '{}');
  writeFileSync(join(home, '.npmrc'), `cafile=${join(home, 'gone.pem')}\n`);
  assert.match((await open('gone')).notes[0] ?? '', /the certificates in ".*gone\.pem" cannot be read: /);
  secure.closeAllConnections();
  secure.close();
});

test('the proxy of the user’s configuration is used, not that of the repository, and its refusal is said', async () => {
  const tunnels: (string | undefined)[] = [];
  const proxy = createServer((request, response) => {
    tunnels.push(request.url);
    response.end('through the proxy');
  }).on('connect', ({ url }, socket) => {
    tunnels.push(url);
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  await listening(proxy);
  writeFileSync(join(folder, 'product', '.npmrc'), `proxy=http://127.0.0.1:9\n`);
  writeFileSync(join(home, '.npmrc'), `proxy=http://${hostOf(proxy)}\n`);
  const program = `
    const { openRegistries } = await import(${JSON.stringify(new URL('open-registries.ts', import.meta.url).href)});
    const environment = { HOME: ${JSON.stringify(home)} };
    const patience = ${JSON.stringify(patience)};
    const opened = await openRegistries(${JSON.stringify(join(folder, 'product'))}, ${JSON.stringify(join(folder, 'proxied'))}, environment, patience);
    const ask = (base) => opened.ask(base, ${JSON.stringify(question)});
    console.log(JSON.stringify([await ask('http://npm.example/npm'), await ask('https://other.example/npm')]));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { PATH: process.env['PATH'] },
  });
  const told = Buffer.concat(await Array.fromAsync<Buffer>(child.stdout)).toString();
  proxy.close();
  assert.deepEqual((JSON.parse(told) as RegistryAnswer[]).map(inBrief), ['through the proxy', 'the proxy answers 407']);
  assert.deepEqual(tunnels, ['http://npm.example/npm/pad', 'other.example:443', 'other.example:443']);
  assert.deepEqual(asked, []);
});
