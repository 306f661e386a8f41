import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodeHost } from '../../node/host.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import type { AdvisoryStore } from '../host.ts';
import { findProducts } from './find-products.ts';
import { sync } from '../sync/sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-products-'));
after(() => rmSync(folder, { recursive: true }));

const example = 'examples/dermatology';
const host = nodeHost({ root: example, cwd: process.cwd() });

test('a store that is not there is refused: it would know no product, whatever there is', async () => {
  await assert.rejects(
    findProducts(host, join(folder, 'none.sqlite'), ['pkg:npm/axios']),
    /there is no advisory store: the file .* does not exist/,
  );
});

test('a store of advisories alone is refused, too', async () => {
  const storePath = join(folder, 'advisories.sqlite');
  await sync(host, { from: [`${example}/advisories`], ecosystems: ['npm'], storePath });
  await assert.rejects(findProducts(host, storePath, ['pkg:npm/axios']), /holds no CVE records/);
});

/** A store that knows products of every name, and tells which were asked for. */
function storeWith(asked: string[][]): AdvisoryStore {
  const absent = () => assert.fail('nothing is matched');
  const database = { feed: 'nvd', from: '/nvd', records: 1, newest: '2026-11-01' };
  const content = { kind: 'filled' as const, hash: 'sha256:0', fetched: '2026-11-14T00:00:00.000Z', sources: [] };
  return {
    path: '/store',
    content: () => ({ ...content, newest: '2026-11-01', databases: [database] }),
    candidates: absent,
    facts: absent,
    cves: absent,
    products: (names) => (asked.push([...names]), []),
    document: absent,
    close: () => undefined,
  };
}

test('packages without an ecosystem are looked for, those of source repositories too, by the names that vendors use', async () => {
  const asked: string[][] = [];
  const absent = () => assert.fail('nothing is built');
  const open = () => Promise.resolve(storeWith(asked));
  const stores = { defaultPath: '/store', open, build: absent, update: absent, unload: absent };
  const files = {
    'Cartfile.resolved': 'github "curl/curl" "curl-8_4_0"\n',
    'requirements.txt': 'numpy==2.1.3\n',
    'image/etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
    'image/usr/local/include/node/node_version.h':
      '#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 1\n#define NODE_PATCH_VERSION 0\n',
  };
  const { packages } = await findProducts(memoryHost(files, { stores }), '/store', []);
  assert.deepEqual(
    packages.map((one) => one.package),
    ['pkg:generic/node', 'pkg:github/curl/curl'],
  );
  assert.ok(asked[0]?.includes('node.js'));
  assert.ok(asked[1]?.includes('libcurl'));
});
