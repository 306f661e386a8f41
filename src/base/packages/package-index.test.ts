import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packagePattern } from '../paths/glob.ts';
import { packageIndex } from './package-index.ts';

test('a pattern finds what it matches, each once and sorted, whether or not it begins with a wildcard', () => {
  const find = packageIndex(['pkg:npm/b', 'pkg:npm/%40a/x', 'pkg:npm/a', 'pkg:npm/b', 'pkg:pypi/b']);
  assert.deepEqual(find('pkg:npm/b'), ['pkg:npm/b']);
  assert.deepEqual(find('pkg:npm/c'), []);
  assert.deepEqual(find('pkg:npm/%40a/*'), ['pkg:npm/%40a/x']);
  assert.deepEqual(find('*/b'), ['pkg:npm/b', 'pkg:pypi/b']);
  assert.deepEqual(find('pkg:gem/*'), []);
  assert.deepEqual(find('pkg:pypi/*'), ['pkg:pypi/b']);
});

test('it finds just what the pattern would of each one by itself', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '%'), maxLength: 4 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '%', '*'), maxLength: 5 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), pattern, (packages, asked) => {
      assert.deepEqual(packageIndex(packages)(asked), [...new Set(packages)].filter(packagePattern(asked)).toSorted());
    }),
  );
});
