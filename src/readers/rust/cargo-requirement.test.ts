import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsCargoRequirement } from './cargo-requirement.ts';

const cases: readonly (readonly [requirement: string, fits: readonly string[], differs: readonly string[]])[] = [
  ['1.2.3', ['1.2.3', '1.9.0'], ['1.2.2', '2.0.0', '0.9.0']],
  ['^1', ['1.0.0', '1.9.9'], ['0.9.0', '2.0.0']],
  ['0.3.1', ['0.3.1', '0.3.9'], ['0.3.0', '0.4.0', '1.3.1']],
  ['0.0.3', ['0.0.3'], ['0.0.4', '0.1.3']],
  ['0.0', ['0.0.1', '0.0.9'], ['0.1.0']],
  ['0', ['0.1.0', '0.9.9'], ['1.0.0']],
  ['~1.2.3', ['1.2.3', '1.2.9'], ['1.2.2', '1.3.0']],
  ['~1', ['1.0.0', '1.9.0'], ['2.0.0']],
  ['=1.2', ['1.2.0', '1.2.9'], ['1.3.0']],
  ['= 1.2.3', ['1.2.3'], ['1.2.4']],
  ['=1.0.0-rc.1', ['1.0.0-rc.1'], ['1.0.0', '1.0.0-rc.2']],
  ['>=1.2, <1.5', ['1.2.0', '1.4.9'], ['1.1.9', '1.5.0']],
  ['> 1.2', ['1.3.0', '2.0.0'], ['1.2.9']],
  ['<=1.2', ['1.2.9', '1.1.0'], ['1.3.0']],
  ['1.*', ['1.0.0', '1.9.0'], ['2.0.0']],
  ['0.*', ['0.1.0', '0.9.0'], ['1.0.0']],
  ['*', ['0.1.0', '9.0.0'], []],
  ['no requirement', ['1.0.0'], []],
];

for (const [requirement, fitting, differing] of cases) {
  test(`${requirement} is ${fitting.join(', ')} and not ${differing.join(', ') || 'anything else'}`, () => {
    for (const version of fitting) assert.ok(fitsCargoRequirement(version, requirement), version);
    for (const version of differing) assert.ok(!fitsCargoRequirement(version, requirement), version);
  });
}
