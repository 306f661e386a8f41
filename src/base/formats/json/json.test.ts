import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { KeyPath } from '../../../model/place.ts';
import { parseJson } from './json.ts';

test('keys of objects and places in lists lead to their lines', () => {
  const json = parseJson('{\n "a": { "b": [\n  1,\n  { "c": {} } ] },\n "d\\"e": "x{[,",\n "f":\n  {}\n}');
  assert.ok('lineOf' in json);
  assert.equal(json.lineOf([]), 1);
  assert.equal(json.lineOf(['a']), 2);
  assert.equal(json.lineOf(['a', 'b', 1]), 4);
  assert.equal(json.lineOf(['a', 'b', 1, 'c']), 4);
  assert.equal(json.lineOf(['a', 'missing']), 2);
  assert.equal(json.lineOf(['f']), 6);
});

const broken: readonly (readonly [string, string, number])[] = [
  ['', 'the file is empty', 1],
  ['  \n ', 'the file is empty', 1],
  ['{\n "a": 1\n', "Expected ',' or '}' after property value", 3],
  ['{\n "a": 1,,\n}', 'Expected double-quoted property name', 2],
  ['<!DOCTYPE html>', "Unexpected token '<'", 1],
  [`${'['.repeat(1000)}${']'.repeat(1000)}`, 'it is nested more than 500 levels deep', 1],
  ['{"dependencies":{"__proto__":{}}}', 'it holds the key "__proto__"', 1],
];

for (const [text, message, line] of broken) {
  test(`${JSON.stringify(text.slice(0, 40))} is refused at line ${line}`, () => {
    const json = parseJson(text);
    assert.ok('message' in json);
    assert.ok(json.message.startsWith(message), json.message);
    assert.equal(json.at.line, line);
  });
}

test('a byte order mark is no fault', () => {
  const json = parseJson('\ufeff{"a":{}}');
  assert.ok('value' in json);
  assert.deepEqual(json.value, { a: {} });
});

test('every object of any JSON stands on the line of its key', () => {
  const tree = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), tie('object')),
    object: fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4 },
    ),
  }));
  fc.assert(
    fc.property(tree.object, (value) => {
      const text = JSON.stringify(value, undefined, 1);
      const lines = text.split('\n');
      const json = parseJson(text);
      assert.ok('lineOf' in json);
      for (const [key, inner] of Object.entries(value as object)) {
        if (typeof inner !== 'object') continue;
        assert.ok(lines[json.lineOf([key]) - 1]?.startsWith(` ${JSON.stringify(key)}: {`));
      }
    }),
  );
});

test('a text that JSON.stringify would write the same has its lines from the value, and they are those of the text', () => {
  const keyPaths = (value: unknown, depth: number): KeyPath[] =>
    depth === 0 || typeof value !== 'object' || value === null
      ? [[]]
      : [
          [],
          ...Object.entries(value).flatMap(([key, inner]) =>
            keyPaths(inner, depth - 1).map((path) => [Array.isArray(value) ? Number(key) : key, ...path]),
          ),
        ];
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(1, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      // A blank before the first line end is all that keeps the other text from being what JSON.stringify writes.
      const [printed, written] = [parseJson(`${text}\n`), parseJson(text.replace('\n', ' \n'))];
      if ('message' in printed || 'message' in written) return 'message' in printed === 'message' in written;
      for (const keyPath of keyPaths(value, 3)) assert.equal(printed.lineOf(keyPath), written.lineOf(keyPath));
      return true;
    }),
  );
});

test('an object whose key stands twice is told with the line of the later one', () => {
  const read = parseJson('{"a": {"x": {}, "y": 1,\n"x": {}},\n"b": [{"x": {}}, {"x": {}}]}');
  assert.ok('value' in read);
  assert.deepEqual(read.repeated(2), [{ key: 'x', line: 2 }]);
  assert.deepEqual(read.repeated(0), [{ key: 'x', line: 2 }]);
});
