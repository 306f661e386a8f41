import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { z } from 'zod';
import { conforms } from './conforms.ts';

/** What a file says where it has nothing. */
const absent: unknown = JSON.parse('null');

const tree = z.object({
  name: z.string(),
  get inner() {
    return z.record(z.string(), tree).optional();
  },
});

/** Values that a schema takes as they are, values that it refuses, and values that only the schema itself may judge. */
const examples: readonly (readonly [string, z.ZodType, readonly unknown[], readonly unknown[]])[] = [
  ['a text', z.string(), ['', 'a'], [1, undefined, ['a']]],
  ['a number', z.number(), [0, -1.5], [Number.NaN, Number.POSITIVE_INFINITY, '1']],
  ['a flag', z.boolean(), [true, false], [0, 'true']],
  ['one word', z.literal('a'), ['a'], ['b', undefined, ['a']]],
  ['some words', z.enum(['a', 'b']), ['a', 'b'], ['c', 1, 'constructor']],
  ['a text that matches', z.string().regex(/^a/).regex(/b$/), ['ab', 'a-b'], ['a', 'b', 1]],
  ['what may be absent', z.string().optional(), [undefined, 'a'], [1]],
  ['a list', z.array(z.string()), [[], ['a']], [['a', 1], { length: 0 }]],
  ['a map', z.record(z.string(), z.number()), [{}, { a: 1 }], [{ a: 'b' }, [1], new Map()]],
  ['one of two', z.union([z.string(), z.boolean()]), ['a', false], [1]],
  ['an object', z.object({ a: z.string(), b: z.number().optional() }), [{ a: '', c: [] }], [{}, { a: '', b: '' }, []]],
  ['what may be null', z.string().nullish(), [undefined, absent, 'a'], [1]],
  ['a text of some length', z.string().min(2), ['ab', 'abc'], ['', 'a', 1]],
  ['a list of some length', z.array(z.string()).min(1), [['a']], [[], [1], 'a']],
  ['a text of at most some length', z.string().max(2, 'is too long'), ['', 'ab'], ['abc', ['a']]],
  ['a list of at most some length', z.array(z.string()).max(1), [[], ['a']], [['a', 'b'], [1], 'a']],
  ['a refined text', z.string().refine((text) => text !== 'b'), ['a'], ['b', 1]],
  [
    'an object that is refined, of which only the keys that are named count',
    z.object({ a: z.string().optional(), b: z.string().optional() }).refine((one) => Object.keys(one).length === 1),
    [{ a: 'a' }, { b: 'b', c: 1 }],
    [{}, { c: 1 }, { a: 'a', b: 'b' }, { a: 1 }],
  ],
  ['a tree', tree, [{ name: 'a', inner: { b: { name: 'b' } } }], [{ name: 'a', inner: { b: {} } }]],
  ['a test of our own', z.custom((value) => value === 7), [7], [8]],
];

for (const [what, schema, right, wrong] of examples) {
  test(`${what} conforms just when the schema takes it`, () => {
    for (const value of right) assert.ok(conforms(schema, value) && schema.safeParse(value).success);
    for (const value of wrong) assert.ok(!conforms(schema, value) && !schema.safeParse(value).success);
  });
}

/** Each changes what it is given, or asks for more than a kind. */
const thorough: readonly (readonly [string, z.ZodType, unknown])[] = [
  ['a default', z.string().default('a'), 'b'],
  ['a change', z.string().transform((text) => text.length), 'a'],
  ['a text of just some length', z.string().length(1), 'a'],
  ['a text that matches an expression with a memory', z.string().regex(/a/g), 'a'],
  ['a day', z.iso.date(), '2026-11-29'],
  ['a whole number', z.int(), 1],
  ['a refined list', z.array(z.string()).refine((list) => list.length > 0), ['a']],
  ['a text that is looked through', z.string().superRefine(() => undefined), 'a'],
  ['what is replaced where it is wrong', z.string().catch('b'), 1],
  ['known keys alone', z.strictObject({ a: z.string() }), { a: '' }],
  ['keys of a list', z.record(z.enum(['a']), z.string()), { a: '' }],
  ['a number from text', z.coerce.number(), 1],
  ['a key that names the prototype', z.record(z.string(), z.number()), JSON.parse('{"__proto__":1}')],
];

for (const [what, schema, value] of thorough) {
  test(`${what} is left to the schema`, () => {
    assert.ok(!conforms(schema, value));
    assert.ok(schema.safeParse(value).success);
  });
}

test('whatever conforms, the schema takes', () => {
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('', 'a', 1, true, undefined),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('name', 'inner', 'a'), tie('value'), { maxKeys: 3, noNullPrototype: false }),
    ),
  })).value;
  const schemas = examples.map(([, schema]) => schema);
  fc.assert(
    fc.property(fc.constantFrom(...schemas), value, (schema, candidate) => {
      assert.equal(conforms(schema, candidate), schema.safeParse(candidate).success);
    }),
    { numRuns: 500 },
  );
});
