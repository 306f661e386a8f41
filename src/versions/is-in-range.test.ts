import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseVers } from '../base/packages/vers.ts';
import { isInRange } from './is-in-range.ts';

const answers: readonly (readonly [range: string, inside: readonly string[], outside: readonly string[]])[] = [
  ['vers:pypi/<=1.3.0|3.0.0', ['1.0.0', '1.3.0', '3.0', '0a1'], ['1.3.1', '2.0.0', '3.0.1']],
  ['vers:pypi/>0.0.2', ['0.0.3', '1'], ['0.0.2', '0.0.1', '0.0.2a1']],
  ['vers:npm/>=1.0.0|<2.0.0', ['1.0.0', '1.9.9', '2.0.0-rc.1'], ['0.9.0', '2.0.0', '1.0.0-rc.1']],
  ['vers:npm/>=1.0.0|!=1.2.0|<2.0.0|>=3.0.0', ['1.0.0', '1.1.0', '3.0.0', '9.0.0'], ['1.2.0', '2.0.0', '2.5.0']],
  ['vers:npm/<1.0.0|>2.0.0', ['0.9.0', '2.0.1'], ['1.0.0', '1.5.0', '2.0.0']],
  ['vers:npm/>=3.0.0|2.0.3', ['2.0.3', '3.0.0'], ['2.0.2', '2.9.0']],
  ['vers:npm/!=1.0.0', ['0.9.0', '1.0.1'], ['1.0.0']],
  ['vers:npm/1.0.0|1.0.2', ['1.0.0', '1.0.2'], ['1.0.1']],
  ['vers:npm/*', ['1.0.0', 'anything'], []],
  ['vers:deb/>=1:2.3|<1:2.4-1~bpo1', ['1:2.3-1'], ['2.3', '1:2.4-1~bpo1', '1:2.4-1']],
  ['vers:maven/<2.0', ['2.0-beta9', '2.0-rc1'], ['2.0', '2', '2.0.1']],
];

for (const [text, inside, outside] of answers) {
  test(`${text} holds ${inside.join(', ')}${outside.length === 0 ? '' : `, not ${outside.join(', ')}`}`, () => {
    const range = parseVers(text);
    assert.ok('type' in range);
    assert.deepEqual(
      inside.map((version) => isInRange(range, version)),
      inside.map(() => true),
    );
    assert.deepEqual(
      outside.map((version) => isInRange(range, version)),
      outside.map(() => false),
    );
  });
}

for (const [text, version] of [
  ['vers:unheard-of/<1.0', '0.9'],
  ['vers:npm/<latest', '0.9.0'],
  ['vers:npm/<1.0.0', 'latest'],
  ['vers:pypi/<5.0', 'main'],
  ['vers:pypi/<5.0', '>=2.2'],
  ['vers:maven/<5.0', 'unspecified'],
  ['vers:maven/<5.0', '[1.0,2.0)'],
  ['vers:composer/<8.0', 'dev-main'],
  ['vers:composer/<8.0', '7.x-dev'],
] as const) {
  test(`nobody knows whether ${version} is in ${text}`, () => {
    const range = parseVers(text);
    assert.ok('type' in range);
    assert.equal(isInRange(range, version), undefined);
  });
}
