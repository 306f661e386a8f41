import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { classifyLicence } from './classify-licence.ts';
import { readSpdxExpression } from './read-spdx-expression.ts';
import { parseSpdxExpression } from './parse-spdx-expression.ts';

/** Licence strings of lockfiles, SBOMs, debian/copyright, POMs, wheels and classifiers: class, suggestion, the text as JSON. */
const labelled = readFileSync(new URL('fixtures/labelled-strings.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [kind = '', suggestion = '', text = ''] = line.split('\t');
    return { kind, suggestion: suggestion === '-' ? undefined : suggestion, text: String(JSON.parse(text)) };
  });

test('on the labelled strings every suggestion is right, and few are missed', (context) => {
  const told = labelled.map(({ kind, suggestion, text }) => ({ kind, suggestion, text, said: classifyLicence(text) }));
  const made = told.filter(({ said }) => said.suggestion !== undefined);
  const wrong = made.filter(({ said, suggestion }) => said.suggestion !== suggestion);
  const missed = told.filter(({ said, suggestion }) => suggestion !== undefined && said.suggestion === undefined);
  const misclassed = told.filter(({ said, kind }) => said.class !== kind);
  context.diagnostic(
    `${labelled.length} strings: ${made.length} suggestions, ${wrong.length} wrong, ${missed.length} missed, ${misclassed.length} of another class`,
  );
  assert.ok(labelled.length >= 900);
  assert.deepEqual(
    wrong.map(({ text, said }) => `${text} → ${said.suggestion}`),
    [],
  );
  assert.ok(missed.length <= 13, missed.map(({ text }) => text).join(', '));
  assert.ok(misclassed.length <= 24, misclassed.map(({ text }) => text).join(', '));
});

test('what is said to be an expression is one, and what is suggested is one, too', () => {
  for (const { text } of labelled) {
    const { expression, class: kind, suggestion } = classifyLicence(text);
    assert.equal(expression !== undefined, ['spdx', 'deprecated', 'reference'].includes(kind), text);
    if (suggestion !== undefined) assert.ok(parseSpdxExpression(suggestion), suggestion);
  }
});

test('the text is kept letter by letter, and a megabyte is a text and takes no time', () => {
  const long = 'MIT OR '.repeat(150_000);
  assert.equal(classifyLicence(long).text, long);
  assert.equal(classifyLicence(long).class, 'free-text');
  for (const text of ['(a or '.repeat(60), 'x-'.repeat(199), ' with '.repeat(60), 'a,'.repeat(190), ' / '.repeat(120)])
    assert.ok(classifyLicence(text).class.length > 0);
});

const places: readonly (readonly [string, number, RegExp])[] = [
  ['MIT OR Apache', 7, /"Apache" is no identifier/],
  ['MIT Apache-2.0', 4, /without AND or OR/],
  ['MIT OR', 6, /ends where a licence/],
  ['(MIT', 4, /not closed/],
  ['MIT)', 3, /never opened/],
  ['MIT Or ISC', 4, /no operator/],
  ['GPL-2.0-only WITH MIT', 18, /no exception/],
  ['(MIT) WITH LLVM-exception', 6, /follows no licence/],
  ['', 0, /empty/],
];

for (const [text, offset, message] of places) {
  test(`what is wrong with ${JSON.stringify(text)} is told at its place`, () => {
    const [problem] = readSpdxExpression(text).problems;
    assert.equal(problem?.offset, offset);
    assert.match(problem?.message ?? '', message);
    assert.ok((problem?.help.length ?? 0) > 0);
  });
}

test('AND binds before OR, and an addition of one’s own counts as an exception', () => {
  const order = parseSpdxExpression('MIT OR ISC AND Zlib')?.postfix.map((one) =>
    typeof one === 'string' ? one : one.id,
  );
  assert.deepEqual(order, ['MIT', 'ISC', 'Zlib', 'AND', 'OR']);
  assert.deepEqual(parseSpdxExpression('MIT WITH AdditionRef-x')?.references, ['AdditionRef-x']);
});
