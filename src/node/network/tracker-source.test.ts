import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { selfSigned } from '../../../test/self-signed.ts';
import { answerCache } from './answer-cache.ts';
import type { Patience } from './patience.ts';
import { openTracker } from './tracker-source.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const seen: string[] = [];
const conditions: (string | undefined)[] = [];
const answers: Readonly<Record<string, Handler>> = {
  '/api/repos/a/b/issues?page=1': (_, response) => {
    response.setHeader('link', `<${base}/repos/a/b/issues?cursor=x>; rel="next", <x>; rel="last"`);
    response.end('[1]');
  },
  '/api/repos/a/b/issues?cursor=x': (_, response) => {
    response.setHeader('link', `<${base}/repos/a/b/issues?page=1>; rel="prev"`);
    response.end('[2]');
  },
  '/api/kept': ({ headers }, response) => {
    conditions.push(headers['if-none-match'] ?? headers['if-modified-since']);
    if (headers['if-none-match'] === '"one"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"one"', link: `<${base}/private>; rel="next"` }).end('[4]');
  },
  '/api/dated': ({ headers }, response) => {
    const day = 'Sun, 01 Nov 2026 08:00:00 GMT';
    conditions.push(headers['if-none-match'] ?? headers['if-modified-since']);
    if (headers['if-modified-since'] === day) response.writeHead(304).end();
    else response.writeHead(200, { 'last-modified': day }).end('[5]');
  },
  '/api/old': (_, response) => response.writeHead(301, { location: '/api/new' }).end(),
  '/api/new': (_, response) => response.end('[]'),
  '/api/away': (_, response) => response.writeHead(302, { location: 'http://localhost:1/x' }).end(),
  '/api/round': (_, response) => response.writeHead(302, { location: '/api/round' }).end(),
  '/api/off': (_, response) => response.writeHead(410).end(),
  '/api/limited': (_, response) =>
    response.writeHead(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' }).end(),
  '/api/slow': (_, response) => response.writeHead(429, { 'retry-after': '30' }).end(),
  '/api/private': ({ headers }, response) =>
    headers['private-token'] === 'secret' ? response.end('[3]') : response.writeHead(401).end(),
  '/api/same': (_, response) => response.writeHead(304).end(),
  '/api/moment': (_, response) => {
    const isFirst = seen.filter((url) => url === '/api/moment').length === 1;
    response.writeHead(isFirst ? 429 : 200, isFirst ? { 'retry-after': '0' } : {}).end('[]');
  },
  '/api/silent': () => {},
  '/api/large': (_, response) => response.end(`["${'x'.repeat(1000)}"]`),
  '/api/cut': (_, response) => response.writeHead(200, { 'content-length': 10 }).end('[]', () => response.destroy()),
  '/api/packed': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('[]').subarray(0, -8)),
  '/api/broken': (_, response) => response.writeHead(502).end(),
};

const server = createServer((request, response) => {
  seen.push(request.url ?? '');
  const handler = answers[request.url ?? ''];
  if (handler === undefined) response.writeHead(404).end();
  else handler(request, response);
});
let base = '';
before(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});
after(() => server.close());

const patience: Patience = {
  attempts: 2,
  pause: 1,
  stall: 30_000,
  trickle: 10,
  longestPause: 5,
  largestAnswer: 1000,
  large: Number.POSITIVE_INFINITY,
};
const token = { variable: 'TUREEN_TOKEN_X', header: 'private-token', prefix: '' };
const open = (environment = {}, given = patience) => openTracker({ address: base, token }, '.', environment, given);
const to = (...path: string[]) => ({ path, query: [] });

test('a page is answered, and the next one is where the tracker says', async () => {
  const first = await open().ask({ path: ['repos', 'a', 'b', 'issues'], query: [['page', '1']] }, 1);
  assert.ok(first.kind === 'answer' && typeof first.next === 'string');
  const second = await open().ask(first.next, 2);
  assert.ok(second.kind === 'answer');
  assert.deepEqual([new TextDecoder().decode(second.bytes), second.next], ['[2]', false]);
});

test('a project that has moved is read, and told', async () => {
  const answer = await open().ask(to('old'), 1);
  assert.equal(answer.kind === 'answer' && answer.moved, `${base.replace('/api', '')}/api/new`);
});

