import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openSource } from './feed-source.ts';
import type { Patience } from './patience.ts';
import { webSource } from './web-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-source-'));
after(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('a folder is opened by a relative path, an absolute path or a file address', async () => {
  put('mirror/Red Hat/all.zip', 'zip');
  for (const address of ['mirror', join(folder, 'mirror'), pathToFileURL(join(folder, 'mirror')).href]) {
    const source = openSource(address, folder);
    assert.equal(source.address, address);
    assert.equal(String(await source.get('Red Hat/all.zip')), 'zip');
    assert.equal(await source.get('npm/all.zip'), undefined);
    assert.equal(await source.get('Red Hat'), undefined);
  }
});

test('no path and no link leads out of a folder', async () => {
  put('mirror/npm/all.zip', 'zip');
  put('secret.json', '{}');
  symlinkSync(join(folder, 'secret.json'), join(folder, 'mirror', 'link.json'));
  const { get } = openSource('mirror', folder);
  for (const path of ['../secret.json', 'npm/../../secret.json', join(folder, 'secret.json'), 'link.json'])
    assert.equal(await get(path), undefined, path);
});

const wrong: readonly (readonly [address: string, message: RegExp])[] = [
  ['nowhere', /^there is no folder "nowhere"$/],
  ['secret.json', /secret.json" is a file, not a folder$/],
  ['ftp://mirror.example/', /"ftp:" is not understood/],
  ['https://mirror example/', /is no address/],
  ['file://elsewhere.example/mirror', /is no address of a folder/],
];

for (const [address, message] of wrong)
  test(`"${address}" is no source`, () => {
    put('secret.json', '{}');
    assert.throws(() => openSource(address, folder), { name: 'UsageError', message, help: /./ });
  });

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** What the server of this test answers, by path; `count` tells how often the path was asked for. */
const answers: Readonly<Record<string, Answer>> = {
  '/osv/Red%20Hat/all.zip': (_, response) => response.end('zip'),
  '/osv/a%3Fb%23c.json': (_, response) => response.end('odd name'),
  '/busy/x': (_, response, count) => {
    if (count > 1) response.end('at last');
    else response.writeHead(429, { 'retry-after': '0' }).end();
  },
  '/patient/x': (_, response) => response.writeHead(503, { 'retry-after': '3600' }).end(),
  '/dated/x': (_, response, count) => {
    if (count > 1) response.end('at last');
    else response.writeHead(429, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }).end();
  },
  '/ill/x': (_, response) => response.writeHead(500).end('<html>Oops</html>'),
  '/closed/x': (_, response) => response.writeHead(403).end(),
  '/stalled/x': (_, response) => response.writeHead(200, { 'content-length': '9' }).write('some'),
  '/slow/x': (_, response) => {
    const drips = ['drop ', 'by ', 'drop ', 'by ', 'drop ', 'by ', 'drop'];
    const timer = setInterval(() => {
      if (drips.length > 0) response.write(drips.shift());
      else response.end();
    }, 20);
    response.once('close', () => clearInterval(timer));
  },
  '/broken/x': (_, response, count) => {
    if (count > 2) response.end('at last');
    else response.writeHead(200, { 'content-length': '9' }).write('some', () => response.destroy());
  },
  '/page/x': (_, response) => response.end('<html>Sign in</html>'),
  '/large/x': (_, response) => response.end('x'.repeat(2000)),
  '/locked/x': ({ headers }, response) => {
    if (headers.authorization === `Basic ${Buffer.from('me:p@ss').toString('base64')}`) response.end('open');
    else response.writeHead(401).end();
  },
  '/keyed/x?key=1': (_, response) => response.end('keyed'),
  '/moved/x': (_, response) => response.writeHead(302, { location: '../osv/Red%20Hat/all.zip' }).end(),
  '/away/x': (_, response) => response.writeHead(302, { location: `http://localhost:${port}/echo` }).end(),
  '/echo': ({ headers }, response) => response.end(headers.authorization ?? 'nothing said'),
  '/circle/x': (_, response) => response.writeHead(302, { location: 'x' }).end(),
  '/file/x': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};

const asked = new Map<string, number>();
let port = 0;

const server = createServer((request, response) => {
  const path = request.url ?? '';
  asked.set(path, (asked.get(path) ?? 0) + 1);
  const answer = answers[path];
  if (answer === undefined) response.writeHead(404).end('<html>Not found</html>');
  else answer(request, response, asked.get(path) ?? 0);
});

before(async () => {
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const patience: Patience = {
  attempts: 3,
  pause: 1,
  stall: 30_000,
  trickle: 1,
  longestPause: 1000,
  largestAnswer: 1000,
  large: 100,
};

/** Where the wait for something to arrive is what a test is about. */
const soon = new Set(['/stalled', '/slow']);

function web(path: string, userinfo = '') {
  asked.clear();
  const given = soon.has(path) ? { ...patience, stall: 100 } : patience;
  return webSource(`http://${userinfo}127.0.0.1:${port}${path}`, {}, given);
}

async function ask(path: string, userinfo?: string): Promise<string | undefined> {
  return (await web(path, userinfo).get('x'))?.toString();
}

test('an address gives what lies below it, names escaped', async () => {
  for (const base of ['/osv', '/osv/']) {
    const source = web(base);
    assert.equal(source.address, `http://127.0.0.1:${port}${base}`);
    assert.equal(String(await source.get('Red Hat/all.zip')), 'zip');
    assert.equal(String(await source.get('a?b#c.json')), 'odd name');
    assert.equal(await source.get('npm/all.zip'), undefined, '404 says that there is none');
    assert.equal(await source.get('../page/x'), undefined, 'no path leads out');
  }
});

test('a page instead of data is handed on: who reads it says what is wrong', async () => {
  assert.equal(await ask('/page'), '<html>Sign in</html>');
});

test('a source that is slow, but never stalls, is waited for', async () => {
  assert.equal(await ask('/slow'), 'drop by drop by drop by drop');
});

test('a source that is busy, or breaks off, is asked again', async () => {
  for (const path of ['/busy', '/dated', '/broken']) assert.equal(await ask(path), 'at last', path);
});

const failing: readonly (readonly [path: string, times: number, message: RegExp])[] = [
  ['/ill', 3, /cannot be fetched: the host answers 500 Internal Server Error$/],
  ['/patient', 1, /cannot be fetched: the host answers 503/],
  ['/closed', 1, /cannot be fetched: the host answers 403 Forbidden$/],
  ['/stalled', 3, /cannot be fetched: less than 1 bytes arrived for 0\.1 s$/],
  ['/large', 1, /cannot be fetched: it has more than 1000 bytes$/],
  ['/circle', 6, /cannot be fetched: it leads on more than 5 times$/],
  ['/file', 1, /cannot be fetched: it leads to "file:\/\/\/etc\/passwd", which is no address on the web$/],
];

for (const [path, times, message] of failing)
  test(`a source is given up after ${times} ${times === 1 ? 'request' : 'requests'}: ${message.source}`, async () => {
    await assert.rejects(ask(path), { name: 'HostError', message, help: /./ });
    assert.equal(asked.get(`${path}/x`), times);
  });

test('a host that is not there is told, with what to do behind a proxy', async () => {
  const gone = createServer();
  await new Promise<void>((resolve) => void gone.listen(0, resolve));
  const address = gone.address();
  await new Promise((resolve) => gone.close(resolve));
  const source = webSource(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, {}, patience);
  await assert.rejects(source.get('x'), { message: /the host refuses the connection/, help: /HTTPS_PROXY/ });
});

test('name and password are sent to their own host alone, and never shown', async () => {
  assert.equal(await ask('/locked', 'me:p%40ss@'), 'open');
  assert.equal(await ask('/away', 'me:p%40ss@'), 'nothing said');
  assert.doesNotMatch(web('/locked', 'me:p%40ss@').address, /me|p%40ss/);
  await assert.rejects(ask('/locked', 'me:wrong@'), ({ message }: Error) => !message.includes('wrong'));
});

test('what follows a question mark is sent with each path, and never shown', async () => {
  const source = web('/keyed?key=1');
  assert.equal(String(await source.get('x')), 'keyed');
  assert.equal(source.address, `http://127.0.0.1:${port}/keyed?…`);
});

test('a redirect is followed', async () => {
  assert.equal(await ask('/moved'), 'zip');
});
