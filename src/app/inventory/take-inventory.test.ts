import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import type { Host, ListedFile, Unlisted } from '../host.ts';
import { takeInventory } from './take-inventory.ts';

const lockfile = 'requirements.txt';

/** A host whose disk lists other things than it holds. */
function hostThatLists(
  listed: { readonly files?: readonly ListedFile[]; readonly unlisted?: readonly Unlisted[] },
  held: Readonly<Record<string, string | Uint8Array>> = {},
): Host {
  const host = memoryHost(held);
  const list = () => Promise.resolve({ files: [], unlisted: [], ...listed });
  return { ...host, files: { ...host.files, list } };
}

const refused: readonly (readonly [
  what: string,
  bytes: number,
  content: string | Uint8Array | undefined,
  why: string,
])[] = [
  ['of 100 MiB', 100 * 2 ** 20, 'numpy==2.1.3\n', 'it has 100 MiB, more than the 32 MiB that are read'],
  ['that vanishes', 10, undefined, 'it was removed while the folder was read'],
  ['of other bytes than text', 10, Uint8Array.of(0xff, 0xfd, 0, 1), 'it is not UTF-8 text'],
  ['with zero bytes', 10, 'numpy\0==1', 'it is not UTF-8 text'],
  [
    'of more packages than any product has',
    10,
    'a==1\n'.repeat(100_001),
    'it lists 100001 packages, more than the 100000 that are read',
  ],
];

for (const [what, bytes, content, why] of refused) {
  test(`a file ${what} is told as not understood, and nothing of it is taken`, async () => {
    const files = [{ path: lockfile, bytes }];
    const host = hostThatLists({ files }, content === undefined ? {} : { [lockfile]: content });
    const inventory = await takeInventory(host);
    assert.deepEqual(inventory.components, []);
    assert.equal(inventory.files[0]?.status, 'not-understood');
    assert.deepEqual(
      inventory.diagnostics.map(({ rule, severity, message, place }) => ({ rule, severity, message, place })),
      [
        {
          rule: 'reading/syntax',
          severity: 'error',
          message: `${lockfile} cannot be read: ${why}`,
          place: { file: lockfile },
        },
      ],
    );
  });
}

const unlisted: readonly (readonly [what: string, one: Unlisted, status: string, severity: string | undefined])[] = [
  ['copies of packages', { path: 'node_modules/', kind: 'elsewhere', reason: 'r' }, 'skipped', undefined],
  [
    'a lockfile behind a link that leads out',
    { path: `a/${lockfile}`, kind: 'outside', reason: 'r' },
    'not-understood',
    'error',
  ],
  [
    'an input without a reader behind such a link',
    { path: 'yarn.lock', kind: 'outside', reason: 'r' },
    'not-understood',
    'error',
  ],
  ['a folder behind such a link', { path: 'shared/', kind: 'outside', reason: 'r' }, 'skipped', 'warning'],
  ['another file behind such a link', { path: 'notes.md', kind: 'outside', reason: 'r' }, 'skipped', undefined],
  ['a folder that may not be read', { path: 'closed/', kind: 'unreadable', reason: 'r' }, 'not-understood', 'error'],
  ['a lockfile that is none', { path: lockfile, kind: 'unreadable', reason: 'r' }, 'not-understood', 'error'],
  ['a socket', { path: 'server.sock', kind: 'unreadable', reason: 'r' }, 'skipped', undefined],
];

for (const [what, one, status, severity] of unlisted) {
  test(`${what}: ${status}, ${severity ?? 'nothing said'}`, async () => {
    const inventory = await takeInventory(hostThatLists({ unlisted: [one] }));
    assert.deepEqual(
      inventory.files.map(({ path, reason, status: said }) => [path, reason, said]),
      [[one.path, 'r', status]],
    );
    assert.deepEqual(
      inventory.diagnostics.map((diagnostic) => [diagnostic.rule, diagnostic.severity, diagnostic.place]),
      severity === undefined ? [] : [['reading/unreachable', severity, { file: one.path }]],
    );
  });
}

