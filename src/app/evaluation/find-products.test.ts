import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { nodeHost } from '../../node/host.ts';
import { buildStore } from '../../node/store/store-builder.ts';
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
  assert.equal(asked.length, 1, 'all are asked for at once');
  for (const name of ['node.js', 'curl', 'libcurl']) assert.ok(asked[0]?.includes(name));
});

/** A store of records that each speak of one product. */
async function storeOf(...names: readonly (readonly [id: string, vendor: string, product: string])[]): Promise<string> {
  const path = join(folder, `${names.map(([id]) => id).join()}.sqlite`);
  const builder = buildStore(path);
  const said = { rejected: undefined, severities: [], ssvc: [], exploited: [], weaknesses: [], hash: 'a'.repeat(64) };
  for (const [id, vendor, product] of names) {
    const products = [{ vendor, product, targetSoftware: '*' }];
    const claims = [{ kind: 'versions', by: 'CNA', products, versions: [], platforms: [], functions: [] } as const];
    const record = {
      id,
      feed: 'nvd',
      modified: '2026-01-01T00:00:00Z',
      summary: `${id} of ${product}`,
      claims,
    } as const;
    builder.addCve({ ...record, ...said }, new Uint8Array([3, 0]));
  }
  builder.addDatabase({ feed: 'nvd', from: 'x', newest: '2026-01-01T00:00:00Z' }, undefined);
  await builder.finish('2026-11-01T00:00:00Z');
  return path;
}

const sbom = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  components: [
    { type: 'library', name: 'mbedtls', version: '3.6.0', purl: 'pkg:generic/mbedtls@3.6.0' },
    { type: 'library', name: 'sqlite3', version: '3.40.0', purl: 'pkg:generic/sqlite3@3.40.0' },
    {
      type: 'library',
      name: 'tls-of-wolf',
      version: '5.6.3',
      purl: 'pkg:generic/tls-of-wolf@5.6.3',
      cpe: 'cpe:2.3:a:wolfssl:wolfssl:5.6.3:*:*:*:*:*:*:*',
    },
  ],
});

test('products are found however their words are separated, and by the names that files give them', async () => {
  const storePath = await storeOf(
    ['CVE-2026-0001', 'arm', 'mbed_tls'],
    ['CVE-2026-0002', 'sqlite', 'sqlite'],
    ['CVE-2026-0003', 'wolfssl', 'wolfssl'],
    ['CVE-2026-0004', 'other', 'wolfssl'],
  );
  const files = {
    'bom.cdx.json': sbom,
    'soup/items/sqlite.yaml':
      'soup: pkg:generic/sqlite3\nstatus: confirmed\ncpe: [{ vendor: sqlit, product: sqlite, by: ada, on: 2026-11-01, reason: x }]\n',
  };
  const { packages } = await findProducts(
    memoryHost(files, { stores: nodeHost({ root: folder }).stores }),
    storePath,
    [],
  );
  const told = packages.flatMap(({ package: soup, confirmed, candidates }) => [
    ...confirmed.map(({ vendor, product, records }) => `${soup} is ${vendor}/${product}: ${records}`),
    ...candidates.map(
      ({ vendor, product, statedIn, summary }) => `${soup} may be ${vendor}/${product} ${statedIn.join()}: ${summary}`,
    ),
  ]);
  assert.deepEqual(told, [
    'pkg:generic/mbedtls may be arm/mbed_tls : CVE-2026-0001 of mbed_tls',
    'pkg:generic/sqlite3 is sqlit/sqlite: 0',
    'pkg:generic/sqlite3 may be sqlite/sqlite : CVE-2026-0002 of sqlite',
    'pkg:generic/tls-of-wolf may be wolfssl/wolfssl bom.cdx.json: CVE-2026-0003 of wolfssl',
  ]);
});
