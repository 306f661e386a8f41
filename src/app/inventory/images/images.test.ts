import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { memoryHost } from '../../../../test/memory-host.ts';
import {
  digestOf,
  dockerSave,
  ociLayout,
  tarOf,
  type SampleLayer,
  type TarItem,
} from '../../../../test/sample-image.ts';
import type { Inventory } from '../../../model/inventory/inventory.ts';
import { takeInventory, type SaidOfFiles } from '../take-inventory.ts';

const osRelease: TarItem = { path: 'etc/os-release', content: 'ID=debian\nVERSION_ID="12"\n' };

function status(...packages: readonly string[]): TarItem {
  const paragraphs = packages.map((one) => {
    const [name, version] = one.split('@');
    return `Package: ${name}\nStatus: install ok installed\nArchitecture: amd64\nVersion: ${version}\n`;
  });
  return { path: 'var/lib/dpkg/status', content: paragraphs.join('\n') };
}

function python(name: string, version: string, site = 'opt/site-packages'): TarItem {
  return { path: `${site}/${name}-${version}.dist-info/METADATA`, content: `Name: ${name}\nVersion: ${version}\n` };
}

const base: SampleLayer = { items: [osRelease, status('zlib1g@1:1.2.13')], instruction: 'ADD rootfs.tar.gz /' };
const app: SampleLayer = { items: [python('idna', '3.10')], instruction: 'RUN pip install idna' };

async function inventoryOf(files: Record<string, string | Uint8Array>, said: SaidOfFiles = {}): Promise<Inventory> {
  return takeInventory(memoryHost(files), said);
}

function purls({ components }: Inventory): string[] {
  return components.map(({ purl }) => purl.replace(/\?.*/, ''));
}

