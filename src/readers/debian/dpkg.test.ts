import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dpkg } from './dpkg.ts';

test('companions are sought in the same root file system', () => {
  assert.deepEqual(dpkg.companions?.(new Map(), 'image/var/lib/dpkg/status', []), [
    'image/etc/os-release',
    'image/usr/lib/os-release',
    'image/var/lib/apt/extended_states',
  ]);
});

test('a file of status.d asks for the files of what it needs, and for nothing outside of its folder', () => {
  const path = 'var/lib/dpkg/status.d/openssl';
  const text = 'Package: openssl\nVersion: 3\nDepends: libc6 (>= 2.34), libssl3 | ../../etc/shadow\n';
  assert.deepEqual(dpkg.companions?.(new Map([[path, text]]), path, []), [
    'etc/os-release',
    'usr/lib/os-release',
    'var/lib/dpkg/status.d/openssl.md5sums',
    'usr/share/doc/openssl/copyright',
    'var/lib/dpkg/status.d/libc6',
    'var/lib/dpkg/status.d/libssl3',
  ]);
});

test('a package whose name leads elsewhere has no copyright file', () => {
  const path = 'var/lib/dpkg/status';
  const text = 'Package: ../../../etc/shadow\nVersion: 3\n';
  assert.ok((dpkg.companions?.(new Map([[path, text]]), path, []) ?? []).every((one) => !one.includes('..')));
});

test('the files that packages installed are told, by the lists beside the database', () => {
  const path = 'rootfs/var/lib/dpkg/status';
  const list = 'rootfs/var/lib/dpkg/info/libc6:amd64.list';
  const tree = ['rootfs/var/lib/dpkg/info/libc6:amd64.list', 'rootfs/var/lib/dpkg/info/libc6:amd64.md5sums', path];
  const text = 'Package: libc6\nVersion: 2\n';
  const companions = new Map([
    [path, text],
    [list, '/.\n/lib/libc.so.6\n'],
  ]);
  assert.ok(dpkg.companions?.(companions, path, tree).includes(list));
  assert.deepEqual(dpkg.read({ path, text, companions }).owns, ['rootfs/.', 'rootfs/lib/libc.so.6']);
});

type Needs = { readonly needs: string; readonly present: string; readonly edge: string | undefined };

const installed = 'Status: install ok installed\nVersion: 1\nArchitecture: ';
const cases: readonly Needs[] = [
  { needs: 'b (>= 2) | c', present: `Package: c\n${installed}amd64\n`, edge: 'c@1?arch=amd64' },
  {
    needs: 'b | c',
    present: `Package: c\n${installed}amd64\n\nPackage: b\n${installed}all\n`,
    edge: 'b@1?arch=all',
  },
  { needs: 'virtual', present: `Package: b\nProvides: x, virtual (= 3)\n${installed}all\n`, edge: 'b@1?arch=all' },
  {
    needs: 'b',
    present: `Package: b\n${installed}i386\n\nPackage: b\n${installed}amd64\n`,
    edge: 'b@1?arch=amd64',
  },
  {
    needs: 'b:i386',
    present: `Package: b\n${installed}amd64\n\nPackage: b\n${installed}i386\n`,
    edge: 'b@1?arch=i386',
  },
  { needs: 'b:any', present: `Package: b\n${installed}i386\n`, edge: 'b@1?arch=i386' },
  { needs: 'b', present: 'Package: b\nStatus: deinstall ok config-files\nVersion: 1\n', edge: undefined },
];

for (const { needs, present, edge } of cases) {
  test(`a package that needs "${needs}" is met by ${edge ?? 'nothing'} among ${JSON.stringify(present)}`, () => {
    const text = `Package: a\nDepends: ${needs}\n${installed}amd64\n\n${present}`;
    const companions = new Map([['etc/os-release', 'ID=debian\n']]);
    const { components, graph, diagnostics } = dpkg.read({ path: 'var/lib/dpkg/status', text, companions });
    assert.deepEqual(components[0]?.dependsOn, edge === undefined ? [] : [`pkg:deb/debian/${edge}&distro=debian`]);
    assert.equal(graph, edge === undefined ? 'partial' : 'complete');
    assert.equal(diagnostics.length, edge === undefined ? 1 : 0);
  });
}

test('what is odd in one paragraph is told at its line, and the rest is read', () => {
  const text =
    'Version: 1\n\nPackage: a\nStatus: install ok installed\n\nPackage: b\nVersion: 2\n\nPackage: c\nStatus: purge ok not-installed\n';
  const { components, diagnostics } = dpkg.read({ path: 'var/lib/dpkg/status', text, companions: new Map() });
  assert.deepEqual(
    components.map(({ name, version, pinning, source }) => ({ name, version, pinning: pinning.kind, source })),
    [
      { name: 'a', version: undefined, pinning: 'range', source: undefined },
      { name: 'b', version: '2', pinning: 'exact', source: { name: 'b', version: '2' } },
    ],
  );
  assert.deepEqual(
    diagnostics.map(({ place }) => ('line' in place ? place.line : 0)),
    [0, 1, 3, 6],
  );
});

test('an account of apt that cannot be read leaves every relation unknown, and says so', () => {
  const { components, diagnostics } = dpkg.read({
    path: 'var/lib/dpkg/status',
    text: `Package: a\n${installed}all\n`,
    companions: new Map([
      ['etc/os-release', 'ID=debian\n'],
      ['var/lib/apt/extended_states', 'Package: a\nAuto-Inst'],
    ]),
  });
  assert.equal(components[0]?.relation, 'unknown');
  assert.deepEqual(
    diagnostics.map(({ place }) => place),
    [{ file: 'var/lib/apt/extended_states', line: 2 }],
  );
});
