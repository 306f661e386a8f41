import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { memoryHost } from '../../../../test/memory-host.ts';
import { tarOf, type TarItem } from '../../../../test/sample-image.ts';
import { bytesInMemory } from '../../../base/binaries/random-access.ts';
import { takeInventory } from '../take-inventory.ts';
import { applyLayer, emptyTree, wholeRoom, type Room } from './apply-layer.ts';
import type { FileNode, TreeNode } from './image-tree.ts';
import { treeFiles } from './tree-files.ts';

const system: readonly TarItem[] = [
  { path: 'etc/os-release', content: 'ID=debian\n' },
  {
    path: 'var/lib/dpkg/status',
    content: 'Package: zlib1g\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n',
  },
];

function python(name: string, folder = 'opt'): TarItem {
  return { path: `${folder}/${name}-1.dist-info/METADATA`, content: `Name: ${name}\nVersion: 1\n` };
}

function pax(records: Readonly<Record<string, string>>, type = 'x'): TarItem {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = Buffer.byteLength(` ${key}=${value}\n`);
    const length = [1, 2, 3, 4, 5, 6, 7].find((digits) => String(rest + digits).length === digits) ?? 0;
    return `${rest + length} ${key}=${value}\n`;
  });
  return { path: 'pax', type, content: lines.join('') };
}

function parts(...items: readonly TarItem[]): Buffer {
  return tarOf(items).subarray(0, -1024);
}

/** An entry whose name is these bytes. */
function named(name: Buffer, content: string): Buffer {
  const entry = parts({ path: 'a'.repeat(name.length), content });
  const before = Number.parseInt(entry.toString('latin1', 148, 154), 8);
  name.copy(entry);
  const sum = name.reduce((total, byte) => total + byte, before - 0x61 * name.length);
  entry.write(sum.toString(8).padStart(6, '0'), 148, 'latin1');
  return entry;
}

function inLatin1(name: string): Buffer {
  return named(Buffer.from(`opt/${name}/idna-1.dist-info/METADATA`, 'latin1'), 'Name: idna\nVersion: 1\n');
}

/** An archive of docker save in which each image is made of the layers by their places. */
function saved(
  layers: readonly Uint8Array[],
  images: readonly (readonly [name: string, layers: readonly number[]])[],
): Buffer {
  const manifest = images.map(([name, own]) => ({ Config: 'c', RepoTags: [name], Layers: own.map((at) => `${at}`) }));
  return tarOf([
    ...layers.map((content, at) => ({ path: `${at}`, content })),
    { path: 'c', content: '{}' },
    { path: 'manifest.json', content: JSON.stringify(manifest) },
  ]);
}

async function inventoryOf(tar: Uint8Array, keep = memoryHost({}).keep) {
  return takeInventory(memoryHost({ 's.tar': tar }, { keep }));
}

const end = Buffer.alloc(1024);
const deep = 'a/'.repeat(2000);

const told: readonly (readonly [what: string, tar: Buffer, names: readonly string[], says: readonly RegExp[]])[] = [
  [
    'a pax record without a value, which takes nothing away',
    tarOf([...system, pax({ path: '', size: '' }), python('idna')]),
    ['zlib1g', 'idna'],
    [],
  ],
  ...['0x1', '-1', '1e1', ' ', '9'.repeat(20)].map(
    (size) =>
      [
        `the size "${size}"`,
        tarOf([...system, pax({ size }), python('a')]),
        [],
        [/its entry "opt.*" has no size$/],
      ] as const,
  ),
  [
    'an entry behind a blank block',
    Buffer.concat([parts(...system), Buffer.alloc(512), parts(python('hidden')), end]),
    [],
    [/its entry at byte 2560 stands behind a blank one/],
  ],
  [
    'names that are no UTF-8',
    Buffer.concat([parts(...system), inLatin1('\xe8'), inLatin1('\xe9'), end]),
    ['zlib1g'],
    [/METADATA was not read: its name is no UTF-8 text$/, /METADATA was not read: its name is no UTF-8 text$/],
  ],
  [
    'a whiteout that climbs',
    saved([tarOf(system), tarOf([{ path: '../../.wh.etc' }])], [['s', [0, 1]]]),
    ['zlib1g'],
    [/^one entry of s\.tar left out: a name or hard link that leads out/],
  ],
  [
    'a hard link to itself and to a later entry',
    tarOf([...system, { path: 'a', type: '1', target: 'a' }, { path: 'b', type: '1', target: 'c' }, { path: 'c' }]),
    ['zlib1g'],
    [/^2 entries of s\.tar left out: a hard link to what is not there, such as "a"$/],
  ],
  [
    'folders that links make deeper than any system allows',
    tarOf([
      ...system,
      { path: `${deep}x` },
      { path: 'l', type: '2', target: deep.slice(0, 1000) },
      { path: `l/${deep}x` },
      { path: 'far', type: '2', target: deep },
      python('a', 'far'),
    ]),
    ['zlib1g'],
    [/^2 entries of s\.tar left out: a path behind links that lead in a circle, or deeper than any system allows/],
  ],
  [
    'a layer by a path that leads out',
    tarOf([
      { path: 'c', content: '{}' },
      { path: 'manifest.json', content: '[{ "Config": "c", "Layers": ["../../etc/passwd"] }]' },
    ]),
    [],
    [/its layer "\.\.\/\.\.\/etc\/passwd" cannot be read: it is not there$/],
  ],
  [
    'images whose names are one when written plainly',
    saved(
      ['one', 'two', 'three'].map((name) => tarOf([...system, python(name)])),
      [
        ['a/b', [0]],
        ['a-b', [1]],
        ['a-b-2', [2]],
      ],
    ),
    ['zlib1g', 'one', 'three', 'two'],
    [],
  ],
  [
    'the name of every entry in a description that holds for all',
    tarOf([
      ...system,
      pax({ path: 'a/'.repeat(2 ** 18) }, 'g'),
      ...Array.from({ length: 2000 }, () => ({ path: 'x' })),
    ]),
    ['zlib1g'],
    [/^2000 entries of s\.tar left out: a path longer than any system allows, such as "a\/.{98}…"$/],
  ],
  [
    'images with names of a million letters',
    saved(
      [tarOf([...system, ...Array.from({ length: 2000 }, (_, at) => ({ path: `x/${at}` }))])],
      [
        ['a'.repeat(1e6), [0]],
        ['b', [0]],
      ],
    ),
    ['zlib1g'],
    [],
  ],
];

