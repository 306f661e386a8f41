import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNameOf, isCommit, repositoryAt, withoutSecrets } from './package-address.ts';

const addresses: readonly (readonly [address: string, clean: string])[] = [
  ['https://git.example/a.git', 'https://git.example/a.git'],
  ['https://user:secret@git.example/a.git', 'https://git.example/a.git'],
  ['https://secret@git.example/a.git', 'https://git.example/a.git'],
  ['https://us@er:secret@git.example/a', 'https://git.example/a'],
  ['ssh://git@git.example/a.git', 'ssh://git@git.example/a.git'],
  ['ssh://git:secret@git.example/a.git', 'ssh://git.example/a.git'],
  ['https://x.example/a.whl?token=secret#sha256=00', 'https://x.example/a.whl'],
  ['https://x.example/@scope/a.whl', 'https://x.example/@scope/a.whl'],
  ['../wheels/a.whl', '../wheels/a.whl'],
];

for (const [address, clean] of addresses) {
  test(`${address} is shown as ${clean}`, () => assert.equal(withoutSecrets(address), clean));
}

test('the name of an archive is the last part of its address, unescaped', () => {
  assert.equal(
    fileNameOf('https://x.example/torch-2.4.1%2Bcpu-py3-none-any.whl?x=1'),
    'torch-2.4.1+cpu-py3-none-any.whl',
  );
  assert.equal(fileNameOf('wheels\\six.whl'), 'six.whl');
  assert.equal(fileNameOf('https://x.example/100%.zip'), '100%.zip');
});

test('only a whole commit is a commit', () => {
  assert.ok(isCommit('96f36da8e049a58f458632dbae9505eaaebda755'));
  assert.ok(isCommit('a'.repeat(64)));
  assert.ok(!isCommit('96f36da'));
  assert.ok(!isCommit('main'));
});

test('a repository without a state is named without one', () => {
  assert.deepEqual(repositoryAt('git', 'https://u:p@git.example/a', undefined, 'py'), {
    address: 'https://git.example/a',
    vcsUrl: 'git+https://git.example/a#py',
    commit: undefined,
  });
});
