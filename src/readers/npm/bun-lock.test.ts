import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bunLock } from './bun-lock.ts';

const read = (packages: object, workspaces: object = { '': { name: 'app' } }, lockfileVersion = 1) =>
  bunLock.read({
    path: 'bun.lock',
    text: JSON.stringify({ lockfileVersion, workspaces, packages }, undefined, 1),
    companions: new Map(),
  });

const commit = '0a'.repeat(20);

const tuples: readonly (readonly [
  what: string,
  tuple: readonly unknown[],
  purl: string,
  download: string | undefined,
])[] = [
  ['the registry', ['@s/a@1.0.0', '', {}, 'sha512-YWI='], 'pkg:npm/%40s/a@1.0.0', undefined],
  [
    'another registry',
    ['a@1.0.0', 'https://npm.example/a.tgz', {}, ''],
    'pkg:npm/a@1.0.0',
    'https://npm.example/a.tgz',
  ],
  ['an address', ['a@https://files.example/a-1.0.0.tgz', {}], 'pkg:npm/a@1.0.0', 'https://files.example/a-1.0.0.tgz'],
  ['an address without version', ['a@https://files.example/a.tgz', {}], 'pkg:npm/a', 'https://files.example/a.tgz'],
  [
    'a repository',
    [`a@git+ssh://git@git.example/a.git#${commit}`, {}, commit],
    `pkg:npm/a@${commit}?vcs_url=git%2Bssh:%2F%2Fgit%40git.example%2Fa.git%40${commit}`,
    undefined,
  ],
  [
    'GitHub, by a short commit',
    ['a@github:s/a#0a0a0a0', {}, 's-a-0a0a0a0'],
    'pkg:npm/a?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fs%2Fa.git%400a0a0a0',
    undefined,
  ],
];

for (const [what, tuple, purl, download] of tuples) {
  test(`a package from ${what} is known by what its tuple tells`, () => {
    const found = read({ a: tuple }).components.find(({ firstParty }) => !firstParty);
    assert.deepEqual([found?.purl, found?.download], [purl, download]);
  });
}

test('a name leads to the nearest package of that name', () => {
  const packages = {
    a: ['a@1.0.0', '', { dependencies: { '@s/b': '*', c: '*' } }, ''],
    '@s/b': ['@s/b@1.0.0', '', { dependencies: { c: '*' } }, ''],
    c: ['c@1.0.0', '', {}, ''],
    'a/@s/b': ['@s/b@2.0.0', '', { dependencies: { c: '*' } }, ''],
    'a/c': ['c@2.0.0', '', {}, ''],
    'a/@s/b/c': ['c@3.0.0', '', {}, ''],
  };
  const { components } = read(packages, { '': { name: 'app', dependencies: { a: '*' } } });
  const needs = new Map(components.map(({ purl, dependsOn }) => [purl, dependsOn]));
  assert.deepEqual(needs.get('pkg:npm/app'), ['pkg:npm/a@1.0.0']);
  assert.deepEqual(needs.get('pkg:npm/a@1.0.0'), ['pkg:npm/%40s/b@2.0.0', 'pkg:npm/c@2.0.0']);
  assert.deepEqual(needs.get('pkg:npm/%40s/b@2.0.0'), ['pkg:npm/c@3.0.0']);
  assert.deepEqual(needs.get('pkg:npm/%40s/b@1.0.0'), ['pkg:npm/c@1.0.0']);
});

test('peers are wanted when they are there, and an optional one is optional', () => {
  const packages = {
    a: ['a@1.0.0', '', { peerDependencies: { b: '*', c: '*', gone: '*' }, optionalPeers: ['c'] }, ''],
    b: ['b@1.0.0', '', {}, ''],
    c: ['c@1.0.0', '', {}, ''],
  };
  const workspaces = { '': { dependencies: { a: '*' }, devDependencies: { c: '*', missing: '*' } } };
  const { components, diagnostics } = read(packages, workspaces);
  assert.deepEqual(
    components.map(({ name, scope }) => [name, scope]),
    [
      ['a', 'runtime'],
      ['b', 'runtime'],
      ['c', 'optional'],
    ],
  );
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['the root needs "missing@*", which this lockfile does not hold'],
  );
});

test('a newer version than any that is known is refused', () => {
  const { components, diagnostics } = read({}, {}, 4);
  assert.deepEqual([components, diagnostics.map(({ rule }) => rule)], [[], ['reading/syntax']]);
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void bunLock.read({ path: 'bun.lock', text, companions: new Map() })));
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.array(fc.jsonValue())), (packages) => void read(packages)));
});
