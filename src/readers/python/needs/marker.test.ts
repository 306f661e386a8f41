import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isMet, readMarker, type Marker } from './marker.ts';

const markers: readonly (readonly [text: string, says: string])[] = [
  ['python_version < "3.10"', 'python_version < 3.10'],
  ["'3.10' > python_version", 'python_version < 3.10'],
  ["'linux' == sys_platform", 'sys_platform == linux'],
  ['python_version in "3.8, 3.9"', 'python_version in 3.8, 3.9'],
  ['python_version not in "3.8"', 'python_version not in 3.8'],
  ['"dev" in dependency_groups', 'dependency_groups contains dev'],
  ["'dev' not in dependency_groups", 'dependency_groups lacks dev'],
  ['os.name == "nt"', 'os.name == nt'],
  ['a == "1" and b == "2" or c == "3"', 'any(all(a == 1, b == 2), c == 3)'],
  ['a == "1" and (b == "2" or c == "3")', 'all(a == 1, any(b == 2, c == 3))'],
  ['((a == "1"))', 'a == 1'],
  ['a=="1"and b=="2"', 'all(a == 1, b == 2)'],
  ['a == ""', 'a == '],
  ['', 'nothing'],
  ['a', 'nothing'],
  ['a == b', 'nothing'],
  ['"a" == "b"', 'nothing'],
  ['a == "1" or', 'nothing'],
  ['(a == "1"', 'nothing'],
  ['a == "1")', 'nothing'],
  ['a not == "1"', 'nothing'],
  ['a =! "1"', 'nothing'],
  ['a == "1" b == "2"', 'nothing'],
  [`${'('.repeat(60)}a == "1"${')'.repeat(60)}`, 'nothing'],
];

for (const [text, says] of markers) {
  test(`${text.slice(0, 60)} says ${says}`, () => {
    const marker = readMarker(text);
    assert.equal(marker === undefined ? 'nothing' : show(marker), says);
  });
}

test('a marker holds as its conditions do', () => {
  const condition = fc.constantFrom('a', 'b', 'c').map((name) => `${name} == "1"`);
  const { text } = fc.letrec<{ text: string }>((tie) => ({
    text: fc.oneof(
      { maxDepth: 4 },
      condition,
      fc.tuple(tie('text'), fc.constantFrom('and', 'or'), tie('text')).map(([a, word, b]) => `(${a} ${word} ${b})`),
    ),
  }));
  fc.assert(
    fc.property(text, fc.subarray(['a', 'b', 'c']), (written, true_) => {
      const marker = readMarker(written);
      const holds = new Set(true_);
      const expected = evaluate(written, holds);
      assert.equal(marker !== undefined && isMet(marker, ({ variable }) => holds.has(variable)), expected);
    }),
  );
});

test('no text makes it throw', () => {
  const word = fc.constantFrom('(', ')', 'and', 'or', 'not', 'in', 'a', '"x"', '==', '<');
  fc.assert(fc.property(fc.array(fc.oneof(word, fc.string())), (words) => void readMarker(words.join(' '))));
});

/** Folds the innermost brackets away until one word is left. */
function evaluate(written: string, holds: ReadonlySet<string>): boolean {
  let text = written.replace(/([abc]) == "1"/g, (_, name: string) => (holds.has(name) ? 'T' : 'F'));
  while (text.length > 1) {
    text = text.replace(/\(([TF]) (and|or) ([TF])\)/, (_, a: string, word: string, b: string) => {
      const isTrue = word === 'and' ? a === 'T' && b === 'T' : a === 'T' || b === 'T';
      return isTrue ? 'T' : 'F';
    });
  }
  return text === 'T';
}

function show(marker: Marker): string {
  if (marker.kind === 'condition') return `${marker.variable} ${marker.operator} ${marker.value}`;
  return `${marker.kind}(${marker.of.map(show).join(', ')})`;
}
