import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCmake } from './cmake-syntax.ts';
import { cmakeVariables } from './cmake-variables.ts';

/** What `use(…)` is given at the end of a file, or `?` when nobody can tell. */
const files: readonly (readonly [what: string, text: string, given: string])[] = [
  ['nothing to replace', 'use(v1)', 'v1'],
  ['a plain variable', 'set(A v1) use(${A})', 'v1'],
  ['a part', 'set(A 1.2) use("v${A}.0")', 'v1.2.0'],
  ['a list', 'set(A a b) use(${A})', 'a;b'],
  ['a name made of a variable', 'set(N zlib) set(zlib_TAG v1) use(${${N}_TAG})', 'v1'],
  ['a variable of variables', 'set(A 1) set(B v${A}) set(A 2) use(${B})', 'v1'],
  ['a later value', 'set(A 1) set(A 2) use(${A})', '2'],
  ['brackets', 'set(A 1) use([[${A}]])', '${A}'],
  ['an escaped sign', 'use("\\${A}")', '${A}'],
  ['nobody', 'use(${A})', '?'],
  ['the environment', 'use($ENV{A})', '?'],
  ['a cache variable', 'set(A v1 CACHE STRING "") use(${A})', '?'],
  ['the scope above', 'set(A v1 PARENT_SCOPE) use(${A})', '?'],
  ['an unknown part', 'set(A ${B}) use(${A})', '?'],
  ['only one branch', 'if(X) set(A 1) endif() use(${A})', '?'],
  ['the same value everywhere', 'set(A 1) if(X) set(A 1) endif() use(${A})', '1'],
  ['a value that a branch changes', 'set(A 1) if(X) set(A 2) endif() use(${A})', '?'],
  ['a value after a branch', 'if(X) set(A 2) endif() set(A 1) use(${A})', '1'],
  ['the branch it is used in', 'if(X) set(A 2) use(${A})', '2'],
  ['the other branch', 'if(X) set(A 2) else() use(${A})', '?'],
  ['a changed variable', 'set(A 1) string(APPEND A .2) use(${A})', '?'],
  ['an unset variable', 'set(A 1) unset(A) use(${A})', '?'],
  ['a list without end', `set(A ${'a'.repeat(9000)}) set(B${' ${A}'.repeat(70_000)}) use(\${B})`, '?'],
  ['itself', 'set(A ${A}) use(${A})', '?'],
];

for (const [what, text, given] of files) {
  test(`a CMake variable with ${what} is ${given}`, () => {
    const commands = parseCmake(text);
    assert.ok(!('message' in commands));
    const variables = cmakeVariables();
    for (const command of commands) variables.pass(command);
    const [argument] = commands.at(-1)?.arguments ?? [];
    assert.ok(argument);
    const { text: resolved, isKnown } = variables.resolve(argument);
    assert.equal(isKnown ? resolved : '?', given);
  });
}

test('values that double with every line come to an end', () => {
  const lines = Array.from({ length: 200 }, (_, index) => `set(A "\${A}\${A}${index}")`);
  const commands = parseCmake(`set(A xxxxxxxx)\n${lines.join('\n')}`);
  assert.ok(!('message' in commands));
  const variables = cmakeVariables();
  for (const command of commands) variables.pass(command);
  assert.equal(variables.resolve({ kind: 'plain', text: '${A}' }).isKnown, false);
});
