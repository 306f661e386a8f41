import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { hashCanonical } from './hash-canonical.ts';

const entries = Array.from({ length: 201 }, (_, number) => ({ text: '"\n,', number, list: [{ b: 1, a: [number] }] }));
const values: readonly (readonly [value: object, text: string])[] = [
  [{}, '{}'],
  [{ left: undefined }, '{}'],
  [{ z: 1, a: undefined, b: 'x' }, '{"b":"x","z":1}'],
  [{ b: { d: [1, undefined], c: undefined }, a: [] }, '{"a":[],"b":{"d":[1,null]}}'],
  [
    { list: [{ b: 1, a: { d: 2, c: '"' } }, 3, [{ f: 4, e: 5 }]] },
    '{"list":[{"a":{"c":"\\"","d":2},"b":1},3,[{"e":5,"f":4}]]}',
  ],
];

test('the hash is that of the JSON with all keys in order', () => {
  for (const [value, text] of values) assert.equal(hashCanonical(value), hashOf(text));
  const rows = entries.map(({ number }) => `{"list":[{"a":[${number}],"b":1}],"number":${number},"text":"\\"\\n,"}`);
  for (const count of [100, 101, 200, 201])
    assert.equal(hashCanonical({ long: entries.slice(0, count) }), hashOf(`{"long":[${rows.slice(0, count).join()}]}`));
});

test('the order of keys changes nothing, that of entries does', () => {
  assert.equal(hashCanonical({ a: [{ b: 1, c: 2 }], d: 3 }), hashCanonical({ d: 3, a: [{ c: 2, b: 1 }] }));
  assert.notEqual(hashCanonical({ a: [1, 2] }), hashCanonical({ a: [2, 1] }));
});

function hashOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
