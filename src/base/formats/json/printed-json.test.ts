import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { locateJson } from './locate-json.ts';
import type { KeyLine } from './located-keys.ts';
import { locatePrintedJson } from './printed-json.ts';

const values = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).filter((value) => typeof value === 'object');

test('a printed text is located by its lines as it is by its characters', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(1, 2, '\t'), fc.nat(4), (value, indent, depth) => {
      const text = JSON.stringify(value, undefined, indent);
      const located = locatePrintedJson(text, value, depth);
      if (text.includes('\n')) assert.deepEqual(located?.root, locateThoroughly(text, depth));
      else assert.equal(located, undefined);
    }),
  );
});

test('a text that is spaced otherwise in any place is located rightly or left to the thorough way', () => {
  fc.assert(
    fc.property(
      values,
      fc.nat(),
      fc.constantFrom('', ' ', '\n', '\n  ', '\n      '),
      fc.nat(4),
      (value, at, gap, depth) => {
        const lines = JSON.stringify(value, undefined, 2).split(/\n */);
        const printed = JSON.stringify(value, undefined, 2).match(/\n */g) ?? [];
        const gaps = printed.map((one, place) => (place === at % printed.length ? gap : one));
        const text = lines.map((line, place) => line + (gaps[place] ?? '')).join('');
        assert.deepEqual(locateJson(text, value, depth).root, locateThoroughly(text, depth));
      },
    ),
    { numRuns: 300 },
  );
});

const spacedOtherwise: ReadonlyMap<string, string> = new Map([
  ['an entry on one line', '{\n  "a": { "b": {} },\n  "c": {\n    "d": 1\n  }\n}'],
  ['an entry that stands twice', '{\n  "a": {\n    "b": 1\n  },\n  "a": {\n    "b": 1\n  }\n}'],
  ['an entry behind the end of another', '{\n  "a": {\n    "b": 1\n  }, "c": {\n    "d": 1\n  }\n}'],
  ['something behind the end of the whole', '{\n  "a": {\n    "b": 1\n  }}\n'],
  ['windows line ends', '{\r\n  "a": {}\r\n}\r\n'],
]);

for (const [what, text] of spacedOtherwise)
  test(`${what} is left to the thorough way`, () => {
    assert.equal(locatePrintedJson(text, JSON.parse(text), 2), undefined);
  });

/** Locates a text as one that is not printed: it begins with a line of its own. */
function locateThoroughly(text: string, depth: number): KeyLine {
  return upwards(locateJson(`\n${text}`, JSON.parse(text), depth).root, true);
}

function upwards({ line, children }: KeyLine, isRoot = false): KeyLine {
  return {
    line: isRoot ? line : line - 1,
    children: new Map([...children].map(([key, child]) => [key, upwards(child)])),
  };
}
