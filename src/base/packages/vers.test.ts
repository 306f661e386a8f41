import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatVers, parseVers, type VersConstraint } from './vers.ts';

const ranges: readonly (readonly [string, string])[] = [
  ['vers:npm/>=1.0.0|<2.0.0', 'npm: >=1.0.0 <2.0.0'],
  ['vers:npm/1.0.0', 'npm: =1.0.0'],
  ['vers:pypi/*', 'pypi: *'],
  ['vers:deb/<1:2.3-4%2Bdeb12u1', 'deb: <1:2.3-4+deb12u1'],
  ['vers:npm/1.0%252F0', 'npm: =1.0%2F0'],
  ['vers:pypi/0.0.2|!=0.0.6|<=0.0.1|>3', 'pypi: =0.0.2 !=0.0.6 <=0.0.1 >3'],
];

for (const [text, shown] of ranges) {
  test(`${text} is read and written`, () => {
    const range = parseVers(text);
    assert.ok('type' in range);
    const constraints = range.constraints.map(({ comparator, version }) => `${comparator}${version}`);
    assert.equal(`${range.type}: ${constraints.join(' ')}`, shown);
    assert.equal(formatVers(range), text);
  });
}

const refused: readonly (readonly [string, RegExp])[] = [
  ['', /does not begin with vers:/],
  ['npm/>=1.0.0', /does not begin with vers:/],
  ['vers:npm', /does not begin with vers:/],
  ['vers:npm/', /does not begin with vers:/],
  ['vers:NPM/1.0', /does not begin with vers:/],
  ['vers:npm/>=1.0.0| <2.0.0', /holds a blank/],
  ['vers:npm/|>=1.0.0', /a constraint has no version/],
  ['vers:npm/>=1.0.0|', /a constraint has no version/],
  ['vers:npm/>=', /a constraint has no version/],
  ['vers:npm/>=1.0.0|*', /"\*" is no constraint/],
  ['vers:npm/=>1.0', /"=>1.0" is no constraint/],
  ['vers:npm/1.0%2G0', /is not escaped as it should be/],
  ['vers:npm/1.0%ff', /is not escaped as it should be/],
];

for (const [text, problem] of refused) {
  test(`"${text}" is no range`, () => {
    const range = parseVers(text);
    assert.ok('problem' in range);
    assert.match(range.problem, problem);
  });
}

test('whatever is written is read as it was', () => {
  const constraint = fc.record({
    comparator: fc.constantFrom<VersConstraint['comparator'][]>('=', '!=', '<', '<=', '>', '>='),
    version: fc.string({ unit: 'grapheme', minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(constraint, { minLength: 1 }), (constraints) => {
      const range = { type: 'npm', constraints: constraints.map((one) => ({ ...one })) };
      assert.deepEqual(parseVers(formatVers(range)), range);
    }),
  );
});
