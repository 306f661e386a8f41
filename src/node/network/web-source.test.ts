import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import type { FeedAnswer, SourceOptions } from '../../app/feed-source.ts';
import type { Patience } from './patience.ts';
import { webSource } from './web-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-web-'));
after(() => rmSync(folder, { recursive: true }));

/** What the server of this test has, and how it behaves. */
let content = Buffer.alloc(0);
let etag: string | undefined;
let breaksAfter: number[] = [];
let knowsRanges = true;
let asked: IncomingMessage['headers'][] = [];

function answer({ headers, url = '' }: IncomingMessage, response: ServerResponse): void {
  asked.push(headers);
  if (url.startsWith('/away')) return void response.writeHead(302, { location: `http://localhost:${port}/x` }).end();
  const state = { ...(etag !== undefined && { etag }), 'last-modified': 'Sun, 01 Nov 2026 08:00:00 GMT' };
  if (headers['if-none-match'] === (etag ?? '') || headers['if-modified-since'] === state['last-modified'])
    return void response.writeHead(304, state).end();
  const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  const isPart = knowsRanges && start > 0 && headers['if-range'] === (etag ?? state['last-modified']);
  if (isPart && start >= content.length) return void response.writeHead(416).end();
  const rest = isPart ? content.subarray(start) : content;
  response.writeHead(isPart ? 206 : 200, {
    ...state,
    'content-length': rest.length,
    ...(isPart && { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` }),
  });
  const broken = breaksAfter.shift();
  if (broken === undefined) response.end(rest);
  else response.write(rest.subarray(0, broken), () => setImmediate(() => response.destroy()));
}

const server = createServer(answer);
let port = 0;
before(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [content, etag, breaksAfter, knowsRanges, asked] = [Buffer.from('soup '.repeat(400)), '"one"', [], true, []];
});

const patience: Patience = {
  attempts: 3,
  pause: 1,
  stall: 30_000,
  trickle: 50,
  longestPause: 10,
  largestAnswer: 5000,
  large: 500,
};
const open = (options: SourceOptions = {}) => webSource(`http://127.0.0.1:${port}`, options, patience);
const beside = join(folder, 'advisories.sqlite');

function bytesOf(given: FeedAnswer): string | undefined {
  return given.kind === 'bytes' ? Buffer.from(given.bytes).toString() : undefined;
}

test('an answer that is at hand is not sent again', async () => {
  for (const known of ['"one"', undefined]) {
    etag = known;
    const first = await open().ask({ path: 'x' });
    assert.ok(first.kind === 'bytes');
    assert.deepEqual(await open().ask({ path: 'x', unless: first.validators }), { kind: 'unchanged' });
    etag = '"two"';
    content = Buffer.from('stew');
    const given = await open().ask({ path: 'x', unless: { etag: '"one"' } });
    assert.equal(bytesOf(given), 'stew');
  }
});

test('what broke off is gone on with where it was left, and not asked for again', async () => {
  breaksAfter = [300, 700, 100];
  const told: (readonly [number, number | undefined])[] = [];
  const given = await open({ arrived: (_, bytes, total) => told.push([bytes, total]) }).ask({ path: 'x' });
  assert.equal(bytesOf(given), content.toString());
  assert.deepEqual(
    asked.map(({ range }) => range),
    [undefined, 'bytes=300-', 'bytes=1000-', 'bytes=1100-'],
  );
  assert.deepEqual(told.at(-1), [2000, 2000]);
});

test('a download that was given up lies beside the store, and the next run goes on with it', async () => {
  breaksAfter = [600, 0, 0];
  await assert.rejects(open({ beside }).ask({ path: 'x' }), {
    name: 'HostError',
    message: /the connection broke off$/,
  });
  assert.equal(readdirSync(folder).filter((name) => name.endsWith('.part')).length, 1);
  asked = [];
  assert.equal(bytesOf(await open({ beside }).ask({ path: 'x' })), content.toString());
  assert.deepEqual([asked[0]?.range, asked[0]?.['if-range']], ['bytes=600-', '"one"']);
  assert.deepEqual(readdirSync(folder), []);
});

test('what changed meanwhile, or comes from a host without ranges, is fetched from its beginning', async () => {
  for (const change of [() => (etag = '"two"'), () => (knowsRanges = false)]) {
    etag = '"one"';
    breaksAfter = [600, 0, 0];
    await assert.rejects(open({ beside }).ask({ path: 'x' }));
    content = Buffer.from('stew '.repeat(300));
    change();
    assert.equal(bytesOf(await open({ beside }).ask({ path: 'x' })), content.toString());
    assert.deepEqual(readdirSync(folder), []);
  }
});

test('a part that is longer than the answer, or whose state is unknown, is thrown away', async () => {
  breaksAfter = [600, 0, 0];
  await assert.rejects(open({ beside }).ask({ path: 'x' }));
  content = Buffer.from('short');
  assert.equal(bytesOf(await open({ beside }).ask({ path: 'x' })), 'short');
  content = Buffer.from('soup '.repeat(400));
  breaksAfter = [600, 0, 0];
  await assert.rejects(open({ beside }).ask({ path: 'x' }));
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) writeFileSync(join(folder, name), '{"etag":');
  assert.equal(bytesOf(await open({ beside }).ask({ path: 'x' })), content.toString());
});

test('an answer that is too long is refused before it is fetched, and leaves nothing behind', async () => {
  content = Buffer.alloc(6000);
  await assert.rejects(open({ beside }).ask({ path: 'x' }), { message: /it has more than 5000 bytes$/ });
  assert.deepEqual(readdirSync(folder), []);
});

test('who has enough of an answer gets what has come so far', async () => {
  breaksAfter = [100];
  const given = await open().ask({ path: 'x', enough: () => true });
  assert.equal(bytesOf(given), content.toString().slice(0, 100));
});

test('headers and query are sent with what they belong to, and headers to no other host', async () => {
  const source = open({ headers: { authorization: 'Bearer secret' } });
  await source.ask({ path: 'x', query: { page: '2 & 3' }, headers: { accept: 'application/json' } });
  assert.deepEqual([asked[0]?.authorization, asked[0]?.accept], ['Bearer secret', 'application/json']);
  await source.ask({ path: 'away' });
  assert.deepEqual(
    asked.slice(1).map(({ host, authorization }) => [host, authorization]),
    [
      [`127.0.0.1:${port}`, 'Bearer secret'],
      [`localhost:${port}`, undefined],
    ],
  );
});

test('a disk that refuses what arrives is told with the store', async () => {
  writeFileSync(join(folder, 'file'), '');
  const source = open({ beside: join(folder, 'file', 'advisories.sqlite') });
  await assert.rejects(source.ask({ path: 'x' }), {
    name: 'HostError',
    message: /cannot be kept in ".*": (a file stands where a folder is needed|something of that name is there)$/,
    help: /The store was not changed\.$/,
  });
  rmSync(join(folder, 'file'));
});

test('a proxy is used where the environment names one, but not for hosts that it leaves out', async () => {
  const proxied: string[] = [];
  const proxy = createServer((request, response) => {
    proxied.push(request.url ?? '');
    response.end('through the proxy');
  });
  proxy.on('connect', (request, socket) => {
    proxied.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const place = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const program = `
    const { webSource } = await import(${JSON.stringify(new URL('web-source.ts', import.meta.url).href)});
    const patience = ${JSON.stringify({ ...patience, attempts: 1 })};
    const ask = (host) => webSource(host, {}, patience).get('x').then((bytes) => bytes?.length, () => 'failed');
    console.log(JSON.stringify([await ask('http://127.0.0.1:${port}'), await ask('https://feed.example')]));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { PATH: process.env['PATH'], HTTP_PROXY: place, HTTPS_PROXY: place, NO_PROXY: '127.0.0.1' },
  });
  const told = Buffer.concat(await Array.fromAsync<Buffer>(child.stdout)).toString();
  proxy.closeAllConnections();
  proxy.close();
  assert.deepEqual(JSON.parse(told), [2000, 'failed']);
  assert.ok(proxied.length > 0 && proxied.every((each) => each.includes('feed.example')), proxied.join());
});
