import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import picomatch from 'picomatch';
import { compileGlob } from './compile-glob.ts';
import { globs, packagePattern } from './glob.ts';

test('globs see dot files and the root, and no pattern matches nothing', () => {
  const matches = globs(['**/package-lock.json', 'image/**']);
  assert.deepEqual(['package-lock.json', 'a/.b/package-lock.json', 'image/var/x', 'other'].map(matches), [
    true,
    true,
    true,
    false,
  ]);
  assert.equal(globs([])('anything'), false);
});

test('a glob that asks for a name alone finds what the library finds', () => {
  const part = fc.constantFrom('a', 'b.json', '.c', 'x-y_z', 'package-lock.json');
  fc.assert(
    fc.property(part, fc.array(part, { minLength: 1, maxLength: 4 }), (name, parts) => {
      const path = parts.join('/');
      assert.equal(globs([`**/${name}`])(path), picomatch(`**/${name}`, { dot: true })(path));
    }),
  );
});

test('what a path ends in spares the compiling of a glob and changes nothing', () => {
  const piece = fc.constantFrom(
    'a',
    '.',
    '-',
    'yml',
    '*',
    '?',
    '{yml,a}',
    '{a,}',
    '{a}',
    '{',
    '}',
    ',',
    '[ab]',
    '!(a)',
    '/',
  );
  const letter = fc.constantFrom('a', 'b', '.', '-', 'yml', '{', '}', ',', '/', '\\');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 6 }),
      fc.array(letter, { maxLength: 6 }),
      fc.boolean(),
      (pieces, letters, escaped) => {
        const pattern = pieces.join(escaped ? '\\' : '');
        const path = letters.join('');
        assert.equal(globs([pattern])(path), compileGlob(pattern)(path.split('/')), `${pattern} of ${path}`);
      },
    ),
    { numRuns: 3000 },
  );
});

const patterns: readonly (readonly [string, string, boolean])[] = [
  ['pkg:npm/react', 'pkg:npm/react', true],
  ['pkg:npm/react', 'pkg:npm/react-dom', false],
  ['pkg:npm/react*', 'pkg:npm/react-dom', true],
  ['pkg:deb/debian/*', 'pkg:deb/debian/libc6', true],
  ['pkg:deb/debian/*', 'pkg:deb/ubuntu/libc6', false],
  ['pkg:npm/%40mui/*', 'pkg:npm/%40mui/material', true],
  ['pkg:*/lodash*', 'pkg:npm/lodash.get', true],
  ['pkg:npm/a*a', 'pkg:npm/a', false],
  ['pkg:npm/a*a', 'pkg:npm/aa', true],
  ['pkg:npm/*-*-x', 'pkg:npm/a-b-x', true],
  ['pkg:npm/*-*-x', 'pkg:npm/a-x', false],
];

for (const [pattern, purl, expected] of patterns) {
  test(`${pattern} ${expected ? 'selects' : 'leaves'} ${purl}`, () =>
    assert.equal(packagePattern(pattern)(purl), expected));
}
