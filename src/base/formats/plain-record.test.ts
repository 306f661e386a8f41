import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { KeyPath } from '../../model/place.ts';
import { readPlainRecord } from './plain-record.ts';
import { parseYaml } from './yaml/yaml.ts';

const records = [
  ...globSync('examples/*/soup/**/*.yaml'),
  ...globSync('soup/**/*.yaml'),
  ...globSync('examples/*/tureen.yaml'),
]
  .toSorted()
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test('every record of the example and of ours is read, just as YAML means it, each key in its place', () => {
  assert.ok(records.length > 50);
  for (const { file, text } of records) assert.equal(compare(text), 'same', file);
});

const samples: readonly (readonly [what: string, text: string, read: 'same' | 'left'])[] = [
  ['words of the core schema', 'a: true\nb: ~\nc: null\nd:\ne: False\nf: yes\ng: nul\n', 'same'],
  ['numbers', 'a: 1\nb: 1.10\nc: -.5\nd: 1e3\ne: 1.\nf: 007\ng: +2\nh: 1.2.3\ni: 2026-01-01\nj: 1_000\n', 'same'],
  ['numbers that are text', 'a: "1"\nb: \'1.10\'\nc: "true"\nd: ""\n', 'same'],
  ['values in brackets', 'a: [1, "1", x, null, ~, 1.5]\nb: { c: 1, d: , e }\n', 'same'],
  ['a number with letters', 'a: 0x1F\n', 'left'],
  ['a key that is a number', '1: a\n', 'left'],
  ['a key twice', 'a: 1\na: 2\n', 'left'],
  ['two documents', 'a: 1\n---\nb: 1\n', 'left'],
  ['an anchor', 'a: &x 1\nb: *x\n', 'left'],
  ['a tab', 'a:\t1\n', 'left'],
  ['brackets that end too far left', 'a:\n  b: [\n    x\n]\n', 'left'],
  ['a missing item', 'a: [x, , y]\n', 'left'],
  ['an empty line that is deeper than its block', 'a: |\n     \n  x\n', 'left'],
  ['a file of Windows', 'a: >-\r\n  x\r\n  y\r\nb: "z"\r\n', 'same'],
  ['nothing but a comment', '# a\n', 'left'],
  ['a conflict', 'a: 1\n<<<<<<< x\n', 'left'],
];
for (const [what, text, read] of samples) test(`${what}: ${read}`, () => assert.equal(compare(text), read));

test('whatever YAML is written, it is read as it is meant or left alone', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'a: b',
      '# x',
      ' x ',
      'y\n\n z\n',
      '- a',
      '{}',
      "it's",
      '"',
      '\\',
      '1.10',
      'null',
      '',
      '0x1',
      'é',
      '\n',
    ),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(JSON.parse('null')),
  );
  const tree = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
    object: fc.dictionary(fc.string(), tie('value'), { maxKeys: 5, minKeys: 1, noNullPrototype: true }),
  }));
  const style = fc.record({
    lineWidth: fc.constantFrom(0, 20, 80),
    singleQuote: fc.boolean(),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  });
  fc.assert(
    fc.property(
      tree.object,
      style,
      (value, options) => void compare(stringify(value, { ...options, aliasDuplicateObjects: false })),
    ),
  );
});

test('a record with some characters changed is read as YAML means it or left alone', () => {
  const small = records.filter(({ text }) => text.length < 4000).map(({ text }) => text);
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    take: fc.integer({ min: 0, max: 12 }),
    put: fc.constantFrom(
      '',
      ' ',
      '  ',
      '\n',
      '\n\n',
      ':',
      ': ',
      '- ',
      '#',
      ' #',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '|',
      '>-',
      '1',
      '&a',
      '*a',
      '!',
      '?',
      '---\n',
      '%',
      '\\',
      '\r',
      '~',
    ),
  });
  fc.assert(
    fc.property(fc.constantFrom(...small), fc.array(change, { minLength: 1, maxLength: 3 }), (text, changes) => {
      compare(
        changes.reduce((now, { at, take, put }) => {
          const from = Math.floor(at * now.length);
          return now.slice(0, from) + put + now.slice(from + take);
        }, text),
      );
    }),
  );
});

test('lines of all kinds in any order are read as YAML means them or left alone', () => {
  const line = fc.constantFrom(
    'a: 1',
    'b:',
    ' c: x',
    '  d: "y',
    '  z"',
    '- e',
    '  - f: g',
    '    h: [1,',
    '    2]',
    '   i: {j: k',
    '  }',
    'l: |',
    'm: >2',
    '   n',
    '',
    '    ',
    '# o',
    '  # p',
    "q: 'r",
    "  s'",
    't: u # v',
    'w : x',
    '"y": z',
    '...',
    '---',
    '-',
    '? a',
    '  : b',
    'a: b: c',
    'a:b',
    'a: -',
    'a: - b',
    '- - a',
    '-  - b',
    'a: [b: c]',
    'a: {b:c}',
    'a: {"b":c}',
    'a: "b" c',
    '<<: x',
    'a: b\\',
  );
  fc.assert(fc.property(fc.array(line, { maxLength: 8 }), (lines) => void compare(lines.join('\n'))));
});

/** Whether a text was read, and then exactly as `parseYaml` reads it, or left to it. */
function compare(text: string): 'same' | 'left' {
  const plain = readPlainRecord(text);
  if (plain === undefined) return 'left';
  const whole = parseYaml(text);
  assert.deepEqual(whole.problems, [], JSON.stringify(text));
  assert.deepStrictEqual(plain.value, whole.value, JSON.stringify(text));
  for (const keyPath of keyPathsIn(plain.value))
    assert.deepEqual(plain.placeOf(keyPath), whole.placeOf(keyPath), `${keyPath.join('.')} of ${JSON.stringify(text)}`);
  return 'same';
}

function keyPathsIn(value: unknown, above: KeyPath = []): readonly KeyPath[] {
  if (typeof value !== 'object' || value === null) return [above, [...above, 'absent']];
  const children = Array.isArray(value)
    ? value.map((inner: unknown, index) => [index, inner] as const)
    : Object.entries(value);
  return [above, ...children.flatMap(([key, inner]) => keyPathsIn(inner, [...above, key]))];
}
