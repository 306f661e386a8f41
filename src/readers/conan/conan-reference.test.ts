import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conanComponent, parseReference } from './conan-reference.ts';

const references: readonly (readonly [text: string, purl: string | undefined])[] = [
  ['zlib/1.3.1', 'pkg:conan/zlib@1.3.1'],
  ['zlib/1.3.1@', 'pkg:conan/zlib@1.3.1'],
  ['zlib/1.3.1@_/_#0', 'pkg:conan/zlib@1.3.1'],
  ['zlib/1.3.1#c1df%1795918519.626738', 'pkg:conan/zlib@1.3.1?rrev=c1df'],
  ['gtest/1.14.0@imaging/stable#9a51', 'pkg:conan/gtest@1.14.0?channel=stable&rrev=9a51&user=imaging'],
  ['gtest/1.14.0@imaging', 'pkg:conan/gtest@1.14.0?user=imaging'],
  ['app/2.1.0@_/_:67b2', 'pkg:conan/app@2.1.0'],
  ['png/1.6#f575:594e#ca85', 'pkg:conan/png@1.6?prev=ca85&rrev=f575'],
  ['zlib/[>=1.2 <2]', 'pkg:conan/zlib'],
  ['zlib/[~1.2]@imaging/stable', 'pkg:conan/zlib?channel=stable&user=imaging'],
  ['protobuf/<host_version>', 'pkg:conan/protobuf'],
  ['zlib', undefined],
  ['zlib/', undefined],
  ['/1.0', undefined],
  ['zlib/[>=1.2', undefined],
  ['two words/1.0', undefined],
  ['', undefined],
];

for (const [text, purl] of references) {
  test(`${JSON.stringify(text)} is ${purl ?? 'no reference'}`, () => {
    const reference = parseReference(text);
    assert.equal(reference && conanComponent(reference, { file: 'conan.lock', line: 1 }).purl, purl);
  });
}

test('a range is no version, and is kept as what was asked for', () => {
  const reference = parseReference('zlib/[>=1.2 <2]');
  assert.ok(reference);
  const { version, pinning } = conanComponent(reference, { file: 'conanfile.txt', line: 1 });
  assert.equal(version, undefined);
  assert.deepEqual(pinning, { kind: 'range', asked: '[>=1.2 <2]' });
});
