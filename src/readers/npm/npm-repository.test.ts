import assert from 'node:assert/strict';
import { test } from 'node:test';
import { npmRepository } from './npm-repository.ts';

const commit = '0a'.repeat(20);

const addresses: readonly (readonly [address: string, vcsUrl: string | undefined])[] = [
  [`git+https://git.example/a/b.git#${commit}`, `git+https://git.example/a/b.git@${commit}`],
  [`git+ssh://git@git.example/a/b.git#${commit}`, `git+ssh://git@git.example/a/b.git@${commit}`],
  [`git@git.example:a/b.git#${commit}`, `git+ssh://git@git.example/a/b.git@${commit}`],
  ['git://git.example/a/b#v1', 'git+git://git.example/a/b@v1'],
  ['ssh://git@git.example/a/b', 'git+ssh://git@git.example/a/b'],
  [`https://git.example/a/b.git#commit=${commit}`, `git+https://git.example/a/b.git@${commit}`],
  [`https://git.example/a/b.git#workspace=c&commit=${commit}`, `git+https://git.example/a/b.git@${commit}`],
  ['github:a/b#v1', 'git+https://github.com/a/b.git@v1'],
  ['gitlab:a/b/c.git#semver:^1.0.0', 'git+https://gitlab.com/a/b/c.git@^1.0.0'],
  [`https://codeload.github.com/a/b/tar.gz/${commit}`, `git+https://github.com/a/b.git@${commit}`],
  ['https://codeload.github.com/a/b/tar.gz/refs/tags/v1#da39', 'git+https://github.com/a/b.git@v1'],
  ['https://user:secret@git.example/a/b.git#v1', 'git+https://git.example/a/b.git@v1'],
  ['https://npm.example/a/-/a-1.0.0.tgz#da39', undefined],
  ['file:../a', undefined],
  ['', undefined],
];

for (const [address, vcsUrl] of addresses) {
  test(`${address || 'nothing'} leads to ${vcsUrl ?? 'no repository'}`, () =>
    assert.equal(npmRepository(address)?.vcsUrl, vcsUrl));
}
