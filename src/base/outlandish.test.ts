import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { outlandish } from './outlandish.ts';

const nested = (open: string, close: string, levels: number): unknown =>
  JSON.parse(`${open.repeat(levels)}${close.repeat(levels)}`);

const values: readonly (readonly [what: string, value: unknown, expected: string | undefined])[] = [
  ['500 levels of lists', nested('[', ']', 500), undefined],
  ['501 levels of lists', nested('[', ']', 501), 'it is nested more than 500 levels deep'],
  ['100,000 levels of lists', nested('[', ']', 100_000), 'it is nested more than 500 levels deep'],
  ['a wide list', Array.from({ length: 200_000 }, () => ({})), undefined],
  ['a key __proto__', JSON.parse('{"a":[{"__proto__":{}}]}'), 'it holds the key "__proto__"'],
  ['keys that every object answers to', JSON.parse('{"constructor":1,"toString":{}}'), undefined],
];

for (const [what, value, expected] of values) {
  test(`${what}: ${expected ?? 'nothing outlandish'}`, () => assert.equal(outlandish(value), expected));
}

test('no usual value is outlandish', () => {
  const usual = fc.json().filter((text) => !text.includes('__proto__'));
  fc.assert(fc.property(usual, (text) => assert.equal(outlandish(JSON.parse(text)), undefined)));
});
