import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, beforeEach, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { localServer } from '../../../test/local-server.ts';
import type { Patience } from './patience.ts';
import { webSource } from './web-source.ts';

const content = 'soup '.repeat(400);

/** What a source lists, of which the beginning is a list as well. */
const listed = Array.from({ length: 100 }, (_, at) => `2026-01-01T00:00:${at},OSV-2026-${at * 7919}\n`).join('');

type Odd = (request: IncomingMessage, response: ServerResponse) => void;

let odd: Odd;
const { address, asked, close } = await localServer((request, response) => odd(request, response));
after(close);
beforeEach(() => {
  asked.length = 0;
});

const patience: Patience = {
  attempts: 2,
  pause: 1,
  stall: 30_000,
  trickle: 100,
  longestPause: 10,
  largestAnswer: 5000,
  large: 5000,
};
const soon = { ...patience, stall: 300 };
const ask = (scheme = 'http:', given = patience) => webSource(address.replace('http:', scheme), {}, given).get('x');

const odds: readonly (readonly [what: string, odd: Odd, times: number, message: RegExp, given?: Patience])[] = [
  [
    'that nothing has changed, unasked,',
    (_, response) => response.writeHead(304).end(),
    2,
    /the host answers 304, that nothing has changed, and was not asked for that$/,
  ],
  [
    'with a part, unasked,',
    (_, response) =>
      response.writeHead(206, { 'content-range': `bytes 0-99/${content.length}` }).end(content.slice(0, 100)),
    2,
    /the host answers 206, with another part than was asked for$/,
  ],
  ['that is no HTTP', ({ socket }) => socket.end('hello\r\n\r\n'), 2, /it answers with something else than HTTP$/],
  [
    'with endless headers',
    ({ socket }) => socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`),
    2,
    /its answer begins with more headers than are read$/,
  ],
  [
    'of a proxy that wants a password',
    (_, response) => response.writeHead(407).end(),
    1,
    /the proxy answers 407 Proxy Authentication Required$/,
  ],
  [
    'that says to be packed and is not',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(content),
    2,
    /what it sends cannot be unpacked \(Z_DATA_ERROR\)$/,
  ],
  ...[gzipSync(listed), gzipSync(listed).subarray(0, -4), brotliCompressSync(listed)].map(
    (packed, at) =>
      [
        `of which only the beginning comes, packed (${at + 1}),`,
        (_: IncomingMessage, response: ServerResponse) => {
          const cut = at === 1 ? packed : packed.subarray(0, packed.length >> 1);
          response.writeHead(200, { 'content-encoding': at === 2 ? 'br' : 'gzip', 'content-length': cut.length });
          response.end(cut);
        },
        2,
        /the connection broke off$/,
      ] as const,
  ),
  [
    'that is packed in a way nobody asked for',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip, br' }).end(content),
    2,
    /it packs what it sends as "gzip, br", which was not asked for$/,
  ],
  [
    'that leads to what is no address on the web',
    (_, response) => response.writeHead(302, { location: 'data:text/plain,soup' }).end(),
    1,
    /it leads to "data:text\/plain,soup", which is no address on the web$/,
  ],
  [
    'of which hardly anything comes',
    (_, response) => {
      response.write('s');
      const timer = setInterval(() => response.write('s'), 20);
      response.once('close', () => clearInterval(timer));
    },
    2,
    /less than 100 bytes arrived for 0\.3 s$/,
    soon,
  ],
];

for (const [what, behaviour, times, message, given] of odds)
  test(`an answer ${what} is none, and is told`, async () => {
    odd = behaviour;
    await assert.rejects(ask('http:', given), { name: 'HostError', message, help: /The store was not changed\.$/ });
    assert.equal(asked.length, times);
  });

test('a host without TLS behind an https address is told at once', async () => {
  odd = (_, response) => void response.end(content);
  await assert.rejects(ask('https:'), { name: 'HostError', message: /it speaks no TLS that is understood here/ });
});

test('a host that has answered while this process stood still was not silent', async () => {
  odd = (_, response) => {
    response.end(content);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3 * soon.stall);
  };
  assert.equal(Buffer.from((await ask('http:', soon)) ?? []).toString(), content);
  assert.equal(asked.length, 1);
});

test('a host that sends the rest in parts is asked until all is there', async () => {
  odd = ({ headers, socket }, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
    const part = content.slice(start, start + 500);
    if (start === 0) {
      response.writeHead(200, { etag: '"one"', 'content-length': content.length });
      response.write(part, () => setImmediate(() => socket.destroy()));
      return;
    }
    response.writeHead(206, {
      'content-range': `bytes ${start}-${start + part.length - 1}/${content.length}`,
      'content-length': part.length,
    });
    response.end(part);
  };
  assert.equal(Buffer.from((await ask()) ?? []).toString(), content);
  assert.equal(asked.length, 4);
});

test('an answer that is packed and all there is unpacked, and its connection is used again', async () => {
  const ports = new Set<number | undefined>();
  odd = ({ headers, socket }, response) => {
    assert.equal(headers['accept-encoding'], 'gzip');
    ports.add(socket.remotePort);
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(content));
  };
  for (let time = 0; time < 3; time++) assert.equal(Buffer.from((await ask()) ?? []).toString(), content);
  assert.equal(ports.size, 1);
});
