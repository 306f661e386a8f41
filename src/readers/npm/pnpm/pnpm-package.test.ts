import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pnpmComponent, withoutPeers } from './pnpm-package.ts';

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
    const facts = pnpmComponent(key, {}, major, { file: 'pnpm-lock.yaml', line: 1 });
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

const at = { file: 'pnpm-lock.yaml', line: 1 };

const commit = '0a'.repeat(20);

const resolutions: readonly (readonly [resolution: object, purl: string, download: string | undefined])[] = [
  [
    { repo: 'https://git.example/a.git', commit },
    `pkg:npm/a@1.0.0?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fa.git%40${commit}`,
    undefined,
  ],
  [
    { repo: 'git@git.example:a.git', commit },
    `pkg:npm/a@1.0.0?vcs_url=git%2Bssh:%2F%2Fgit%40git.example%2Fa.git%40${commit}`,
    undefined,
  ],
  [{ tarball: 'https://u:secret@npm.example/a.tgz?t=1' }, 'pkg:npm/a@1.0.0', 'https://npm.example/a.tgz'],
];

for (const [resolution, purl, download] of resolutions) {
  test(`${JSON.stringify(resolution)} tells where a package is from`, () => {
    const facts = pnpmComponent('a@x', { version: '1.0.0', resolution }, 9, at);
    assert.deepEqual([facts?.purl, facts?.download], [purl, download]);
  });
}

test('a runtime that pnpm installs is no package of npm, whatever its name', () => {
  const variants = [
    { resolution: { url: 'https://node.example/node-v24.4.1-linux-x64.tar.gz', integrity: 'sha256-YWI=' } },
  ];
  const facts = pnpmComponent('node@runtime:24.4.1', { resolution: { variants } }, 9, at);
  assert.deepEqual(
    [facts?.purl, facts?.type, facts?.hashes],
    [
      'pkg:generic/node@24.4.1',
      'generic',
      [{ algorithm: 'sha256', value: '6162', of: 'node-v24.4.1-linux-x64.tar.gz' }],
    ],
  );
});