for (const glob of ['closed', 'closed/**', '**'])
  test(`what the device ignores as ${glob} is not asked for`, async () => {
    const closed: Unlisted = { path: 'closed/', kind: 'unreadable', reason: 'r' };
    const inventory = await takeInventory(hostThatLists({ unlisted: [closed] }), { ignore: [glob] });
    assert.deepEqual(inventory.diagnostics, []);
    assert.equal(inventory.files[0]?.status, 'skipped');
  });

test('the binary lockfile of bun is told as not understood, with the way to one that is', async () => {
  const { files, diagnostics } = await takeInventory(memoryHost({ 'app/bun.lockb': Uint8Array.of(0xff, 0) }));
  assert.deepEqual(
    files.map(({ path, status }) => [path, status]),
    [['app/bun.lockb', 'not-understood']],
  );
  assert.match(diagnostics[0]?.help ?? '', /bun install --save-text-lockfile/);
});

test('a CMake file counts as an input only when it fetches something, and an ignored one too', async () => {
  const fetching = 'FetchContent_Declare(fmt GIT_REPOSITORY https://github.com/fmtlib/fmt GIT_TAG 10.2.1)\n';
  const host = memoryHost({
    'CMakeLists.txt': 'add_subdirectory(src)\n',
    'src/CMakeLists.txt': fetching,
    'broken.cmake': 'FetchContent_Declare(fmt\n',
    'old/CMakeLists.txt': fetching,
    'old/empty/CMakeLists.txt': 'add_library(a a.cpp)\n',
  });
  const { files, components } = await takeInventory(host, { ignore: ['old/**'] });
  assert.deepEqual(
    files.map(({ path, status }) => [path, status]),
    [
      ['broken.cmake', 'not-understood'],
      ['old/CMakeLists.txt', 'skipped'],
      ['src/CMakeLists.txt', 'read'],
    ],
  );
  assert.equal(components.length, 1);
});

test('a CMake file that cannot be read is told, and one that git ignores is not', async () => {
  const unlisted: readonly Unlisted[] = [
    { path: 'a/CMakeLists.txt', kind: 'unreadable', reason: 'r' },
    { path: 'b/CMakeLists.txt', kind: 'ignored', reason: 'r' },
  ];
  const { files } = await takeInventory(hostThatLists({ unlisted }));
  assert.deepEqual(
    files.map(({ path, status }) => [path, status]),
    [['a/CMakeLists.txt', 'not-understood']],
  );
});

test('a jar that lies in a repository is read, and that of a wrapper is nothing of the product', async () => {
  const jar = readFileSync(
    new URL('../../readers/jvm/fixtures/java-archive/embedded-pom/usr/lib/stax2-api-4.2.2.jar', import.meta.url),
  );
  const host = memoryHost({
    'lib/stax2-api.jar': jar,
    'lib/broken.jar': jar.subarray(0, 900),
    'gradle/wrapper/gradle-wrapper.jar': jar,
  });
  const { components, files } = await takeInventory(host);
  assert.deepEqual(
    components.map(({ purl, scope, foundAt }) => [purl, scope, foundAt[0]?.file]),
    [['pkg:maven/org.codehaus.woodstox/stax2-api@4.2.2', 'unknown', 'lib/stax2-api.jar']],
  );
  assert.deepEqual(
    files.map(({ path, status }) => `${status} ${path}`),
    ['not-understood lib/broken.jar', 'read lib/stax2-api.jar'],
  );
});

test('a lockfile that holds nothing is told', async () => {
  const { diagnostics } = await takeInventory(memoryHost({ [lockfile]: '# nothing yet\n' }));
  assert.deepEqual(
    diagnostics.map(({ severity, message }) => [severity, message]),
    [['note', `${lockfile} holds no component`]],
  );
});

test('in the folder of a root file system counts what is installed; beside it what is asked for', async () => {
  const { components } = await takeInventory(
    memoryHost({
      'rootfs/etc/os-release': 'ID=debian\n',
      'rootfs/app/requirements.txt': 'numpy==2.1.3\n',
      'rootfs/app/node_modules/ms/package.json': '{ "name": "ms", "version": "2.1.3" }',
      'node_modules/debug/package.json': '{ "name": "debug", "version": "4.4.0" }',
      'requirements.txt': 'idna==3.10\n',
    }),
  );
  assert.deepEqual(
    components.map(({ purl }) => purl),
    ['pkg:npm/ms@2.1.3', 'pkg:pypi/idna@3.10'],
  );
});