const refusals: readonly (readonly [path: string, expected: RegExp])[] = [
  ['off', /410 .*switched off/],
  ['limited', /403 .*limit of requests is used up for \d+ s$/],
  ['slow', /429 .*limit of requests is used up for 30 s$/],
  ['gone', /404/],
  ['private', /401/],
  ['broken', /502/],
  ['same', /304 .*was not asked for that$/],
  ['silent', /^nothing arrived for 0\.3 s$/],
  ['large', /more than 1000 bytes/],
  ['cut', /^the connection broke off$/],
  ['packed', /^the connection broke off$/],
  ['away', /leads to another host/],
  ['round', /leads on more than 3 times/],
];
for (const [path, expected] of refusals) {
  test(`/${path} is refused with a reason and what to do`, async () => {
    const given = path === 'silent' ? { ...patience, stall: 300 } : patience;
    const answer = await open({}, given).ask(to(path), 1);
    assert.ok(answer.kind === 'refused');
    assert.match(answer.reason, expected);
    assert.ok(answer.help.length > 10);
  });
}

test('a server that fails is asked again, one that refuses is not', async () => {
  const asked = (path: string) => seen.filter((url) => url === `/api/${path}`).length;
  const before = [asked('broken'), asked('off')];
  await open().ask(to('broken'), 1);
  await open().ask(to('off'), 1);
  assert.deepEqual([asked('broken') - (before[0] ?? 0), asked('off') - (before[1] ?? 0)], [2, 1]);
});

test('a limit that is lifted soon is waited for', async () => {
  assert.equal((await open().ask(to('moment'), 1)).kind, 'answer');
});

test('a tracker whose certificate is not trusted is asked once, and it is told what to do', async () => {
  const { key, certificate } = selfSigned();
  let connections = 0;
  const secure = createSecureServer({ key, cert: certificate }).on('connection', () => connections++);
  await new Promise<void>((listening) => secure.listen(0, '127.0.0.1', listening));
  const address = `https://127.0.0.1:${(secure.address() as AddressInfo).port}`;
  const answer = await openTracker({ address, token: undefined }, '.', {}, patience).ask(to('x'), 1);
  secure.close();
  assert.ok(answer.kind === 'refused');
  assert.match(answer.reason, /^its certificate is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/);
  assert.match(answer.help, /NODE_EXTRA_CA_CERTS/);
  assert.equal(connections, 1);
});

test('a token is taken from the environment, and shown nowhere', async () => {
  const answer = await open({ TUREEN_TOKEN_X: 'secret' }).ask(to('private'), 1);
  assert.ok(answer.kind === 'answer');
  assert.ok(!JSON.stringify(answer).includes('secret'));
});

test('neither the next page nor a step of the path leads elsewhere', async () => {
  for (const question of ['http://localhost:1/next', to('..', 'x'), to('')]) {
    const answer = await open().ask(question, 2);
    assert.match(answer.kind === 'refused' ? answer.reason : '', /no address below/);
  }
});

test('a token is not sent without encryption, and an address holds no password', () => {
  const environment = { TUREEN_TOKEN_X: 'secret' };
  const opening = (address: string) => () => openTracker({ address, token }, '.', environment);
  assert.throws(opening('http://tracker.example'), /without encryption/);
  assert.throws(opening('https://me:secret@tracker.example'), (error: Error) => !error.message.includes('secret'));
});

test('a folder holds answers as files, one a page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-'));
  mkdirSync(join(folder, 'repos'));
  writeFileSync(join(folder, 'repos/issues.json'), '[1]');
  writeFileSync(join(folder, 'repos/issues-2.json'), '[]');
  const source = openTracker({ address: folder, token: undefined }, '.', {});
  const answers = await Promise.all([1, 2, 3].map((page) => source.ask(to('repos', 'issues'), page)));
  assert.deepEqual(
    answers.map((answer) => (answer.kind === 'answer' ? new TextDecoder().decode(answer.bytes) : answer.reason)),
    ['[1]', '[]', 'there is no such file'],
  );
  assert.throws(() => openTracker({ address: 'not-there', token: undefined }, folder, {}), /there is no folder/);
});

test('a page that is at hand is not sent again, and still leads to the next one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-cache-'));
  const run = () => openTracker({ address: base, token: undefined }, '.', {}, patience, answerCache(folder));
  for (const [path, text, condition, next] of [
    ['kept', '[4]', '"one"', `${base}/private`],
    ['dated', '[5]', 'Sun, 01 Nov 2026 08:00:00 GMT', undefined],
  ] as const) {
    conditions.length = 0;
    const first = await run().ask(to(path), 1);
    assert.deepEqual(await run().ask(to(path), 1), first, 'a run that was killed goes on with what it had');
    assert.ok(first.kind === 'answer');
    assert.deepEqual([new TextDecoder().decode(first.bytes), first.next], [text, next]);
    assert.deepEqual(conditions, [undefined, condition]);
  }
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'damaged');
  const anew = await run().ask(to('kept'), 1);
  assert.equal(anew.kind, 'answer');
  assert.equal(conditions.at(-1), undefined, 'a damaged answer is as good as none');
  rmSync(folder, { recursive: true });
});
