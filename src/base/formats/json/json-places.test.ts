import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { jsonPlaces, repeatedKeys } from './json-places.ts';

const text = '{\n  "a": [1,\n    { "b\\n": null }],\r\n  "c": "}\\"{", "d": {}\n}\n';

const places: readonly (readonly [keyPath: readonly (string | number)[], place: string])[] = [
  [[], '1:1'],
  [['a'], '2:3'],
  [['a', 0], '2:9'],
  [['a', 1], '3:5'],
  [['a', 1, 'b\n'], '3:7'],
  [['a', 2], '2:3'],
  [['c'], '4:3'],
  [['d'], '4:16'],
  [['d', 'x', 'y'], '4:16'],
  [['__proto__'], '1:1'],
];

for (const [keyPath, place] of places)
  test(`${JSON.stringify(keyPath)} stands at ${place}`, () => {
    const { line, column } = jsonPlaces(text)(keyPath);
    assert.equal(`${line}:${column}`, place);
  });

test('keys that stand twice are found at any depth, in whatever form they are written', () => {
  const twice = '{"a":1,"b":[{"c":1,\n"\\u0063":{"d":1}, "d":2}],"a":[]}';
  assert.deepEqual(
    repeatedKeys(twice, JSON.parse(twice)).map(({ key, at }) => `${key} ${at.line}:${at.column}`),
    ['c 2:1', 'a 2:27'],
  );
  assert.deepEqual(repeatedKeys(text, JSON.parse(text)), []);
});

test('a value that was written as JSON has no key twice, and each of its members stands where it was written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2), (value, space) => {
      const written = JSON.stringify(value, undefined, space);
      assert.deepEqual(repeatedKeys(written, JSON.parse(written)), []);
      if (typeof value !== 'object' || value === null) return;
      const lines = written.split('\n');
      for (const key of Object.keys(value)) {
        const { line, column = 0 } = jsonPlaces(written)([Array.isArray(value) ? Number(key) : key]);
        const member = Array.isArray(value) ? value[Number(key)] : key;
        assert.ok(
          (lines[line - 1] ?? '')
            .slice(column - 1)
            .startsWith(JSON.stringify(member, undefined, space)?.split('\n')[0] ?? ''),
        );
      }
    }),
  );
});
