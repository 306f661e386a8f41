import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNeed } from './need.ts';

const needs: readonly (readonly [text: string, says: string])[] = [
  ['Foo_Bar', 'foo-bar'],
  ['foo>=1,<2', 'foo >=1,<2'],
  ['foo >= 1', 'foo >= 1'],
  ['foo (>=1,<2)', 'foo >=1,<2'],
  ['foo[a, B_c]>=1', 'foo [a b-c] >=1'],
  ['foo[a] (>=1)', 'foo [a] >=1'],
  ['foo; python_version < "3.8"', 'foo if python_version < "3.8"'],
  ['foo>=1 ; extra == "x"', 'foo >=1 if extra == "x"'],
  ['foo @ https://files.example/foo.whl', 'foo'],
  ['foo[a] @ git+https://git.example/foo.git@main ; os_name == "nt"', 'foo [a] if os_name == "nt"'],
  ['-e file:///${PROJECT_ROOT}/../core#egg=The_Core[x]', 'the-core [x]'],
  ['-e The_Core[x] @ file:///${PROJECT_ROOT}/core', 'the-core [x]'],
  ['-e git@git.example:lab/core.git', 'nothing'],
  ['-e .', 'nothing'],
  ['>=1', 'nothing'],
  ['', 'nothing'],
];

for (const [text, says] of needs) {
  test(`${text} asks for ${says}`, () => {
    const need = readNeed(text);
    if (need === undefined) return assert.equal('nothing', says);
    const { name, extras, specifiers, marker, conditional } = need;
    const parts = [
      name,
      extras.length > 0 && `[${extras.join(' ')}]`,
      specifiers,
      marker !== undefined && `if ${marker}`,
    ];
    assert.equal(parts.filter((part) => part !== false && part !== '').join(' '), says);
    assert.equal(conditional, marker !== undefined);
  });
}
