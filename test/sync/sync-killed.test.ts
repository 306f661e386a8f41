import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { sync } from '../../src/app/sync/sync.ts';
import { nodeHost } from '../../src/node/host.ts';
import { openStore } from '../../src/node/store/advisory-store.ts';
import { localServer, type LocalServer } from '../local-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-killed-'));
after(() => rmSync(folder, { recursive: true }));

const run = resolve('src/cli/run.ts');

/** An archive of so many records, large enough that to write them takes a while. */
function archive(records: number): Uint8Array {
  const files = Array.from({ length: records }, (_, index) => {
    const affected = [{ package: { ecosystem: 'npm', name: `ladle-${index}` }, versions: ['1.0.0'] }];
    const record = {
      id: `A-${index}`,
      modified: '2026-01-02T00:00:00Z',
      affected,
      details: `About ${index * 7919}. `.repeat(9),
    };
    return [`A-${index}.json`, strToU8(JSON.stringify(record))] as const;
  });
  return zipSync(Object.fromEntries(files), { level: 1 });
}

const [older, newer] = [archive(50), archive(800)];
const catalogue = JSON.stringify({
  catalogVersion: '1',
  dateReleased: '2026-01-01T00:00:00Z',
  vulnerabilities: [{ cveID: 'CVE-2021-0001', dateAdded: '2026-01-01' }],
});

/** A moment of a sync: a path that is asked for, how much of its answer is given, and how long after that it is killed. */
type Moment = { readonly name: string; readonly path: string; readonly share: number; readonly wait: number };

const moments: readonly Moment[] = [
  { name: 'half-an-answer', path: 'npm/all.zip', share: 0.5, wait: 10 },
  ...[0, 25, 60].map((wait) => ({
    name: `${wait}-after`,
    path: 'kev/known_exploited_vulnerabilities.json',
    share: 1,
    wait,
  })),
];

/** What is done when a moment has come, by its name. */
const reached = new Map<string, () => void>();
/** Whether syncs are let through as if nothing were. */
let calm = false;

async function answer({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, name = '', ...rest] = url.split('/');
  const path = rest.join('/');
  const content = path === 'npm/all.zip' ? newer : path.startsWith('kev/') ? strToU8(catalogue) : undefined;
  if (content === undefined) return void response.writeHead(404).end();
  const moment = moments.find((each) => each.name === name && each.path === path);
  if (calm || moment === undefined) return void response.end(content);
  response.writeHead(200, { 'content-length': content.length });
  response.write(content.subarray(0, Math.floor(content.length * moment.share)));
  if (moment.share === 1) response.end();
  await setTimeout(moment.wait);
  reached.get(name)?.();
}

let server: LocalServer;
before(async () => {
  server = await localServer((request, response) => void answer(request, response));
  await sync(nodeHost({ root: folder }), { from: [mirrorOf(older)], ecosystems: ['npm'], storePath: storeOf('base') });
});
after(() => server.close());

function mirrorOf(bytes: Uint8Array): string {
  const place = join(folder, 'mirror');
  mkdirSync(join(place, 'npm'), { recursive: true });
  writeFileSync(join(place, 'npm', 'all.zip'), bytes);
  return place;
}

const storeOf = (name: string) => join(folder, 'stores', name, 'advisories.sqlite');

function hashOf(path: string): string {
  const store = openStore(path);
  const content = store.content();
  const found = store.candidates({ ecosystem: 'npm', name: 'ladle-7' });
  store.close();
  assert.ok(content.kind === 'filled' && found.length === 1, 'the store is whole, and in use');
  return content.hash;
}

/** Runs `tureen sync` until its moment comes; tells what it was killed by, if it was. */
async function killedAt({ name }: Moment): Promise<NodeJS.Signals | null> {
  const at = `${server.address}/${name}`;
  const words = [
    'sync',
    '--from',
    at,
    '--ecosystem',
    'npm',
    '--list',
    `kev=${at}/kev`,
    '--store',
    storeOf(name),
    '--full',
  ];
  const child = spawn(process.execPath, [run, ...words], { cwd: folder, stdio: 'ignore' });
  reached.set(name, () => child.kill('SIGKILL'));
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

test('a sync that is killed at any moment leaves a whole store in use, and the next one succeeds', async () => {
  const old = hashOf(storeOf('base'));
  const whole = join(folder, 'whole.sqlite');
  calm = true;
  const request = (name: string, storePath: string) => {
    const from = `${server.address}/${name}`;
    return {
      from: [from],
      ecosystems: ['npm'],
      lists: [{ feed: 'kev', from: `${from}/kev` } as const],
      storePath,
      full: true,
    };
  };
  await sync(nodeHost({ root: folder }), request('calm', whole));
  calm = false;
  for (const { name } of moments)
    cpSync(join(folder, 'stores', 'base'), join(folder, 'stores', name), { recursive: true });
  const pending = [...moments];
  const signals: (NodeJS.Signals | null)[] = [];
  const work = async () => {
    for (let moment = pending.shift(); moment !== undefined; moment = pending.shift()) {
      const signal = await killedAt(moment);
      signals.push(signal);
      const hash = hashOf(storeOf(moment.name));
      const allowed = moment.share < 1 ? [old] : [old, hashOf(whole)];
      assert.ok(allowed.includes(hash), `${moment.name}: ${hash}`);
    }
  };
  await Promise.all([work(), work()]);
  assert.ok(signals.filter((signal) => signal === 'SIGKILL').length >= 1, signals.join());
  calm = true;
  for (const { name } of moments) {
    await sync(nodeHost({ root: folder }), request(name, storeOf(name)));
    assert.equal(hashOf(storeOf(name)), hashOf(whole), name);
    assert.deepEqual(readdirSync(join(folder, 'stores', name)), ['advisories.sqlite'], name);
  }
});

test(
  'a disk that has no room leaves the old store in use, and says what to do',
  { skip: process.platform === 'win32' },
  () => {
    const storePath = storeOf('full');
    cpSync(join(folder, 'stores', 'base'), join(folder, 'stores', 'full'), { recursive: true });
    const old = hashOf(storePath);
    const words = ['sync', '--from', mirrorOf(newer), '--ecosystem', 'npm', '--store', storePath, '--full'];
    // No file may have more than 64 KiB; without the trap the system would end the process.
    const script = `trap '' XFSZ; ulimit -f 128; exec "$0" "$@"`;
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, run, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 2, stderr);
    assert.match(
      stderr,
      /^error: the store ".*" cannot be written: (?:the disk failed|the disk is full|a file may not become so large here)$/m,
    );
    assert.match(stderr, /^help: The store in use was not touched; make room/m);
    assert.equal(hashOf(storePath), old);
    assert.deepEqual(readdirSync(join(storePath, '..')), ['advisories.sqlite']);
  },
);