function within(folder: string, files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${folder}/${path}`, bytes]));
}

const wanted = ['pkg:deb/debian/zlib1g@1:1.2.13', 'pkg:pypi/idna@3.10'];

const forms: readonly (readonly [what: string, files: Record<string, Uint8Array>, named: string | undefined])[] = [
  ['docker save', { 'service.tar': dockerSave({ 'service:1.0': [base, app] }) }, undefined],
  ['docker save, packed', { 'service.tar.gz': gzipSync(dockerSave({ 'service:1.0': [base, app] })) }, 'service.tar.gz'],
  ['docker save, packed with zstd', { 'service.img': zstdCompressSync(dockerSave({ s: [base, app] })) }, 'service.img'],
  ['an OCI layout', within('service', ociLayout([base, app])), undefined],
  [
    'an OCI layout of gzip layers',
    within('service', ociLayout([base, app].map((one) => ({ ...one, packing: 'gzip' })))),
    undefined,
  ],
  [
    'an OCI layout of zstd layers',
    within('service', ociLayout([base, app].map((one) => ({ ...one, packing: 'zstd' })))),
    undefined,
  ],
  [
    'an OCI layout in a tar',
    { 'service.tar': tarOf(Object.entries(ociLayout([base, app])).map(([path, content]) => ({ path, content }))) },
    undefined,
  ],
  ['the tar of a root file system', { 'rootfs.tar': tarOf([...base.items, ...app.items]) }, undefined],
  [
    'the folder of a root file system',
    within(
      'rootfs',
      Object.fromEntries([...base.items, ...app.items].map(({ path, content }) => [path, Buffer.from(content ?? '')])),
    ),
    undefined,
  ],
];

for (const [what, files, named] of forms)
  test(`the same packages are found in ${what}`, async () => {
    const inventory = await inventoryOf(files, named === undefined ? {} : { images: [named] });
    assert.deepEqual(purls(inventory), wanted);
    assert.deepEqual(inventory.diagnostics, []);
  });

test('each component has its place in the image and the layer that brought it', async () => {
  const { components, files } = await inventoryOf({ 'images/service.tar': dockerSave({ s: [base, app] }) });
  assert.deepEqual(
    components.map(({ foundAt }) => foundAt),
    [
      [
        {
          file: 'images/service.tar!/var/lib/dpkg/status',
          line: 1,
          layer: { digest: digestOf(tarOf(base.items)), instruction: 'ADD rootfs.tar.gz /' },
        },
      ],
      [
        {
          file: 'images/service.tar!/opt/site-packages/idna-3.10.dist-info/METADATA',
          line: 1,
          layer: { digest: digestOf(tarOf(app.items)), instruction: 'RUN pip install idna' },
        },
      ],
    ],
  );
  assert.deepEqual(
    files.map(({ path, reader }) => `${path} ${reader}`),
    [
      'images/service.tar image',
      'images/service.tar!/opt/site-packages/idna-3.10.dist-info/METADATA python-dist-info',
      'images/service.tar!/var/lib/dpkg/status dpkg',
    ],
  );
});

test('a database that a later layer wrote anew counts, and each package has the layer that brought it', async () => {
  const upgrade = { items: [status('zlib1g@1:1.2.13', 'curl@8.1')], instruction: 'RUN apt-get install curl' };
  const again = { items: [status('zlib1g@1:1.2.13', 'curl@8.2')], instruction: 'RUN apt-get upgrade' };
  const inventory = await inventoryOf({ 's.tar': dockerSave({ s: [base, upgrade, again] }) });
  assert.deepEqual(
    inventory.components.map(({ name, version, foundAt }) => [name, version, foundAt[0]?.layer?.instruction]),
    [
      ['curl', '8.2', 'RUN apt-get upgrade'],
      ['zlib1g', '1:1.2.13', 'ADD rootfs.tar.gz /'],
    ],
  );
});

const removals: readonly (readonly [what: string, items: readonly TarItem[], left: readonly string[]])[] = [
  ['a whiteout of a file', [{ path: 'opt/site-packages/idna-3.10.dist-info/.wh.METADATA' }], ['six']],
  ['a whiteout of a folder', [{ path: 'opt/.wh.site-packages' }], []],
  ['an opaque folder', [{ path: 'opt/site-packages/.wh..wh..opq' }], []],
  [
    'an opaque folder behind what its own layer puts there',
    [python('new', '1.0'), { path: 'opt/site-packages/.wh..wh..opq' }],
    ['new'],
  ],
  ['a file in the place of a folder', [{ path: 'opt', content: 'x' }], []],
  ['a whiteout of what is not there', [{ path: 'nowhere/.wh.x' }, { path: 'etc/os-release/.wh.x' }], ['idna', 'six']],
  ['a whiteout of what looks like an archive', [{ path: 'opt/.wh.app.jar' }], ['idna', 'six']],
  ['a mark of aufs', [{ path: '.wh..wh.plnk' }], ['idna', 'six']],
];

for (const [what, items, left] of removals)
  test(`${what} in a later layer: what is left is ${left.join(' and ') || 'nothing'}`, async () => {
    const lower = { items: [...base.items, python('idna', '3.10'), python('six', '1.16')] };
    const { components, diagnostics } = await inventoryOf({ 's.tar': dockerSave({ s: [lower, { items }] }) });
    assert.deepEqual(
      components.filter(({ type }) => type === 'pypi').map(({ name }) => name),
      left,
    );
    assert.deepEqual(diagnostics, []);
  });

test('links are followed inside of the image and never out of it', async () => {
  const items: readonly TarItem[] = [
    { path: 'usr/lib/os-release', content: 'ID=debian\nVERSION_ID="12"\n' },
    { path: 'etc/os-release', type: '2', target: '../../../../usr/lib/os-release' },
    { path: 'var/lib', type: '2', target: '/data' },
    { ...status('curl@8.1'), path: 'data/dpkg/status' },
    { path: 'opt/x-1.0.dist-info/METADATA', type: '2', target: '/a' },
    { path: 'a', type: '2', target: 'b' },
    { path: 'b', type: '2', target: 'a' },
  ];
  const inventory = await inventoryOf({ 's.tar': dockerSave({ s: [{ items }, { items: [status('curl@8.2')] }] }) });
  assert.deepEqual(purls(inventory), ['pkg:deb/debian/curl@8.2']);
  assert.deepEqual(
    inventory.diagnostics.map(({ message }) => message),
    ['s.tar!/opt/x-1.0.dist-info/METADATA was not read: it is a link to nowhere'],
  );
});

test('a hard link is the file that it leads to', async () => {
  const items: readonly TarItem[] = [
    osRelease,
    { ...status('curl@8.1'), path: 'var/lib/dpkg/status-old' },
    { path: 'var/lib/dpkg/status', type: '1', target: 'var/lib/dpkg/status-old' },
  ];
  assert.deepEqual(purls(await inventoryOf({ 's.tar': dockerSave({ s: [{ items }] }) })), ['pkg:deb/debian/curl@8.1']);
});

test('what dpkg installed is not listed twice, whichever way its path is written', async () => {
  const items: readonly TarItem[] = [
    ...base.items,
    python('yaml', '6.0', 'usr/lib/python3/dist-packages'),
    { path: 'lib/node_modules/ms/package.json', content: '{ "name": "ms", "version": "2.1.3" }' },
    { path: 'usr/lib/node_modules/own/package.json', content: '{ "name": "own", "version": "1.0.0" }' },
    {
      path: 'var/lib/dpkg/info/python3-yaml.list',
      content:
        '/.\n/usr/lib/python3/dist-packages/yaml-6.0.dist-info/METADATA\n/usr/lib/node_modules/ms/package.json\n',
    },
  ];
  const { components, files } = await inventoryOf({ 's.tar': dockerSave({ s: [{ items }] }) });
  assert.deepEqual(
    components.map(({ name }) => name),
    ['zlib1g', 'own'],
  );
  assert.deepEqual(
    files.filter(({ status: state }) => state === 'skipped').map(({ reason }) => reason),
    [
      'it belongs to a package of the system, which is listed',
      'it belongs to a package of the system, which is listed',
    ],
  );
});

test('a lockfile in an image tells what was asked for, not what is there', async () => {
  const lock: TarItem = { path: 'app/requirements.txt', content: 'numpy==2.1.3\n' };
  const { components, files } = await inventoryOf({ 's.tar': dockerSave({ s: [{ items: [...base.items, lock] }] }) });
  assert.deepEqual(
    components.map(({ name }) => name),
    ['zlib1g'],
  );
  assert.ok(files.some(({ path, status: state }) => path === 's.tar!/app/requirements.txt' && state === 'skipped'));
});

test('several images in one file stand apart', async () => {
  const inventory = await inventoryOf({
    'all.tar': dockerSave({ 'a/b:1': [base], 'c:2': [{ items: [osRelease, ...app.items] }] }),
  });
  assert.deepEqual(
    inventory.components.map(({ foundAt }) => foundAt[0]?.file),
    ['all.tar!a-b:1!/var/lib/dpkg/status', 'all.tar!c:2!/opt/site-packages/idna-3.10.dist-info/METADATA'],
  );
});

const whole = dockerSave({ s: [base, app] });
const layout = ociLayout([{ ...base, packing: 'gzip' }, app]);
const blobs = Object.keys(layout).filter((path) => path.startsWith('blobs/'));
const packedBlob = blobs.find((path) => layout[path]?.[0] === 0x1f) ?? '';

const damaged: readonly (readonly [what: string, files: Record<string, Uint8Array>, says: RegExp])[] = [
  ['cut off', { 's.tar': whole.subarray(0, 2000) }, /^s\.tar cannot be read: it ends in the middle of an entry$/],
  [
    'without a layer that it names',
    within('s', without(layout, packedBlob)),
    /its layer "blobs\/.*" cannot be read: it is not there$/,
  ],
  [
    'with a layer that is cut off',
    within('s', { ...layout, [packedBlob]: layout[packedBlob]?.subarray(0, 90) ?? Buffer.alloc(0) }),
    /^s\/index\.json cannot be read: its layer "blobs\/.*" cannot be read: it is no whole gzip file$/,
  ],
  [
    'with an index that is none',
    within('s', { ...layout, 'index.json': Buffer.from('{"manifests":1}') }),
    /"index\.json" is wrong at "manifests"/,
  ],
  [
    'with an index that is no JSON',
    within('s', { ...layout, 'index.json': Buffer.from('{') }),
    /"index\.json" is no JSON/,
  ],
];

for (const [what, files, says] of damaged)
  test(`an image ${what} is told, and nothing of it is taken`, async () => {
    const { components, diagnostics, files: rows } = await inventoryOf(files);
    assert.deepEqual(components, []);
    assert.equal(diagnostics.length, 1);
    assert.match(diagnostics[0]?.message ?? '', says);
    assert.deepEqual(
      rows.map(({ status: state }) => state),
      ['not-understood'],
    );
  });

function without(files: Record<string, Buffer>, path: string): Record<string, Buffer> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

test('a layer that does not match its digest is told', async () => {
  const changed = gzipSync(tarOf([osRelease, status('curl@6.6.6')]));
  const { diagnostics } = await inventoryOf(within('s', { ...layout, [packedBlob]: changed }));
  assert.deepEqual(
    diagnostics.map(({ severity, message }) => [severity, message.replace(/blobs[^"]*/, 'B').replace(/….*?"/, '"')]),
    [['error', 'the layer "B" of s/index.json does not match its digest: it was changed or damaged']],
  );
});

test('entries that lead out of the image are left out and told, once for each kind', async () => {
  const items: readonly TarItem[] = [
    ...base.items,
    { path: '../../escape/METADATA', content: 'x' },
    { path: 'a/../../b', content: 'x' },
    { path: 'c', type: '1', target: '../../etc/passwd' },
    { path: 'd', type: '1', target: 'nothing' },
    { path: `${'e/'.repeat(3000)}f`, content: 'x' },
    { path: 'round', type: '2', target: 'round' },
    { path: 'round/x', content: 'x' },
  ];
  const inventory = await inventoryOf({ 's.tar': dockerSave({ s: [{ items }] }) });
  assert.deepEqual(purls(inventory), ['pkg:deb/debian/zlib1g@1:1.2.13']);
  assert.deepEqual(
    inventory.diagnostics.map(({ message }) => message.slice(0, 75)),
    [
      '3 entries of s.tar left out: a name or hard link that leads out of the image'.slice(0, 75),
      'one entry of s.tar left out: a path longer than any system allows, such as '.slice(0, 75),
      'one entry of s.tar left out: a hard link to what is not there, such as "d"'.slice(0, 75),
      'one entry of s.tar left out: a path behind links that lead in a circle, or deeper than any'.slice(0, 75),
    ],
  );
});

test('an archive that is no image is passed over, unless somebody says that it is one', async () => {
  const data = tarOf([{ path: 'a.txt', content: 'x'.repeat(5000) }]);
  const files = { 'data.tar': data, 'cut.tar': data.subarray(0, 2000), 'none.tar': Buffer.from('no archive') };
  assert.deepEqual((await inventoryOf(files)).files, []);
  const { diagnostics } = await inventoryOf(files, { images: ['data.tar'] });
  assert.match(diagnostics[0]?.message ?? '', /^data\.tar cannot be read: it holds no manifest\.json of docker save/);
});

test('an image that the device ignores is left alone', async () => {
  const inventory = await inventoryOf({ 'old/s.tar': whole.subarray(0, 2000) }, { ignore: ['old/**'] });
  assert.deepEqual(inventory, { components: [], files: [], diagnostics: [] });
});

test('an image in which nothing is known is an error, not an empty list', async () => {
  const { diagnostics } = await inventoryOf({
    's.tar': dockerSave({ s: [{ items: [{ path: 'app', content: 'x' }] }] }),
  });
  assert.deepEqual(
    diagnostics.map(({ rule, severity, place }) => [rule, severity, place]),
    [['reading/empty', 'error', { file: 's.tar' }]],
  );
});

const databases: readonly (readonly [what: string, items: readonly TarItem[]])[] = [
  [
    'apk',
    [
      {
        path: 'lib/apk/db/installed',
        content: 'P:py3-yaml\nV:6.0-r0\nA:x86_64\nF:usr/lib/site-packages/yaml-6.0.dist-info\nR:METADATA\n\n',
      },
    ],
  ],
  [
    'opkg',
    [
      { path: 'usr/lib/opkg/status', content: 'Package: yaml\nVersion: 6.0\nStatus: install user installed\n' },
      { path: 'usr/lib/opkg/info/yaml.list', content: '/usr/lib/site-packages/yaml-6.0.dist-info/METADATA\n' },
    ],
  ],
  [
    'pacman',
    [
      { path: 'var/lib/pacman/local/yaml-6.0-1/desc', content: '%NAME%\nyaml\n\n%VERSION%\n6.0-1\n\n' },
      {
        path: 'var/lib/pacman/local/yaml-6.0-1/files',
        content: '%FILES%\nusr/\nusr/lib/site-packages/yaml-6.0.dist-info/METADATA\n\n%BACKUP%\n',
      },
    ],
  ],
];

for (const [what, items] of databases)
  test(`what ${what} installed is not listed twice, and what others did is`, async () => {
    const python6 = python('yaml', '6.0', 'usr/lib/site-packages');
    const own = python('own', '1.0', 'usr/lib/site-packages');
    const { components } = await inventoryOf({
      's.tar': dockerSave({ s: [{ items: [osRelease, ...items, python6, own] }] }),
    });
    assert.deepEqual(
      components.filter(({ type }) => type === 'pypi').map(({ name }) => name),
      ['own'],
    );
    assert.equal(components.length, 2);
  });
