import assert from 'node:assert/strict';
import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { tarOf, type TarItem } from '../../../test/sample-image.ts';
import { tarArchive } from '../../base/archives/tar-archive.ts';
import { signingKey, trustedKey } from './bundle-keys.ts';
import { openBundle } from './open-bundle.ts';

const keys = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const [key, trust] = [signingKey(keys.privateKey), trustedKey(keys.publicKey)];

type File = { readonly path: string; readonly bytes: Uint8Array };

const index: File = { path: 'index.gz', bytes: gzipSync('') };
const records: File = { path: 'osv/a.gz', bytes: gzipSync('{}') };
const [first, last] = [index, records].map(({ path, bytes }) => ({ path, sha256: hash('sha256', bytes) }));
const source = {
  feed: 'osv',
  from: 'https://mirror.example',
  ecosystem: 'npm',
  fetched: '2026-11-01T08:00:00Z',
  loaded: '2026-11-01T08:00:00Z',
  records: 1,
  newest: '',
  unreadable: [],
  files: [{ ...last, records: 1 }],
};
const manifest = {
  format: 'tureen-bundle/1',
  tool: 'x',
  snapshot: `sha256:${hash('sha256', '')}`,
  fetched: '2026-11-01T08:00:00Z',
  index: first,
  sources: [source],
  lists: [],
  removed: [],
};

/** The two files that a signed bundle ends with. */
function signed(said: object): [File, File] {
  const bytes = Buffer.from(JSON.stringify(said));
  const signature = Buffer.from(`${sign(undefined, bytes, key).toString('base64')}\n`);
  return [
    { path: 'manifest.json', bytes },
    { path: 'manifest.json.sig', bytes: signature },
  ];
}

const [own, signature] = signed(manifest);
const whole = [index, records, own, signature];
const items: readonly TarItem[] = whole.map(({ path, bytes }) => ({ path, content: bytes }));

/** The entries with one of them replaced. */
function withItem(at: number, item: TarItem): readonly TarItem[] {
  return items.with(at, item);
}

test('a bundle that is as it was signed is opened, in whatever order its files lie', async () => {
  for (const files of [whole, whole.toReversed()]) {
    const { file } = await openBundle('in.tar', tarArchive(files), trust);
    assert.deepEqual(file('osv/a.gz'), Buffer.from(records.bytes));
  }
});

const more = /: it holds more than its manifest says$/;

const hostile: readonly (readonly [what: string, bytes: Uint8Array, says: RegExp])[] = [
  ['the same files, written by another tar', tarOf(items), more],
  ['a file that is there twice', tarArchive([...whole, records]), more],
  ['a file that nobody names', tarArchive([{ path: 'x', bytes: new Uint8Array() }, ...whole]), more],
  ['a file beside it that climbs', tarOf([...items, { path: '../../x', content: 'x' }]), more],
  ['bytes behind its end', Buffer.concat([tarArchive(whole), Buffer.from('#!/bin/sh')]), more],
  ['no file that it names', tarArchive([index, own, signature]), /: it lacks "osv\/a\.gz"$/],
  [
    'another file of that name',
    tarArchive([...whole, { ...records, bytes: gzipSync('[]') }]),
    /"osv\/a\.gz" in it was changed$/,
  ],
  [
    'a link in the place of a file',
    tarOf(withItem(1, { path: 'osv/a.gz', type: '2', target: '/etc/passwd' })),
    /"osv\/a\.gz" in it was changed$/,
  ],
  [
    'a link in the place of its signature',
    tarOf(withItem(3, { path: 'manifest.json.sig', type: '2', target: 'x' })),
    /: its signature is not by the key/,
  ],
  [
    'a hard link to its signature',
    tarOf(withItem(3, { path: 'manifest.json.sig', type: '1', target: 'index.gz' })),
    /: its signature is not by the key/,
  ],
  [
    'a signature that is followed by something',
    tarArchive([index, records, own, { ...signature, bytes: Buffer.concat([signature.bytes, Buffer.from('\n#')]) }]),
    /: its signature is not by the key/,
  ],
  [
    'an index of another state than its manifest says',
    tarArchive([index, records, ...signed({ ...manifest, snapshot: `sha256:${hash('sha256', 'x')}` })]),
    /: its index does not have the hash that its manifest says$/,
  ],
  [
    'a folder in the place of its manifest',
    tarOf(withItem(2, { path: 'manifest.json', type: '5' })),
    /: its signature is not by the key/,
  ],
  [
    'a manifest that names a file twice, and another file in its place',
    tarArchive([
      index,
      records,
      ...signed({ ...manifest, sources: [{ ...source, files: [...source.files, { ...last, records: 1 }] }] }),
    ]),
    /: its manifest names "osv\/a\.gz" twice$/,
  ],
  [
    'the same, with a name that no bundle has',
    tarOf(
      [
        index,
        records,
        { path: 'größe', bytes: index.bytes },
        ...signed({ ...manifest, lists: [], sources: [source, source] }),
      ].map(({ path, bytes }) => ({ path, content: bytes })),
    ),
    /: its manifest names "osv\/a\.gz" twice$/,
  ],
];

for (const [what, bytes, message] of hostile)
  test(`a bundle with ${what} is refused`, async () => {
    await assert.rejects(openBundle('in.tar', bytes, trust), { name: 'HostError', message, help: /The store was not/ });
  });

test('a bundle whose size of a file lies is refused', async () => {
  for (const size of ['00000000000', '77777777777', '00000000001']) {
    const bytes = Buffer.from(tarArchive(whole));
    const before = bytes.subarray(124, 135).reduce((sum, byte) => sum + byte, 0);
    bytes.write(size, 124, 'latin1');
    const now = bytes.subarray(124, 135).reduce((sum, byte) => sum + byte, 0);
    const sum = Number.parseInt(bytes.toString('latin1', 148, 154), 8) + now - before;
    bytes.write(sum.toString(8).padStart(6, '0'), 148, 'latin1');
    await assert.rejects(openBundle('in.tar', bytes, trust), { name: 'HostError', message: /is refused/ });
  }
});
