import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { supportOf } from './support-of.ts';

const product = {
  product: 'ladle',
  title: 'Ladle',
  packages: [],
  cycles: ['3.1', '3.12', '3', '2.0-lts', '12'].map((cycle) => ({ cycle, endOfLife: `20${cycle}`, latest: undefined })),
};

const cases: readonly (readonly [string, string | undefined])[] = [
  ['3.12.4', '3.12'],
  ['3.12', '3.12'],
  ['3.1.9', '3.1'],
  ['3.13.0', '3'],
  ['v3.1.0', '3.1'],
  ['1:3.12.4-1+deb12u1', '3.12'],
  ['3.12-rc1', '3.12'],
  ['3.12rc1', '3'],
  ['2.0', undefined],
  ['30.1', undefined],
  ['123', undefined],
];

for (const [version, cycle] of cases)
  test(`${version} belongs to ${cycle ?? 'no line of versions that is listed'}`, () => {
    const purl = `pkg:generic/ladle@${version.replaceAll(':', '%3A').replaceAll('+', '%2B')}`;
    const told = supportOf(component(purl, { version }), [product]);
    assert.deepEqual(told, [
      { component: purl, product: 'ladle', ...(cycle !== undefined && { cycle, endOfLife: `20${cycle}` }) },
    ]);
  });

test('a package that no list knows has no line at all', () => {
  assert.deepEqual(supportOf(component('pkg:npm/ladle@1.0.0'), []), []);
});
