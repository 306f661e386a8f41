import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { after, before, beforeEach, test } from 'node:test';
import type { SourceOptions } from '../../app/feed-source.ts';
import { nvdPages } from '../../feeds/nvd/nvd-pages.ts';
import { ghsaPages } from '../../feeds/ghsa/ghsa-pages.ts';
import { euvdPages } from '../../feeds/kev/euvd-pages.ts';
import { openSource, pauseOf } from './feed-source.ts';
import { requestTurns } from './request-turns.ts';
import type { Timer } from './timer.ts';

/** A timer that jumps ahead by whatever is to be waited. */
let now = 0;
let paused: number[] = [];
const jumping: Timer = {
  now: () => now,
  pause: (milliseconds) => {
    paused.push(milliseconds);
    now += milliseconds;
    return Promise.resolve();
  },
};

/** What the server answers to each request in turn, and when each came by the timer. */
let answers: ((response: ServerResponse) => void)[] = [];
let came: number[] = [];
const server = createServer((_: IncomingMessage, response: ServerResponse) => {
  came.push(now);
  const answer = answers.shift();
  if (answer === undefined) response.end('{}');
  else answer(response);
});
let port = 0;
before(async () => {
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [now, paused, came, answers] = [0, [], [], []];
});

/** By this name the machine is none that needs no pace. */
const open = (pace: SourceOptions['pace'], host = '[::ffff:127.0.0.1]') =>
  openSource(`http://${host}:${port}/rest`, tmpdir(), pace === undefined ? {} : { pace }, {}, jumping);

const refusing =
  (status: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers).end();
  };

const liftedIn = (seconds: number) => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + seconds),
});

test('requests to the NVD are six seconds apart without a key, and 0.6 with one', async () => {
  const source = open(nvdPages.pace);
  for (const page of ['0', '2000', '4000']) await source.ask({ path: 'cves', query: { startIndex: page } });
  assert.deepEqual(came, [0, 6000, 12_000]);
  assert.equal(pauseOf(nvdPages.pace, true), 600);
  assert.equal(pauseOf(ghsaPages.pace, false), 1000);
});

test('time that passes of itself is not waited for again', async () => {
  const source = open(nvdPages.pace);
  await source.get('a');
  now += 4000;
  await source.get('b');
  now += 9000;
  await source.get('c');
  assert.deepEqual([came, paused], [[0, 6000, 15_000], [2000]]);
});

test('a second attempt is a request, too', async () => {
  answers = [refusing(503)];
  const source = open(nvdPages.pace);
  await source.get('a');
  await source.get('b');
  assert.deepEqual(came, [0, 6000, 12_000]);
});

test('questions that are asked at the same time have their turns one after the other', async () => {
  const source = open({ open: 1000, keyed: 1000 });
  await Promise.all([source.get('a'), source.get('b'), source.get('c')]);
  assert.deepEqual([came.length, now], [3, 2000]);
});

test('a source on this machine is not waited for', async () => {
  const source = open(nvdPages.pace, '127.0.0.1');
  await source.get('a');
  await source.get('b');
  assert.deepEqual(paused, []);
});

const limits: readonly (readonly [what: string, answer: (response: ServerResponse) => void, waits: number])[] = [
  ['429 with seconds', refusing(429, { 'retry-after': '17' }), 17_000],
  ['403 with seconds', refusing(403, { 'retry-after': '40' }), 40_000],
  ['503 with seconds', refusing(503, { 'retry-after': '9' }), 9000],
  ['a bare 403 of the NVD', refusing(403), 30_000],
  ['429 without a word', refusing(429), 30_000],
];

for (const [what, answer, waits] of limits)
  test(`${what} is asked again after ${waits / 1000} s`, async () => {
    answers = [answer];
    assert.ok((await open(nvdPages.pace).get('a')) !== undefined);
    assert.deepEqual(came, [0, waits]);
  });

test('a limit of GitHub that is lifted soon is waited for', async () => {
  answers = [(response) => refusing(403, liftedIn(20))(response)];
  await open(ghsaPages.pace).get('a');
  const [, second = 0] = came;
  assert.ok(second > 15_000 && second <= 21_000, `${second}`);
});

for (const [what, answer, said] of [
  ['Retry-After of an hour', refusing(429, { 'retry-after': '3600' }), /used up for 3600 s$/],
  [
    'a limit of GitHub that is lifted in half an hour',
    // By the clock of the moment in which it is asked: the others may have taken long.
    (response: ServerResponse) => refusing(403, liftedIn(1800))(response),
    /its limit of requests is used up for 1\d\d\d s$/,
  ],
] as const)
  test(`${what} is not waited for, but told`, async () => {
    answers = [answer];
    await assert.rejects(open(ghsaPages.pace).get('a'), { name: 'HostError', message: said });
    assert.deepEqual([came, paused], [[0], []]);
  });

test('a bare 403 that stays is told after four attempts, and one of a source without a limit at once', async () => {
  for (const [pages, wait] of [
    [nvdPages, 30_000],
    [ghsaPages, 60_000],
  ] as const) {
    [now, came] = [0, []];
    answers = [403, 403, 403, 403].map((status) => refusing(status));
    await assert.rejects(open(pages.pace).get('a'), { message: /403 Forbidden$/, help: /when it is lifted/ });
    assert.deepEqual(
      came,
      [0, 1, 2, 3].map((times) => times * wait),
    );
  }
  answers = [refusing(403)];
  await assert.rejects(open(euvdPages.pace).get('a'), { message: /403 Forbidden$/, help: /password/ });
});

test('no turn is lost when the timer stands', async () => {
  const turn = requestTurns(10, { now: () => 5, pause: jumping.pause });
  for (let count = 0; count < 4; count++) await turn();
  assert.deepEqual(paused, [10, 20, 30]);
});
