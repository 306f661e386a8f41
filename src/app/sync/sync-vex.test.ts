import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { askFolder } from '../../node/network/feed-source.ts';
import { syncVex } from './sync-vex.ts';

function csafOf(purl: string, label: string): string {
  const product = { product_id: 'P1', name: 'P', product_identification_helper: { purl } };
  return JSON.stringify({
    document: {
      csaf_version: '2.0',
      publisher: { name: 'Supplier' },
      distribution: { tlp: { label } },
      tracking: { id: 'S-1' },
    },
    product_tree: { full_product_names: [product] },
    vulnerabilities: [{ cve: 'CVE-2026-0001', product_status: { known_affected: ['P1'] } }],
  });
}

function hostOf(source: Readonly<Record<string, string>>) {
  const get = (path: string) => Promise.resolve(source[path] === undefined ? undefined : Buffer.from(source[path]));
  return memoryHost(baseDevice, {
    openSource: (address) => Promise.resolve({ address, get, ask: (request) => askFolder(get, request) }),
  });
}

const pad = csafOf('pkg:npm/left-pad@1.3.0', 'WHITE');
const provider = {
  'changes.csv': '"a.json","2026-01-01T00:00:00Z"\n"b.json","2026-01-01T00:00:00Z"\n"c.json","2026-01-01T00:00:00Z"',
  'a.json': pad,
  'b.json': csafOf('pkg:npm/right-pad@1.3.0', 'WHITE'),
  'c.json': csafOf('pkg:npm/left-pad@1.3.0', 'RED'),
};

test('of a provider what speaks of the inventory is frozen, and what is not for everybody is left and told', async () => {
  const host = hostOf({ ...provider, 'a.json.sha256': createHash('sha256').update(pad).digest('hex') });
  const { feed, listed, imported, left } = await syncVex(host, 'https://csaf.example');
  assert.deepEqual([feed, listed], ['csaf-provider', 3]);
  assert.deepEqual(
    imported.map(({ file, record }) => [file, record?.checksum]),
    [['soup/vex/csaf-a.yaml', 'a.json.sha256']],
  );
  assert.deepEqual(left, ['c.json is marked TLP:RED; import it by hand where it may be kept']);
});

test('a document whose checksum does not fit is refused, and one that is not there is told', async () => {
  const { 'c.json': _, ...without } = provider;
  const host = hostOf({ ...without, 'a.json.sha512': 'no' });
  const { imported, left } = await syncVex(host, 'x');
  assert.deepEqual(
    imported.map(({ file, diagnostics }) => [file, diagnostics[0]?.rule]),
    [[undefined, 'vex/checksum']],
  );
  assert.deepEqual(left, ['c.json is listed, and is not there']);
  assert.equal(host.written.size, 0);
});

test('of a VEX repository only documents of packages in the inventory are asked for', async () => {
  const packages = [
    { id: 'pkg:npm/left-pad', location: 'a.json' },
    { id: 'pkg:npm/right-pad', location: 'never-asked.json' },
  ];
  const host = hostOf({ 'index.json': JSON.stringify({ packages }), 'a.json': pad });
  const { imported, left } = await syncVex(host, 'x');
  assert.deepEqual([imported.length, left], [1, []]);
});

test('a source that is none, or whose list is damaged, is refused', async () => {
  await assert.rejects(syncVex(hostOf({}), 'x'), { name: 'HostError', message: '"x" is no source of VEX' });
  await assert.rejects(syncVex(hostOf({ 'index.json': '<html>' }), 'x'), { name: 'HostError', message: /is damaged/ });
});

test('what did not change since a day is not asked for, unless its source tells no day', async () => {
  const changes = '"a.json","2026-02-01T00:00:00Z"\n"b.json","2026-01-31T23:59:59Z"\n"c.json"\n';
  const host = hostOf({ 'changes.csv': changes, 'a.json': pad, 'c.json': csafOf('pkg:npm/left-pad@1.2.0', 'CLEAR') });
  const { unchanged, imported, left } = await syncVex(host, 'x', { since: '2026-02-01' });
  assert.deepEqual([unchanged, imported.map(({ from }) => from), left], [1, ['a.json', 'c.json'], []]);
});

test('a source may be named by the file that it begins with', async () => {
  const opened: string[] = [];
  const host = hostOf(provider);
  const openSource: typeof host.openSource = (address) => {
    opened.push(address);
    return host.openSource(address);
  };
  for (const end of ['', '/changes.csv', '/provider-metadata.json', '/.well-known/csaf/provider-metadata.json'])
    await syncVex({ ...host, openSource }, `https://csaf.example${end}`);
  assert.deepEqual(new Set(opened), new Set(['https://csaf.example']));
});

test('an aggregator tells whom to name', async () => {
  const aggregator = { csaf_providers: [{ metadata: { url: 'https://one.example/provider-metadata.json' } }] };
  const { feed, left } = await syncVex(hostOf({ 'aggregator.json': JSON.stringify(aggregator) }), 'x');
  assert.deepEqual(
    [feed, left],
    ['csaf-aggregator', ['https://one.example/provider-metadata.json lies outside of the source; name it by itself']],
  );
});
