import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { outlandish } from './outlandish.ts';

const nested = (open: string, close: string, levels: number) => `${open.repeat(levels)}${close.repeat(levels)}`;

const texts: readonly (readonly [what: string, text: string, expected: string | undefined])[] = [
  ['500 levels of lists', nested('[', ']', 500), undefined],
  ['501 levels of lists', nested('[', ']', 501), 'it is nested more than 500 levels deep'],
  ['100,000 levels of lists', nested('[', ']', 100_000), 'it is nested more than 500 levels deep'],
  ['a wide list', JSON.stringify(Array.from({ length: 200_000 }, () => ({}))), undefined],
  ['a key __proto__', '{"a":[{"__proto__":{}}]}', 'it holds the key "__proto__"'],
  ['a key __proto__ in disguise', String.raw`{"\u005f_proto__":1}`, 'it holds the key "__proto__"'],
  ['a text __proto__', '{"a":"__proto__"}', undefined],
  ['keys that every object answers to', '{"constructor":1,"toString":{}}', undefined],
];

for (const [what, text, expected] of texts) {
  test(`${what}: ${expected ?? 'nothing outlandish'}`, () =>
    assert.equal(outlandish(JSON.parse(text), text), expected));
}

test('no usual value is outlandish', () => {
  const usual = fc.json().filter((text) => !text.includes('__proto__'));
  fc.assert(fc.property(usual, (text) => assert.equal(outlandish(JSON.parse(text), text), undefined)));
});
