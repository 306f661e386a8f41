import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { baseDevice } from '../../../../test/base-device.ts';
import { memoryHost } from '../../../../test/memory-host.ts';
import { HostError } from '../../../base/errors.ts';
import { readCertificates } from '../../../base/openpgp/certificate.ts';
import { askFolder } from '../../../node/network/feed-source.ts';
import type { FeedRequest } from '../../feed-source.ts';
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

/** A host with one source, which is a folder where its files are listed. */
function hostOf(source: Readonly<Record<string, string | Uint8Array>>, list?: readonly string[]) {
  const get = (path: string) => {
    const content = source[path];
    return Promise.resolve(typeof content === 'string' ? Buffer.from(content) : content);
  };
  return memoryHost(baseDevice, {
    openSource: (address) =>
      Promise.resolve({
        address,
        get,
        ask: (request) => askFolder(get, request),
        ...(list !== undefined && { list: () => Promise.resolve(list) }),
      }),
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

/** A host that fails for good at some paths, as one that answers 500 does after all patience. */
function failingAt(isFaulty: (path: string) => boolean, source: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const get = async (path: string) => {
    asked.push(path);
    if (isFaulty(path)) throw new HostError(`"${path}" cannot be fetched: the host answers 500`, 'Try again later.');
    const content = source[path];
    return content === undefined ? undefined : Buffer.from(content);
  };
  const openSource = (address: string) =>
    Promise.resolve({ address, get, ask: (request: FeedRequest) => askFolder(get, request) });
  return { host: memoryHost(baseDevice, { openSource }), asked };
}

test('a document that a host cannot give is told, and so is a proof; the others are taken', async () => {
  const { host } = failingAt((path) => /^b\.json$|^a\.json\.asc$/.test(path), { ...provider, 'c.json': `${pad} ` });
  const { imported, left } = await syncVex(host, 'https://csaf.example');
  assert.deepEqual(left, ['"b.json" cannot be fetched: the host answers 500']);
  assert.deepEqual(
    imported.map(({ from, record, diagnostics }) => [from, record?.signature.state, diagnostics[0]?.message]),
    [
      [
        'a.json',
        'not-checked',
        'what may prove a.json cannot be had: "a.json.asc" cannot be fetched: the host answers 500',
      ],
      ['c.json', 'unsigned', undefined],
    ],
  );
});

test('a host that gives nothing any more is not asked for all the rest', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `${index}.json`);
  const { host, asked } = failingAt((path) => /^\d/.test(path) && path !== '0.json', {
    'index.txt': names.join('\n'),
    '0.json': pad,
  });
  const { imported, left } = await syncVex(host, 'https://csaf.example');
  assert.equal(imported.length, 1);
  assert.match(left.at(-1) ?? '', /^168 further documents were not asked for: too many in a row/);
  assert.ok(asked.filter((path) => path.endsWith('.json')).length < 60);
});

test('a document that is larger than any VEX is left and told', async () => {
  const { imported, left } = await syncVex(hostOf({ ...provider, 'a.json': Buffer.alloc(2 ** 26 + 1, ' ') }), 'x');
  assert.deepEqual([imported, left[0]], [[], 'a.json has more than 64 MiB, which no VEX document has']);
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

const packages = [
  { id: 'pkg:npm/left-pad', location: 'a.json' },
  { id: 'pkg:npm/right-pad', location: 'b.json' },
];

test('of a folder only documents of packages in the inventory are read, and of an address all: it learns nothing', async () => {
  const source = { 'index.json': JSON.stringify({ packages }), 'a.json': pad };
  const inFolder = await syncVex(hostOf(source, ['index.json', 'a.json']), 'x');
  assert.deepEqual([inFolder.imported.length, inFolder.left], [1, []]);
  const { imported, left } = await syncVex(hostOf(source), 'https://vex.example');
  assert.deepEqual([imported.length, left], [1, ['b.json is listed, and is not there']]);
});

const noSource: readonly (readonly [string, Readonly<Record<string, string>>, string, RegExp])[] = [
  ['nothing', {}, 'x', /^"x" is no source of VEX$/],
  ['a page', { 'index.json': ' <html>' }, 'x', /no source of VEX: it answers index\.json with a page of HTML$/],
  ['other JSON', { 'index.json': '[]' }, 'x', /^index\.json at "x" is damaged: it is no index with packages$/],
  ['something else than was named', provider, 'x/index.json', /^"x" is no source of VEX$/],
];

for (const [what, source, from, message] of noSource)
  test(`${what} is no source of VEX`, async () => {
    await assert.rejects(syncVex(hostOf(source), from), { name: 'HostError', message });
  });

test('what did not change since a day is not asked for, unless its source tells no day', async () => {
  const changes = '"a.json","2026-02-01T00:00:00Z"\n"b.json","2026-01-31T23:59:59Z"\n"c.json"\n';
  const host = hostOf({ 'changes.csv': changes, 'a.json': pad, 'c.json': csafOf('pkg:npm/left-pad@1.2.0', 'CLEAR') });
  const { unchanged, imported, left } = await syncVex(host, 'x', { since: '2026-02-01' });
  assert.deepEqual([unchanged, imported.map(({ from }) => from), left], [1, ['a.json', 'c.json'], []]);
});

test('a source may be named by the file that it begins with, and no other is asked for', async () => {
  const metadata = JSON.stringify({
    canonical_url: 'https://csaf.example/provider-metadata.json',
    distributions: [{ directory_url: 'https://csaf.example/' }],
  });
  const host = hostOf({ ...provider, 'provider-metadata.json': metadata, 'index.json': '[]' });
  const opened: string[] = [];
  const openSource: typeof host.openSource = (address) => {
    opened.push(address);
    return host.openSource(address);
  };
  for (const end of ['changes.csv', 'provider-metadata.json']) {
    const { listed } = await syncVex({ ...host, openSource }, `https://csaf.example/${end}`);
    assert.equal(listed, 3);
  }
  assert.deepEqual(new Set(opened), new Set(['https://csaf.example']));
});

test('a provider of the world leads to no host of a network of its own', async () => {
  const metadata = JSON.stringify({
    canonical_url: 'https://csaf.example/provider-metadata.json',
    public_openpgp_keys: [{ url: 'https://169.254.169.254/latest' }],
    distributions: [{ directory_url: 'https://localhost:8443/' }],
  });
  const { left } = await syncVex(hostOf({ 'provider-metadata.json': metadata }), 'https://csaf.example');
  assert.deepEqual(left, [
    'https://localhost:8443/changes.csv is named, and "localhost" is in a network of your own, of which csaf.example cannot know',
    'the OpenPGP key https://169.254.169.254/latest cannot be had: "169.254.169.254" is in a network of your own, of which csaf.example cannot know',
  ]);
});

test('an aggregator tells whom to name', async () => {
  const aggregator = { csaf_providers: [{ metadata: { url: 'https://one.example/provider-metadata.json' } }] };
  const { feed, left } = await syncVex(hostOf({ 'aggregator.json': JSON.stringify(aggregator) }), 'x');
  assert.deepEqual(
    [feed, left],
    ['csaf-aggregator', ['https://one.example/provider-metadata.json is a source of its own; name it by itself']],
  );
});

const fixture = (name: string) => readFileSync(`src/base/openpgp/fixtures/${name}`);

const fingerprint = readCertificates(fixture('ed25519.key.asc'))[0]?.fingerprint ?? '';

const keyed = (stated: string) =>
  JSON.stringify({
    canonical_url: 'https://csaf.example/provider-metadata.json',
    public_openpgp_keys: [{ url: 'https://csaf.example/key.asc', fingerprint: stated }],
    distributions: [{ directory_url: 'https://csaf.example/white' }],
  });

for (const [what, given, state, how, told] of [
  [
    'by the key of its metadata',
    {},
    'verified',
    new RegExp(`by the OpenPGP key ${fingerprint}, trusted by the metadata`),
    [],
  ],
  [
    'over something else',
    { 'white/a.json.asc': fixture('ed25519.sig.asc') },
    'failed',
    /does not fit the document/,
    [],
  ],
  [
    'behind a megabyte of something else',
    { 'white/a.json.asc': Buffer.concat([Buffer.alloc(2 ** 20, '\n'), fixture('csaf.sig.asc')]) },
    'not-checked',
    /holds no signature/,
    [],
  ],
  ['by another key', { 'white/a.json.asc': fixture('rsa.sig.asc') }, 'not-checked', /not at hand/, []],
  [
    'by a key with another fingerprint than stated',
    { 'provider-metadata.json': keyed('ab12') },
    'not-checked',
    /no key/,
    ['ab12'],
  ],
  ['by a key that is not there', { 'key.asc': '<html>' }, 'not-checked', /no key was named/, [fingerprint]],
] as const)
  test(`a document of a provider that is signed ${what} is ${state}`, async () => {
    const { imported, left } = await syncVex(
      hostOf({
        'provider-metadata.json': keyed(fingerprint.toUpperCase()),
        'key.asc': fixture('ed25519.key.asc'),
        'white/changes.csv': '"a.json","2026-01-01T00:00:00Z"\n',
        'white/a.json': fixture('csaf.json'),
        'white/a.json.asc': fixture('csaf.sig.asc'),
        ...given,
      }),
      'https://csaf.example',
    );
    assert.equal(imported[0]?.record?.signature.state, state);
    assert.match(imported[0]?.record?.signature.how ?? '', how);
    assert.deepEqual(
      left.map((one) => /fingerprint (\w+)$/.exec(one)?.[1]),
      told,
    );
  });
