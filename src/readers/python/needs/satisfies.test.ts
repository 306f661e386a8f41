import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { satisfies } from './satisfies.ts';

const fits: readonly (readonly [specifiers: string, yes: string, no: string])[] = [
  ['', '1.0 2.0rc1', ''],
  ['*', '1.0', ''],
  ['==1.0', '1 1.0 1.0.0 1.0+cpu v1.0', '1.0.1 1.0rc1 1.0.post1'],
  ['==1.0+cpu', '1.0+cpu', '1.0 1.0+cu121'],
  ['===1.0', '1.0', '1.0.0'],
  ['1.0', '1.0 1.0.0', '1.1'],
  ['!=1.0', '1.1', '1.0 1.0.0'],
  ['==1.2.*', '1.2 1.2.9', '1.3 1.20'],
  ['!=1.2.*', '1.3', '1.2.5'],
  ['1.*', '1.9', '2.0'],
  ['>=1.21,<2', '1.21 1.26.4', '1.20 2.0'],
  ['>=1.21 <2', '1.26.4', '2.0'],
  ['>= 1.21, < 2', '1.26.4', '2.0'],
  ['>1.0', '1.0.1 1.1', '1.0'],
  ['<1.0', '0.9 1.0rc1 1.0.dev1', '1.0'],
  ['<=1.0', '0.9 1.0 1.0+cpu', '1.0.1'],
  ['~=1.4.2', '1.4.2 1.4.9', '1.4.1 1.5'],
  ['~=1.4', '1.4 1.9', '2.0 1.3'],
  ['^1.2.3', '1.2.3 1.9', '2.0 1.2.2'],
  ['^0.2.3', '0.2.3 0.2.9', '0.3 1.0'],
  ['^0.0.3', '0.0.3', '0.0.4'],
  ['^0', '0.1 0.9', '1.0'],
  ['~1.2', '1.2 1.2.9', '1.3'],
  ['~1', '1.9', '2.0'],
  ['<1.21 || >=2,<3', '1.20 2.5', '1.21 3.0'],
  ['>=1!2.0', '1!2.1', '3.0'],
  ['>=1.0rc1', '1.0rc1 1.0rc2 1.0', '1.0b9 1.0a1 1.0.dev0'],
  ['>=1.0a', '1.0a0 1.0', '1.0.dev0'],
  ['>=1.0.post1', '1.0.post1 1.0.post2 1.0-2', '1.0 1.0.post1.dev0'],
  ['@ what', '1.0', ''],
  ['>=abc', '1.0', ''],
  ['>=20240101000000000001', '20240101000000000001 20240101000000000002', '20240101000000000000'],
  ['==1.0+local-2', '1.0+local.2 1.0+local.02', '1.0+local.3'],
];

for (const [specifiers, yes, no] of fits) {
  test(`"${specifiers}" takes ${yes || 'nothing'} and leaves ${no || 'nothing'}`, () => {
    const versions = (text: string) => text.split(' ').filter((version) => version !== '');
    for (const version of versions(yes)) assert.ok(satisfies(version, specifiers), version);
    for (const version of versions(no)) assert.ok(!satisfies(version, specifiers), version);
  });
}

test('a version that is none fits everything', () => assert.ok(satisfies('0a1b2c', '>=2')));

test('a bound, its complement and an exact pin agree', () => {
  const version = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
  fc.assert(
    fc.property(version, version, (one, other) => {
      assert.notEqual(satisfies(one, `>=${other}`), satisfies(one, `<${other}`));
      assert.notEqual(satisfies(one, `==${other}`), satisfies(one, `!=${other}`));
      assert.equal(satisfies(one, `==${other}`), satisfies(one, `>=${other},<=${other}`));
    }),
  );
});
