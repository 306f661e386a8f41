import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonInPieces } from './json-in-pieces.ts';

const long = Array.from({ length: 401 }, (_, number) => ({ number, text: '"\n  ],\n' }));
const objects: readonly object[] = [
  {},
  { left: undefined },
  { one: 1 },
  { left: undefined, text: 'a\n}', none: [], deep: { list: [1, { two: 2 }] } },
  { 'a: [\n"': long, after: true },
  { before: [], long, longer: [...long, ...long].map(({ number }) => [number, undefined]) },
  { exact: long.slice(0, 200), round: long.slice(0, 400) },
];

test('the pieces are the whole, letter by letter', () => {
  for (const value of objects)
    assert.equal([...jsonInPieces(value)].join(''), `${JSON.stringify(value, undefined, 2)}\n`);
});

test('no piece of a long list is long', () => {
  const longest = Math.max(...[...jsonInPieces({ long })].map(({ length }) => length));
  assert.ok(longest < JSON.stringify({ long }, undefined, 2).length / 2 + 100, `${longest}`);
});
