import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meetsRange } from './meets-range.ts';

const cases: readonly (readonly [type: string, range: string, version: string, expected: boolean | undefined])[] = [
  ['pypi', '>=3.9, <4', '3.11.2', true],
  ['pypi', '>=3.9,<3.10', '3.10.0', false],
  ['pypi', '>=3.9', '3.10', true],
  ['npm', '>=2.0.0', '10.0.0', true],
  ['npm', '<2.0.0', '2.0.0-rc.1', true],
  ['npm', '!= 2.1.0', '2.1.0', false],
  ['npm', '= 2.1.0', '2.1.0', true],
  ['deb', '>=1:2', '2.36-9', false],
  ['generic', '>=12', '12.5', true],
  ['npm', '>=2.0.0', 'latest', undefined],
  ['npm', '<1.0.0, >=two', '3.0.0', false],
  ['unknown-type', '>=1', '2', undefined],
  ['npm', 'what', '2', undefined],
];

for (const [type, range, version, expected] of cases)
  test(`${version} of ${type} ${expected === undefined ? 'cannot be compared with' : expected ? 'keeps' : 'breaks'} ${range}`, () => {
    assert.equal(meetsRange(type, range, version), expected);
  });
