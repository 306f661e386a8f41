import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pnpmLock } from './pnpm-lock.ts';

const read = (text: string, companions: Readonly<Record<string, string>> = {}) =>
  pnpmLock.read({ path: 'app/pnpm-lock.yaml', text, companions: new Map(Object.entries(companions)) });

test('the manifests of its workspaces are its companions, in every document', () => {
  const text = `---
lockfileVersion: '9.0'

importers:

  .:
    configDependencies: {}
---
lockfileVersion: '9.0'

importers:

  .: {}

  # a comment
  packages/core:
    dependencies:
      a:
        specifier: 1.0.0
  'tools #lint': {}
  ../outside: {}
  ../../beyond: {}

packages:

  not/one: {}
`;
  assert.deepEqual(pnpmLock.companions?.(new Map([['app/pnpm-lock.yaml', text]]), 'app/pnpm-lock.yaml', []), [
    'app/package.json',
    'app/package.json',
    'app/package.json',
    'app/packages/core/package.json',
    'app/tools #lint/package.json',
    'outside/package.json',
  ]);
});

test('evidence stands on the line of what the product asks for', () => {
  const { components } = read(`lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      a:
        specifier: ^1.0.0
        version: 1.0.0
packages:
  a@1.0.0: {}
  b@2.0.0: {}
snapshots:
  a@1.0.0:
    dependencies:
      b: 2.0.0
  b@2.0.0: {}
`);
  assert.deepEqual(
    components.map(({ purl, foundAt, scopeEvidence }) => [purl, foundAt[0]?.line, scopeEvidence[0]?.at]),
    [
      ['pkg:npm/a@1.0.0', 9, { file: 'app/pnpm-lock.yaml', line: 5 }],
      ['pkg:npm/b@2.0.0', 10, { file: 'app/pnpm-lock.yaml', line: 5 }],
    ],
  );
});

test('what is asked for and not held is told, unless it is optional', () => {
  const { components, diagnostics } = read(`lockfileVersion: 5.4
dependencies:
  a: 1.0.0
  gone: 2.0.0
packages:
  /a/1.0.0:
    resolution: {integrity: sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=}
    dependencies:
      b: 1.0.0
    optionalDependencies:
      c: 1.0.0
  '???':
    resolution: {integrity: sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=}
`);
  assert.deepEqual(
    components.map(({ purl }) => purl),
    ['pkg:npm/a@1.0.0'],
  );
  assert.deepEqual(
    diagnostics.map(({ message, place }) => [message, 'line' in place ? place.line : undefined]),
    [
      ['the key "???" names no package', 12],
      ['the root needs "gone@2.0.0", which this lockfile does not hold', 2],
      ['pkg:npm/a@1.0.0 needs "b@1.0.0", which this lockfile does not hold', 6],
    ],
  );
});

test('a workspace is joined with those that it links to, by its own name', () => {
  const text = `lockfileVersion: '6.0'
importers:
  packages/a:
    dependencies:
      b:
        specifier: workspace:*
        version: link:../b
      elsewhere:
        specifier: link:../../c
        version: link:../../c
  packages/b: {}
`;
  const { components, diagnostics } = read(text, {
    'app/packages/a/package.json': '{ "name": "a", "version": "1.0.0" }',
    'app/packages/b/package.json': '{ "name": "@s/b" }',
  });
  assert.deepEqual(
    components.map(({ purl, firstParty, dependsOn }) => [purl, firstParty, dependsOn]),
    [
      ['pkg:npm/a@1.0.0', true, ['pkg:npm/%40s/b']],
      ['pkg:npm/%40s/b', true, []],
    ],
  );
  assert.deepEqual(diagnostics, []);
});

const refused: readonly (readonly [text: string, message: RegExp])[] = [
  ["lockfileVersion: '10.0'\n", /lockfileVersion is "10.0"; 5 to 9 are understood/],
  ['lockfileVersion: shrinkwrap\n', /lockfileVersion is "shrinkwrap"/],
  ['packages: {}\n', /"lockfileVersion": /],
  ["lockfileVersion: '9.0'\npackages:\n  a@1: {}\n  a@1: {}\n", /the key "a@1" stands twice/],
  ["lockfileVersion: '9.0'\npackages:\n  a@1: text\n", /"packages.a@1": /],
  ['# nothing\n', /its top level: /],
];

for (const [text, message] of refused) {
  test(`${JSON.stringify(text)} is refused`, () => {
    const { components, diagnostics } = read(text);
    assert.deepEqual(components, []);
    assert.deepEqual(new Set(diagnostics.map(({ rule }) => rule)), new Set(['reading/syntax']));
    assert.match(diagnostics[0]?.message ?? '', message);
  });
}

test('no text makes it throw', () => {
  const piece = fc.constantFrom("lockfileVersion: '9.0'", 'importers:', '  .:', 'packages:', '  a@1.0.0: {}', '---');
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => void read(lines.join('\n'))));
});
