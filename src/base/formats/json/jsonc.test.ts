import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJsonc } from './jsonc.ts';

const samples: readonly (readonly [text: string, value: unknown])[] = [
  ['{"a": [1, 2,], "b": {},}', { a: [1, 2], b: {} }],
  ['{\n  // one\n  "a": 1, // two\n  /* three\n     lines */ "b": 2, /* end */\n}\n// last', { a: 1, b: 2 }],
  ['{"a": "//, ]", "b": "\\",}",}', { a: '//, ]', b: '",}' }],
  ['\ufeff[1,]', [1]],
  ['[1,,]', undefined],
  ['{"a": 1 /* open', undefined],
];

for (const [text, value] of samples) {
  test(`${JSON.stringify(text)} is ${value === undefined ? 'refused' : JSON.stringify(value)}`, () => {
    const json = parseJsonc(text);
    assert.deepEqual('value' in json ? json.value : undefined, value);
  });
}

test('places stay where they were', () => {
  const json = parseJsonc('{ // x\n "a": 1,\n /* y\n */ "b": {"c": []},\n}');
  assert.ok('lineOf' in json);
  assert.deepEqual([json.lineOf(['b']), json.lineOf(['b', 'c'])], [4, 4]);
  const fault = parseJsonc('{ // x\n "a": 1,\n "b" }');
  assert.ok('message' in fault);
  assert.equal(fault.at.line, 3);
});

// Any JSON is refused that holds the key `__proto__`.
const jsonValues = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__'));

test('JSON is read as ever, with commas and comments strewn in', () => {
  fc.assert(
    fc.property(jsonValues, (value) => {
      const text = JSON.stringify(value, undefined, 1);
      const strewn = text.replace(/([^\s[{,])\n(\s*[\]}])/g, '$1, // [{"\n/*"}*/$2');
      const json = parseJsonc(strewn);
      assert.ok('value' in json, strewn);
      assert.deepEqual(json.value, JSON.parse(text));
    }),
  );
});
