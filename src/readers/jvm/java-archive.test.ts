import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { javaArchive } from './java-archive.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

function jar(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [path, new Uint8Array(Buffer.from(content))])),
    { mtime: '2024-01-01' },
  );
}

function read(files: Files, path = 'app.jar') {
  return javaArchive.read({ path, bytes: jar(files), companions: new Map(), tree: [] });
}

const manifests: readonly (readonly [what: string, manifest: string, purl: string])[] = [
  [
    'a bundle',
    'Bundle-SymbolicName: org.example.a;singleton:=true\nBundle-Version: 1.2.3\n',
    'pkg:generic/org.example.a@1.2.3',
  ],
  ['an implementation', 'Implementation-Title: Thing\nImplementation-Version: 4.5\n', 'pkg:generic/Thing@4.5'],
  ['a name over two lines', 'Implementation-Title: Th\n ing\nImplementation-Version: 4.5\n', 'pkg:generic/Thing@4.5'],
  ['a name without a version', 'Implementation-Title: Thing\n', 'pkg:generic/app'],
  ['a version of one class alone', 'Main-Class: A\n\nName: a/\nImplementation-Version: 4.5\n', 'pkg:generic/app'],
];

for (const [what, manifest, purl] of manifests)
  test(`a manifest with ${what} makes ${purl}`, () => {
    const { components, diagnostics } = read({ 'META-INF/MANIFEST.MF': manifest, 'A.class': 'x' });
    assert.deepEqual(
      components.map((component) => component.purl),
      [purl],
    );
    assert.equal(diagnostics.length, components[0]?.version === undefined ? 1 : 0);
  });

test('of several artefacts the one that the file is named after has the checksum', () => {
  const properties = (name: string) => `groupId=org.example\nartifactId=${name}\nversion=1.0\n`;
  const files = {
    'META-INF/maven/org.example/one/pom.properties': properties('one'),
    'META-INF/maven/org.example/two/pom.properties': properties('two'),
  };
  const { components } = read(files, 'lib/two-1.0.jar');
  assert.deepEqual(
    components.map(({ name, hashes }) => [name, hashes.length]),
    [
      ['org.example:two', 2],
      ['org.example:one', 0],
    ],
  );
});

test('an archive that only holds others is not a component', () => {
  const inner = jar({
    'META-INF/MANIFEST.MF': 'Implementation-Title: in\nImplementation-Version: 1\n',
    'A.class': 'x',
  });
  const { components } = read({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\n', 'lib/in.jar': inner }, 'all.ear');
  assert.deepEqual(
    components.map(({ purl, scopeEvidence }) => [purl, scopeEvidence[0]?.reason]),
    [['pkg:generic/in@1', 'an archive does not tell what uses it (lib/in.jar)']],
  );
});

test('an archive inside that is damaged is told, and the rest is read', () => {
  const { components, diagnostics } = read({
    'META-INF/MANIFEST.MF': 'Implementation-Title: a\nImplementation-Version: 1\n',
    'A.class': 'x',
    'lib/bad.jar': 'no zip',
  });
  assert.equal(components.length, 1);
  assert.match(diagnostics[0]?.message ?? '', /^app\.jar!\/lib\/bad\.jar cannot be read: it is no zip archive/);
});

test('archives that lie in one another without end are refused', () => {
  let bytes = jar({ 'A.class': 'x' });
  for (let depth = 0; depth < 8; depth++) bytes = jar({ 'in.jar': bytes });
  const { diagnostics } = javaArchive.read({ path: 'app.jar', bytes, companions: new Map(), tree: [] });
  assert.ok(diagnostics.some(({ message }) => message.includes('lie in one another more than 4 times')));
});
