import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readMatchSpec } from './match-spec.ts';

const specs: readonly (readonly [text: string, says: string])[] = [
  ['numpy', 'numpy *'],
  ['NumPy', 'numpy *'],
  ['numpy=1.26', 'numpy =1.26'],
  ['numpy=1.26.*', 'numpy =1.26.*'],
  ['numpy==1.26.4', 'numpy is 1.26.4'],
  ['numpy 1.26.4', 'numpy is 1.26.4'],
  ['numpy=1.26.4=py311h64a7726_0', 'numpy is 1.26.4 py311h64a7726_0'],
  ['numpy 1.26.4 py311h64a7726_0', 'numpy is 1.26.4 py311h64a7726_0'],
  ['numpy=1.26.4=py311*', 'numpy =1.26.4=py311*'],
  ['numpy>=1.24,<2', 'numpy >=1.24,<2'],
  ['numpy >=1.24', 'numpy >=1.24'],
  ['numpy 1.24|1.25', 'numpy 1.24|1.25'],
  ['numpy!=1.25', 'numpy !=1.25'],
  ['conda-forge::numpy==1.26.4', 'conda-forge numpy is 1.26.4'],
  ['conda-forge/linux-64::numpy', 'conda-forge linux-64 numpy *'],
  ['https://conda.example/t/secret/device/noarch::numpy', 'device noarch numpy *'],
  ['pytorch/label/nightly::numpy', 'pytorch/label/nightly numpy *'],
  ["numpy[version='1.26.4']", 'numpy is 1.26.4'],
  ["numpy[version='>=1.26']", 'numpy >=1.26'],
  ['numpy[version="1.26.*",channel=conda-forge,subdir=linux-64]', 'conda-forge linux-64 numpy 1.26.*'],
  ['numpy[version=1.26.4,build=py311h64a7726_0]', 'numpy is 1.26.4 py311h64a7726_0'],
  ['ruamel.yaml.clib=0.2.8=py311h66e93f0_1', 'ruamel.yaml.clib is 0.2.8 py311h66e93f0_1'],
  ['_libgcc_mutex=0.1=main', '_libgcc_mutex is 0.1 main'],
  ['numpy=1.26.4=py311h64a7726_0 # why', 'numpy is 1.26.4 py311h64a7726_0'],
  ['', 'nothing'],
  ['>=1.2', 'nothing'],
  ['-e .', 'nothing'],
  [`a${'=1'.repeat(1000)}`, 'nothing'],
];

for (const [text, says] of specs) {
  test(`${text.slice(0, 60)} says ${says}`, () => {
    const spec = readMatchSpec(text);
    if (spec === undefined) return assert.equal('nothing', says);
    const { channel, subdir, name, version, build, pinning } = spec;
    const asked = pinning.kind === 'exact' ? ['is', version, build] : [pinning.asked];
    assert.equal([channel, subdir, name, ...asked].filter((part) => part !== undefined).join(' '), says);
  });
}

test('what an export of an environment writes is told from what people write', () => {
  const exported = ['numpy=1.26.4=py311h64a7726_0', 'numpy=1.26.4'];
  const typed = ['numpy', 'numpy>=1.26', 'numpy==1.26.4', 'numpy 1.26.4', 'numpy[version=1.26.4]'];
  assert.deepEqual(
    exported.map((text) => readMatchSpec(text)?.isExported),
    [true, true],
  );
  assert.deepEqual(
    typed.map((text) => readMatchSpec(text)?.isExported),
    typed.map(() => false),
  );
});

test('a version is there only when it is exact', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,5}[ =<>!~,.*0-9a-z[\]'|:/]{0,20}$/), (text) => {
      const spec = readMatchSpec(text);
      assert.equal(spec?.version !== undefined, spec?.pinning.kind === 'exact');
    }),
  );
});
