import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { salvage } from './salvage.ts';

const schema = z.strictObject({ name: z.string(), size: z.number().optional(), tags: z.array(z.string()).optional() });

const cases: readonly { readonly value: unknown; readonly kept: unknown; readonly refused: readonly string[] }[] = [
  { value: { name: 'a', size: 1 }, kept: { name: 'a', size: 1 }, refused: [] },
  { value: { name: 'a', size: 'big' }, kept: { name: 'a' }, refused: ['size'] },
  { value: { name: 'a', size: 1, tags: ['x', 2] }, kept: { name: 'a', size: 1 }, refused: ['tags.1'] },
  { value: { name: 'a', colour: 'red' }, kept: { name: 'a' }, refused: [''] },
  { value: { name: 7, size: 1 }, kept: undefined, refused: ['name'] },
  { value: {}, kept: undefined, refused: ['name'] },
  { value: 'a', kept: undefined, refused: [''] },
  { value: undefined, kept: undefined, refused: [''] },
  { value: ['a'], kept: undefined, refused: [''] },
];

for (const { value, kept, refused } of cases) {
  test(`of ${JSON.stringify(value)} is kept ${JSON.stringify(kept)}`, () => {
    const salvaged = salvage(schema, value);
    assert.deepEqual(salvaged.value, kept);
    assert.deepEqual(
      salvaged.problems.map(({ keyPath }) => keyPath.join('.')),
      refused,
    );
  });
}