for (const [what, tar, names, says] of told)
  test(`${what}: what is there is found, and what is left out is told`, async () => {
    const { components, files, diagnostics } = await inventoryOf(tar);
    assert.deepEqual(
      components.map(({ name }) => name),
      names,
    );
    assert.equal(diagnostics.length, says.length, diagnostics.map(({ message }) => message).join('\n'));
    for (const [index, pattern] of says.entries()) assert.match(diagnostics[index]?.message ?? '', pattern);
    for (const { path, reason = '' } of files) assert.ok(path.length < 1000 && reason.length < 1000);
  });

test('a layer that is named a thousand times is unpacked once', async () => {
  let kept = 0;
  const { keep } = memoryHost({});
  const { components } = await inventoryOf(
    saved(
      [gzipSync(tarOf(system))],
      [0, 1].map((at) => [`s${at}`, Array.from({ length: 500 }, () => 0)]),
    ),
    (pieces) => {
      kept++;
      return keep(pieces);
    },
  );
  assert.equal(components.length, 1);
  assert.equal(kept, 1);
});

test('a layer to which a thousand names lead is unpacked once', async () => {
  let kept = 0;
  const { keep } = memoryHost({});
  const names = Array.from({ length: 1000 }, (_, at) => `layer-${at}`);
  const manifest = [{ Config: 'c', RepoTags: ['s'], Layers: names }];
  const tar = tarOf([
    { path: 'layer', content: gzipSync(tarOf(system)) },
    ...names.map((path, at) => ({ path, type: at % 2 === 0 ? '1' : '2', target: 'layer' })),
    { path: 'c', content: '{}' },
    { path: 'manifest.json', content: JSON.stringify(manifest) },
  ]);
  const { components } = await inventoryOf(tar, (pieces) => {
    kept++;
    return keep(pieces);
  });
  assert.equal(components.length, 1);
  assert.equal(kept, 1);
});

test('a layer that lies over itself hides nothing', async () => {
  const tree = emptyTree(wholeRoom());
  const content = bytesInMemory(tarOf(system));
  for (const digest of ['first', 'second'])
    await applyLayer(tree, { content, layer: { digest, instruction: undefined } });
  const [, status] = treeFiles(tree.root, '').files;
  assert.equal(status?.layer?.digest, 'first');
  assert.equal(status.hidden, undefined);
});

test('what lies hidden below a file is not listed anew for each link to it', () => {
  const archive = { content: bytesInMemory(Buffer.alloc(1)), layer: undefined };
  let looks = 0;
  const above = (below: FileNode | undefined): FileNode => ({
    kind: 'file',
    archive,
    start: 0,
    bytes: 1,
    executable: false,
    sparse: false,
    get below() {
      looks++;
      return below;
    },
  });
  const file = above(above(above(undefined)));
  const links = Array.from({ length: 50 }, (_, at) => [`${at}`, { kind: 'link', target: 'f' }] as const);
  const children = new Map<string, TreeNode>([['f', file], ...links]);
  const { files } = treeFiles({ kind: 'folder', children, letters: 0 }, 's.tar!/');
  assert.equal(files.length, 51);
  assert.ok(looks <= 2 * files.length, `${looks} looks`);
  assert.equal([...(files[1]?.hidden ?? [])].length, 2);
});

const full: readonly (readonly [room: Partial<Room>, says: RegExp])[] = [
  [{ layers: 10_000 }, /^it names layers more than the 10000 times that are read$/],
  [{ entries: 3_000_000 }, /^it holds more than the 3000000 files that are read$/],
  [{ letters: 2 ** 28 }, /^the paths of its files have more than the 268435456 characters that are read$/],
];

for (const [room, message] of full)
  test(`the images of an archive share a bound of ${Object.keys(room).join('')}`, async () => {
    const tree = emptyTree({ ...wholeRoom(), ...room });
    const content = bytesInMemory(tarOf(system));
    await assert.rejects(applyLayer(tree, { content, layer: undefined }), { name: 'ImageProblem', message });
  });

test('what one image takes of the room the next no longer has', async () => {
  const room = wholeRoom();
  for (const tree of [emptyTree(room), emptyTree(room)])
    await applyLayer(tree, { content: bytesInMemory(tarOf([{ path: 'a/b' }])), layer: undefined });
  assert.deepEqual(room, { layers: 2, entries: 4, letters: 10 });
});
