import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { nodeHost } from '../../node/host.ts';
import type { Host } from '../host.ts';
import type { FeedSource } from '../feed-source.ts';
import { syncDevice } from './sync-device.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-sync-device-'));
after(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, 'device'));
writeFileSync(join(folder, 'device', 'requirements.txt'), 'numpy==2.1.3\n');
writeFileSync(
  join(folder, 'device', 'tureen.yaml'),
  'device: { name: Ladle, manufacturer: Example }\nadvisories: { sources: [https://osv.example] }\n',
);

/** Every source has one record in every ecosystem that it lists. */
const source = (address: string): FeedSource => {
  const held = (path: string): Uint8Array | undefined => {
    const [, ecosystem = '', name = ''] = /^(.*)\/(.*)$/.exec(path) ?? [];
    if (path === 'ecosystems.txt') return strToU8('GIT\nGo\nOSS-Fuzz\nPyPI\nnpm\n');
    if (name !== 'all.zip') return undefined;
    const affected = [{ package: { ecosystem, name: 'numpy' }, versions: ['2.1.3'] }];
    const record = { id: `X-${ecosystem}`, modified: '2026-10-01T00:00:00Z', affected };
    return zipSync({ [`${record.id}.json`]: strToU8(JSON.stringify(record)) });
  };
  return {
    address,
    get: (path) => Promise.resolve(held(path)),
    ask: ({ path }) => {
      const bytes = held(path);
      return Promise.resolve(bytes ? { kind: 'bytes', bytes, validators: {}, headers: {} } : { kind: 'none' });
    },
  };
};

/** Syncs the device from some sources; tells which ecosystems came, and whether its lockfile was read. */
async function syncFrom(from: readonly string[] = [], device = 'device') {
  const base = nodeHost({ root: join(folder, device) });
  const read: string[] = [];
  const host: Host = {
    ...base,
    openSource: (address) => Promise.resolve(source(address)),
    files: { ...base.files, read: (path) => (read.push(path), base.files.read(path)) },
  };
  const storePath = join(folder, `${device}-${from.length}-${from[0]?.length ?? 0}.sqlite`);
  const asked = { from, ecosystems: [], lists: [], storePath, progress: () => undefined };
  const { sources } = await syncDevice(host, asked);
  return { ecosystems: sources.map(({ ecosystem }) => ecosystem), looked: read.includes('requirements.txt') };
}

test('over a network only the ecosystems of the inventory are asked for', async () => {
  assert.deepEqual(await syncFrom(), { ecosystems: ['PyPI'], looked: true });
});

test('a folder is loaded whole, and nobody looks into the inventory', async () => {
  assert.deepEqual(await syncFrom(['mirror']), {
    ecosystems: ['GIT', 'Go', 'OSS-Fuzz', 'PyPI', 'npm'],
    looked: false,
  });
});

test('who builds from source repositories needs what was found by fuzzing, too', async () => {
  mkdirSync(join(folder, 'viewer'));
  writeFileSync(
    join(folder, 'viewer', 'tureen.yaml'),
    'device: { name: Viewer, manufacturer: Example }\nadvisories: { sources: [https://osv.example] }\n',
  );
  writeFileSync(join(folder, 'viewer', 'Cartfile.resolved'), 'github "curl/curl" "curl-8_4_0"\n');
  assert.deepEqual((await syncFrom([], 'viewer')).ecosystems, ['GIT', 'OSS-Fuzz']);
});
