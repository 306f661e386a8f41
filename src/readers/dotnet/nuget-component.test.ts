import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { contentHash, nugetPinning } from './nuget-component.ts';

const versions: readonly (readonly [string | undefined, string | undefined, string])[] = [
  ['[1.2.3]', '1.2.3', 'exact'],
  ['[ 1.2.3-beta.1 ]', '1.2.3-beta.1', 'exact'],
  ['1.2.3', undefined, '1.2.3'],
  ['[1.2.3, )', undefined, '[1.2.3, )'],
  ['[1.2.3,2.0.0]', undefined, '[1.2.3,2.0.0]'],
  ['4.*', undefined, '4.*'],
  ['[4.*]', undefined, '[4.*]'],
  ['$(Version)', undefined, '$(Version)'],
  ['', undefined, '*'],
  [undefined, undefined, '*'],
];

for (const [asked, version, pinning] of versions) {
  test(`${JSON.stringify(asked)} asks for ${version ?? `any version at ${pinning}`}`, () => {
    const read = nugetPinning(asked);
    assert.deepEqual([read.version, read.pinning.kind === 'exact' ? 'exact' : read.pinning.asked], [version, pinning]);
  });
}

test('a content hash is SHA-512 in base64, with or without its name, and anything else is none', () => {
  const digest = createHash('sha512').update('package').digest();
  const hash = { algorithm: 'sha512', value: digest.toString('hex'), of: 'package without its signature' };
  assert.deepEqual(contentHash(digest.toString('base64')), [hash]);
  assert.deepEqual(contentHash(`sha512-${digest.toString('base64')}`), [hash]);
  for (const text of [undefined, '', 'sha512-', 'abc=']) assert.deepEqual(contentHash(text), []);
});
