import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitTarget } from './target-software.ts';

for (const [target, type, confirmed, fit] of [
  ['*', 'npm', undefined, 'fits'],
  ['-', 'npm', 'node.js', 'fits'],
  ['node.js', 'npm', undefined, 'fits'],
  ['python', 'npm', undefined, 'contradicts'],
  ['python', 'generic', undefined, { onlyWith: 'python' }],
  ['windows', 'npm', undefined, { onlyWith: 'windows' }],
  ['windows', 'npm', 'windows', 'fits'],
  ['windows', 'npm', 'linux', 'contradicts'],
  ['node.js', 'npm', 'linux', 'contradicts'],
] as const)
  test(`an entry for ${target} and a package of ${type}, confirmed for ${confirmed ?? 'nothing'}: ${JSON.stringify(fit)}`, () => {
    assert.deepEqual(fitTarget(target, type, confirmed), fit);
  });
