import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLocator, splitDescriptor } from './yarn-locator.ts';

const plain = { archive: undefined, patch: undefined, isPatched: false };

const locators: readonly (readonly [resolution: string, means: object])[] = [
  ['a@npm:1.0.0', { ...plain, name: 'a', kind: 'npm', rest: '1.0.0' }],
  ['@s/a@npm:1.0.0', { ...plain, name: '@s/a', kind: 'npm', rest: '1.0.0' }],
  [
    'a@npm:1.0.0::__archiveUrl=https%3A%2F%2Fnpm.example%2Fa.tgz',
    { ...plain, name: 'a', kind: 'npm', rest: '1.0.0', archive: 'https://npm.example/a.tgz' },
  ],
  ['@s/a@workspace:packages/a', { ...plain, name: '@s/a', kind: 'workspace', rest: 'packages/a' }],
  ['a@virtual:0f0f#npm:1.0.0', { ...plain, name: 'a', kind: 'npm', rest: '1.0.0' }],
  ['a@link:./a::locator=b%40workspace%3A.', { ...plain, name: 'a', kind: 'folder', rest: './a' }],
  ['a@portal:../a::locator=b%40workspace%3A.', { ...plain, name: 'a', kind: 'folder', rest: '../a' }],
  ['a@file:./a#./a::hash=0f&locator=b%40workspace%3A.', { ...plain, name: 'a', kind: 'folder', rest: './a#./a' }],
  ['a@file:a-1.0.0.tgz::locator=b', { ...plain, name: 'a', kind: 'address', rest: 'file:a-1.0.0.tgz' }],
  [
    'a@https://git.example/a.git#commit=0f0f',
    { ...plain, name: 'a', kind: 'address', rest: 'https://git.example/a.git#commit=0f0f' },
  ],
  [
    'a@patch:a@npm%3A1.0.0#optional!builtin<compat/a>::version=1.0.0&hash=0f',
    { ...plain, name: 'a', kind: 'npm', rest: '1.0.0', isPatched: true },
  ],
  [
    'a@patch:a@npm%3A1.0.0#~builtin<compat/a>::version=1.0.0&hash=0f',
    { ...plain, name: 'a', kind: 'npm', rest: '1.0.0', isPatched: true },
  ],
  [
    'a@patch:@s/b@npm%3A1.0.0#~/.yarn/patches/b.patch::version=1.0.0&hash=0f',
    { ...plain, name: '@s/b', kind: 'npm', rest: '1.0.0', patch: '~/.yarn/patches/b.patch', isPatched: true },
  ],
  [
    'a@patch:a@patch%3Aa@npm%253A1.0.0%23.%2Fx.patch#builtin<compat/a>::version=1.0.0',
    { ...plain, name: 'a', kind: 'npm', rest: '1.0.0', patch: './x.patch', isPatched: true },
  ],
  ['a@patch:%E0%A4%A#x', { ...plain, name: '%E0%A4%A', kind: 'address', rest: '', patch: 'x', isPatched: true }],
  ['a', { ...plain, name: 'a', kind: 'address', rest: '' }],
];

for (const [resolution, means] of locators) {
  test(`${resolution} is understood`, () => assert.deepEqual(parseLocator(resolution), means));
}

test('a descriptor is split behind its name, and what yarn binds to it is left out', () => {
  assert.deepEqual(splitDescriptor('@s/a@npm:^1.0.0'), ['@s/a', 'npm:^1.0.0']);
  assert.deepEqual(splitDescriptor('a@backstage:^::backstage=1.0.0&npm=2.0.0'), ['a', 'backstage:^']);
  assert.deepEqual(splitDescriptor('a'), ['a', '']);
});