for (const path of ['flake.lock', 'a/paket.lock', 'thing.lock', 'thing-lock.json', 'x/thing.lock.yml']) {
  test(`${path} looks like a lockfile, and is told as not understood`, async () => {
    const { files, diagnostics } = await takeInventory(memoryHost({ [path]: '{}' }));
    assert.deepEqual(
      files.map((file) => `${file.path} ${file.status}`),
      [`${path} not-understood`],
    );
    assert.equal(diagnostics[0]?.rule, 'reading/no-reader');
  });
}

test('the locks that Tureen writes are no inputs', async () => {
  const { files } = await takeInventory(
    memoryHost({ 'soup/anomalies.lock.json': '{}', 'a/soup/metadata.lock.json': '{}' }),
  );
  assert.deepEqual(files, []);
});

const sbomOf = (product: string, tool: string) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: tool }] },
      component: { type: 'application', name: product },
    },
    components: [{ type: 'library', name: 'gone', version: '1.0.0', purl: 'pkg:npm/gone@1.0.0' }],
  });

const sboms = [
  ['of the device, by Tureen', 'DermaScan', 'tureen', 'skipped'],
  ['of another product, by Tureen', 'Viewer kit', 'tureen', 'read'],
  ['of the device, by another tool', 'DermaScan', 'syft', 'read'],
] as const;

for (const [what, product, tool, status] of sboms)
  test(`an SBOM ${what} is ${status}`, async () => {
    const host = memoryHost({ 'sbom.cdx.json': sbomOf(product, tool), [lockfile]: 'numpy==2.1.3\n' });
    const { files, components } = await takeInventory(host, { device: 'DermaScan' });
    assert.equal(files.find(({ path }) => path === 'sbom.cdx.json')?.status, status);
    assert.equal(
      components.some(({ name }) => name === 'gone'),
      status === 'read',
    );
  });

const ownSbom = 'sbom.cdx.json';

for (const [what, locked, said, told, isRead] of [
  ['what the other files list, too, is not told', 'gone==1.0.0\n', {}, [], false],
  ['what no other file lists is told, and not lost in silence', 'numpy==2.1.3\n', {}, [ownSbom], false],
  ['a person may say that it is an input', 'numpy==2.1.3\n', { include: [ownSbom] }, [], true],
  ['a person may say that it does not count', 'numpy==2.1.3\n', { ignore: [ownSbom] }, [], false],
] as const)
  test(`of an SBOM of the device that Tureen wrote ${what}`, async () => {
    const files = { [ownSbom]: sbomOf('DermaScan', 'tureen').replace('pkg:npm', 'pkg:pypi'), [lockfile]: locked };
    const { components, diagnostics } = await takeInventory(memoryHost(files), { device: 'DermaScan', ...said });
    const doubts = diagnostics.filter(({ rule }) => rule === 'reading/own-sbom');
    assert.deepEqual(
      doubts.map(({ place, message }) => [place.file, message.endsWith('lists pkg:pypi/gone@1.0.0')]),
      told.map((file) => [file, true]),
    );
    assert.equal(
      components.some(({ foundAt }) => foundAt.some(({ file }) => file === ownSbom)),
      isRead,
    );
  });

test('a second tureen.yaml below is told, unless its folder is ignored', async () => {
  const host = memoryHost({
    'app/tureen.yaml': 'device: { name: B, manufacturer: M }\n',
    [lockfile]: 'numpy==2.1.3\n',
  });
  const told = async (ignore: readonly string[]) =>
    (await takeInventory(host, { ignore })).diagnostics.map(({ rule, place }) => `${rule} ${place.file}`);
  assert.deepEqual(await told([]), ['reading/other-device app/tureen.yaml']);
  assert.deepEqual(await told(['app/**']), []);
});
