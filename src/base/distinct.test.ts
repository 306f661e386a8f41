import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distinct } from './distinct.ts';

const lists: readonly (readonly [given: readonly string[], expected: readonly string[]])[] = [
  [[], []],
  [['b'], ['b']],
  [
    ['b', 'a', 'b'],
    ['a', 'b'],
  ],
  [
    ['é', 'z', 'Z'],
    ['Z', 'z', 'é'],
  ],
];

for (const [given, expected] of lists)
  test(`of [${given.join(', ')}] each text is told once, in order`, () => {
    assert.deepEqual(distinct(given), expected);
  });
