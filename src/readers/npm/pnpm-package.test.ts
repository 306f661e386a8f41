import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pnpmFacts, withoutPeers } from './pnpm-package.ts';

const keys: readonly (readonly [major: number, key: string, name: string | undefined, version: string | undefined])[] =
  [
    [5, '/a/1.0.0', 'a', '1.0.0'],
    [5, '/@s/a/1.0.0-rc.1', '@s/a', '1.0.0-rc.1'],
    [5, '/a/1.0.0_b@2.0.0+@s+c@3.0.0', 'a', '1.0.0'],
    [5, '/a/1.0.0/b@2.0.0', 'a', '1.0.0'],
    [5, '/registry-auth-token/5.1.1', 'registry-auth-token', '5.1.1'],
    [5, 'npm.example/a/1.0.0', 'a', '1.0.0'],
    [5, 'npm.example/@s/a/1.0.0_b@1.0.0', '@s/a', '1.0.0'],
    [5, 'file:a-1.0.0.tgz', undefined, undefined],
    [6, '/a@1.0.0', 'a', '1.0.0'],
    [6, '/@s/a@1.0.0(b@2.0.0(@s/c@3.0.0))(d@4.0.0)', '@s/a', '1.0.0'],
    [6, 'npm.example/@s/a@1.0.0', '@s/a', '1.0.0'],
    [6, 'npm.example/a@1.0.0', 'a', '1.0.0'],
    [9, 'a@1.0.0', 'a', '1.0.0'],
    [9, '@s/a@1.0.0+build.1', '@s/a', '1.0.0+build.1'],
    [9, 'a@https://codeload.github.com/x/a/tar.gz/abc', 'a', undefined],
    [9, 'a@git+https://git.example/a.git#abc', 'a', undefined],
    [9, 'a@file:packages/a(b@1.0.0)', 'a', undefined],
    [9, 'a', undefined, undefined],
  ];

for (const [major, key, name, version] of keys) {
  test(`in version ${major} "${key}" is ${name ?? 'nothing'} ${version ?? ''}`, () => {
    const facts = pnpmFacts(key, {}, major, { file: 'pnpm-lock.yaml', line: 1 });
    assert.deepEqual([facts?.name, facts?.version], [name, version]);
  });
}

test('peers are taken off a key as far as their parentheses match', () => {
  assert.equal(withoutPeers('a@1.0.0(b@2.0.0(c@3.0.0))(d@4.0.0)'), 'a@1.0.0');
  assert.equal(withoutPeers('a@1.0.0'), 'a@1.0.0');
  assert.equal(withoutPeers('a)(b)'), 'a)');
  assert.equal(withoutPeers('a)'), 'a)');
  assert.equal(withoutPeers(`a${'('.repeat(9)}${')'.repeat(9)}`), 'a');
});

test('a repository is told by its address and commit, an archive by its own address', () => {
  const at = { file: 'pnpm-lock.yaml', line: 1 };
  const resolved = (resolution: object) => pnpmFacts('a@x', { version: '1.0.0', resolution }, 9, at)?.resolved;
  assert.equal(resolved({ repo: 'https://git.example/a.git', commit: 'abc' }), 'git+https://git.example/a.git#abc');
  assert.equal(resolved({ repo: 'git@git.example:a.git', commit: 'abc' }), 'git@git.example:a.git#abc');
  assert.equal(resolved({ tarball: 'https://npm.example/a.tgz' }), 'https://npm.example/a.tgz');
});
