import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { parseYaml } from './yaml.ts';

const bomb = ['a: &a [x, x, x, x, x]', 'b: &b [*a, *a, *a, *a, *a]', 'c: &c [*b, *b, *b, *b, *b]', 'd: [*c, *c, *c]'];

const broken: readonly (readonly [what: string, text: string, message: RegExp, line: number])[] = [
  ['a tab', 'a:\n\tb: 1\n', /tabs are not allowed/i, 2],
  ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', /"a"/, 3],
  ['an alias inside of itself', 'a: 1\nsoup: &a [*a, *a]\n', /"\*a" stands inside of itself/, 2],
  ['a key __proto__', 'a: 1\n__proto__: { b: 1 }\n', /it holds the key "__proto__"/, 2],
  ['an alias bomb', bomb.join('\n'), /aliases/, 1],
  ['a conflict', 'a:\n<<<<<<< ours\n  b: 1\n=======\n  b: 2\n>>>>>>> theirs\n', /./, 2],
  ['100,000 levels of lists', `a: ${'['.repeat(100_000)}`, /./, 1],
];

for (const [what, text, message, line] of broken) {
  test(`${what} is a problem at line ${line}, and there is no value`, () => {
    const { value, problems } = parseYaml(text);
    assert.equal(value, undefined);
    assert.match(problems[0]?.message ?? '', message);
    assert.equal(problems[0]?.at.line, line);
    assert.notEqual(problems[0]?.help, '');
  });
}

test('a list as a key is a text, and nothing is said behind the caller', async () => {
  let warned: unknown;
  const listen = (warning: Error) => (warned = warning);
  process.once('warning', listen);
  const { value } = parseYaml('? [a, b]\n: 1\n');
  await setImmediate();
  process.off('warning', listen);
  assert.deepEqual(value, { '[ a, b ]': 1 });
  assert.equal(warned, undefined);
});

test('scalars are left as text when that is asked for, and empty values are the empty text', () => {
  const { value } = parseYaml('a: 1.10\nb:\nc: true\nd: 1234e56\ne: ~\n', 'text');
  assert.deepEqual(value, { a: '1.10', b: '', c: 'true', d: '1234e56', e: '~' });
});

for (const [what, text] of [
  ['dashes', '- '.repeat(20_000)],
  ['brackets', '['.repeat(20_000)],
  ['question marks', '? '.repeat(20_000)],
  ['lines', Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n')],
] as const)
  test(`a text that is nested without end by ${what} is told, and does not overflow`, () => {
    const { value, problems } = parseYaml(`a:\n  ${text}`);
    assert.equal(value, undefined);
    assert.match(problems[0]?.message ?? '', /^it is nested deeper than anything that is read$/);
  });

test('keys inside of keys are one problem before they cost time by their depth', () => {
  for (const depth of [6, 400]) {
    const { value, problems } = parseYaml(`a: ${'{'.repeat(depth)}${'}'.repeat(depth)}\n`);
    assert.equal(value, undefined);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['keys of more than 4 levels stand inside of keys'],
    );
  }
  assert.deepEqual(parseYaml('a: {{ name }}\n').problems, []);
});
