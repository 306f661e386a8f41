import assert from 'node:assert/strict';
import { test } from 'node:test';
import { python } from './python.ts';

const cases: readonly (readonly [code: string, module: string, names: readonly string[] | undefined])[] = [
  ['from scipy import ndimage, signal as s', 'scipy', ['ndimage', 'signal']],
  ['from scipy import (\n  ndimage,\n)', 'scipy', ['ndimage']],
  ['from scipy.ndimage import zoom', 'scipy.ndimage', ['zoom']],
  ['from scipy import *', 'scipy', undefined],
  ['import scipy', 'scipy', undefined],
  ['from google.cloud import storage', 'google.cloud.storage', undefined],
];
for (const [code, module, names] of cases) {
  test(`"${code}" takes ${names?.join(' and ') ?? 'the whole'} out of ${module}`, () => {
    const [found] = python.find(code).imports;
    assert.deepEqual([found?.module, found?.names], [module, names]);
  });
}
