import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { memoryHost } from '../../../../test/memory-host.ts';
import { tarOf, type TarItem } from '../../../../test/sample-image.ts';
import { openVexArchive } from './vex-archive.ts';

const files: readonly TarItem[] = [
  { path: 'hub-main/index.json', content: '{"packages":[]}' },
  { path: 'hub-main/pkg/a.json', content: '{"a":1}' },
];
const whole = gzipSync(tarOf(files));
const zipOf = (items: readonly TarItem[]) =>
  zipSync(Object.fromEntries(items.map(({ path, content = '' }) => [path, Buffer.from(content)])));
const open = (bytes: Uint8Array, within = 'hub-main') =>
  openVexArchive(memoryHost({}), bytes, { address: 'https://vex.example/x', within });

const climbing = { path: '../evil.json', content: 'x' };
const hostile: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ['with a path that climbs', () => gzipSync(tarOf([...files, climbing])), /"\.\.\/evil\.json" leads out of it$/],
  [
    'with an absolute path',
    () => gzipSync(tarOf([...files, { path: '/etc/x', content: 'x' }])),
    /"\/etc\/x" leads out/,
  ],
  ['of zip with a path that climbs', () => zipOf([...files, climbing]), /"\.\.\/evil\.json" leads out of it$/],
  [
    'with a link that leads out',
    () => gzipSync(tarOf([...files, { path: 'hub-main/x', type: '2', target: '../../etc/passwd' }])),
    /"hub-main\/x -> \.\.\/\.\.\/etc\/passwd" leads out of it$/,
  ],
  [
    'with an absolute link',
    () => gzipSync(tarOf([...files, { path: 'x', type: '2', target: '/etc/passwd' }])),
    /leads out of it$/,
  ],
  [
    'with a hard link that leads out',
    () => gzipSync(tarOf([...files, { path: 'x', type: '1', target: '../passwd' }])),
    /leads out of it$/,
  ],
  ['that breaks off', () => whole.subarray(0, whole.length - 30), /it is no whole gzip file$/],
  ['whose tar breaks off', () => gzipSync(tarOf(files).subarray(0, 2500)), /it ends in the middle of an entry$/],
  ['of zip that breaks off', () => zipOf(files).subarray(0, 200), /it is no zip archive, or it ends too early$/],
  ['that is a page', () => Buffer.from('<html>Sign in</html>'), /it is no tar archive$/],
  ['packed with bzip2', () => Buffer.from('BZh91AY&SY'), /it is packed with bzip2; only gzip and zstd are read$/],
  [
    'that is a bomb of gzip',
    () => gzipSync(Buffer.alloc(2 ** 28 + 2 ** 20)),
    /its first \d+ bytes unpack to \d+, which no real file does$/,
  ],
  [
    'that is a bomb of zip',
    () => zipSync({ 'index.json': [Buffer.alloc(2 ** 27), { level: 9 }] }),
    /bytes would unpack to \d+, which no real archive does$/,
  ],
];

for (const [what, bytes, message] of hostile)
  test(`an archive ${what} is refused as a whole`, async () => {
    await assert.rejects(open(bytes()), { name: 'HostError', message, help: /Nothing of it was taken/ });
  });

for (const [how, bytes] of [
  ['tar and gzip', whole],
  ['tar', tarOf(files)],
  ['zip', zipOf(files)],
] as const)
  test(`an archive of ${how} gives what lies below a folder in it, and nothing else`, async () => {
    const archive = await open(bytes);
    assert.equal(archive.address, 'https://vex.example/x//hub-main');
    assert.equal(String(await archive.get('pkg/a.json')), '{"a":1}');
    for (const path of ['a.json', '../hub-main/pkg/a.json', 'pkg', ''])
      assert.equal(await archive.get(path), undefined);
    archive.close();
  });

test('links that stay in an archive harm nothing, and are not followed', async () => {
  const { get } = await open(
    gzipSync(
      tarOf([
        { path: './hub-main/', type: '5' },
        ...files.map((item) => ({ ...item, path: `./${item.path}` })),
        { path: './hub-main/docs/readme', type: '2', target: '../README.md' },
        { path: './hub-main/again', type: '1', target: './hub-main/index.json' },
      ]),
    ),
  );
  assert.equal(String(await get('pkg/a.json')), '{"a":1}');
  for (const [path, kind] of [
    ['docs/readme', 'link'],
    ['again', 'hard-link'],
  ] as const)
    await assert.rejects(get(path), { name: 'HostError', message: new RegExp(`is no file but a ${kind}, which`) });
});
