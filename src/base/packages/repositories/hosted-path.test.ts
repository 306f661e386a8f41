import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostedPath } from './hosted-path.ts';

const cases: readonly (readonly [location: string, address: string | undefined])[] = [
  ['https://github.com/apple/swift-log.git', 'github.com/apple/swift-log'],
  ['https://github.com/apple/swift-log', 'github.com/apple/swift-log'],
  ['https://user:secret@GitHub.com/Apple/swift-log/', 'github.com/Apple/swift-log'],
  ['git@github.com:apple/swift-log.git', 'github.com/apple/swift-log'],
  ['ssh://git@git.example:7999/team/a/b.git', 'git.example/team/a/b'],
  ['https://git.example/a.b', 'git.example/a.b'],
  ['/Users/me/swift-log', undefined],
  ['../swift-log', undefined],
  ['file:///Users/me/swift-log', undefined],
  ['C:\\work\\swift-log', undefined],
  ['https://git.example/', undefined],
  ['', undefined],
];

for (const [location, address] of cases) {
  test(`${location || 'nothing'} is ${address ?? 'no address'}`, () => assert.equal(hostedPath(location), address));
}
