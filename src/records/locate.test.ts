import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyPath } from '../model/place.ts';
import { locate } from './locate.ts';

const yaml = `soup: pkg:npm/a
requirements:
  - id: R-1
    text: >
      long
  - { id: R-2, text: x }
`;
const json = '{\n  "data": {\n    "sources": [\n      { "feed": "osv" }\n    ]\n  }\n}\n';

const cases: readonly (readonly [string, string, string, KeyPath, number | undefined, number | undefined])[] = [
  ['a key', 'a.yaml', yaml, ['requirements', 0, 'text'], 4, 5],
  ['a key in brackets', 'a.yaml', yaml, ['requirements', 1, 'text'], 6, 16],
  ['an entry', 'a.yaml', yaml, ['requirements', 1], 6, 5],
  ['a missing key, at the one above it', 'a.yaml', yaml, ['requirements', 0, 'kind'], 3, 5],
  ['the whole file', 'a.yaml', yaml, [], 1, 1],
  ['a key behind Windows line ends', 'a.yaml', yaml.replaceAll('\n', '\r\n'), ['requirements', 1, 'text'], 6, 16],
  ['a key of JSON', 'a.json', json, ['data', 'sources', 0], 4, 7],
  ['a key of a broken text, nowhere', 'a.yaml', 'a: [', ['a'], undefined, undefined],
  ['a key of broken JSON, nowhere', 'a.json', '{', ['a'], undefined, undefined],
];

for (const [name, file, text, keyPath, line, column] of cases) {
  test(`${name} is found`, () => {
    const position = locate({ file, keyPath }, text);
    assert.deepEqual([position.line, position.column], [line, column]);
  });
}
