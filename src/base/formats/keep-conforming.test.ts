import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { keepConforming } from './keep-conforming.ts';
import { checkSchema } from './schema.ts';

const schema = z.object({
  id: z.string(),
  title: z.string().optional(),
  notes: z.array(z.object({ text: z.string(), score: z.object({ vector: z.string() }).optional() })).optional(),
});

const sound = { text: 'a' };

for (const [what, value, left] of [
  ['an optional key goes alone', { id: 'x', title: 7, notes: [sound] }, { id: 'x', notes: [sound] }],
  [
    'an element goes with the key that it has to have',
    { id: 'x', notes: [{ text: 7 }, sound] },
    { id: 'x', notes: [sound] },
  ],
  [
    'an element stays without an optional part',
    { id: 'x', notes: [{ text: 'a', score: { vector: 7 } }] },
    { id: 'x', notes: [sound] },
  ],
  ['a list that is none goes', { id: 'x', notes: 'a' }, { id: 'x' }],
  ['several elements of a list go', { id: 'x', notes: [7, sound, {}, { text: 1 }] }, { id: 'x', notes: [sound] }],
  ['without what it has to have nothing is left', { title: 'a' }, undefined],
  ['what is no object leaves nothing', [], undefined],
] as const)
  test(what, () => {
    const checked = checkSchema(schema, value);
    assert.ok(!checked.ok);
    assert.deepEqual(keepConforming(schema, value, checked.problems), left);
  });

test('a substitute stands in for what has to be there, missing or not', () => {
  for (const value of [{ title: 'a' }, { id: 7, title: 'a' }]) {
    const checked = checkSchema(schema, value);
    assert.ok(!checked.ok);
    const left = keepConforming(schema, value, checked.problems, new Map([['id', 'unknown']]));
    assert.deepEqual(left, { id: 'unknown', title: 'a' });
  }
});

test('a key that shares its name with what every object has is not taken for it', () => {
  const named = z.object({ id: z.string(), constructor: z.string() });
  const value = { id: 'x' };
  const checked = checkSchema(named, value);
  assert.ok(!checked.ok);
  assert.equal(keepConforming(named, value, checked.problems), undefined);
});
