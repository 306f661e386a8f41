import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVersion } from './maven-version.ts';

const versions: readonly (readonly [string, string | undefined, string])[] = [
  ['2.0.16', '2.0.16', 'exact'],
  ['33.2.1-jre', '33.2.1-jre', 'exact'],
  ['[1.0]', '1.0', 'exact'],
  ['1.0-SNAPSHOT', '1.0-SNAPSHOT', 'mutable 1.0-SNAPSHOT'],
  ['1.0-20240501.101010-3', '1.0-20240501.101010-3', 'exact'],
  ['LATEST', undefined, 'mutable LATEST'],
  ['RELEASE', undefined, 'mutable RELEASE'],
  ['[1.0,2.0)', undefined, 'range [1.0,2.0)'],
  ['(,1.0],[1.2,)', undefined, 'range (,1.0],[1.2,)'],
  ['[1.0],[1.2]', undefined, 'range [1.0],[1.2]'],
  ['', undefined, 'range *'],
];

for (const [text, version, pinning] of versions) {
  test(`the version ${JSON.stringify(text)} is ${pinning}`, () => {
    const read = readVersion({ text, known: true });
    const { kind } = read.pinning;
    assert.deepEqual([read.version, kind === 'exact' ? kind : `${kind} ${read.pinning.asked}`], [version, pinning]);
  });
}

test('a version with a property that nobody sets is what was asked for', () => {
  assert.deepEqual(readVersion({ text: '${a}.1', known: false }), {
    version: undefined,
    pinning: { kind: 'range', asked: '${a}.1' },
  });
});
