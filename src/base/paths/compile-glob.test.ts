import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import picomatch from 'picomatch';
import { compileGlob } from './compile-glob.ts';

const examples: readonly (readonly [glob: string, matched: readonly string[], others: readonly string[]])[] = [
  ['a.json', ['a.json'], ['b.json', 'x/a.json', 'a.jsonx']],
  ['./a.json', ['a.json'], ['b.json']],
  ['*.json', ['a.json', '.json'], ['a.jsonc', 'x/a.json']],
  ['**/a.json', ['a.json', 'x/a.json', 'x/.y/a.json'], ['x/a.json/b']],
  ['image/**', ['image/a', 'image/a/b'], ['image', 'images/a']],
  ['*/**', ['a/b'], ['a']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/x', 'b']],
  ['**/*[-_]explicit.txt', ['a-explicit.txt', 'x/_explicit.txt'], ['explicit.txt']],
  ['[!a]?', ['bx'], ['ax', 'b']],
  ['[]]', [']'], ['a']],
  ['**/{a,b{c,d}}.txt', ['a.txt', 'x/bc.txt', 'bd.txt'], ['b.txt', 'c.txt']],
  ['?(x-)tree.@(txt|json)', ['tree.txt', 'x-tree.json'], ['y-tree.txt', 'tree.log']],
  ['status.d/!(*.md5sums|x)', ['status.d/libc6'], ['status.d/libc6.md5sums', 'status.d/x', 'status.d']],
  ['\\*.json', ['*.json'], ['a.json']],
  ['a\\.json', ['a.json'], ['a\\.json']],
  ['{a}', ['{a}'], ['a']],
  ['Größe-🫖*', ['Größe-🫖', 'Größe-🫖1'], ['Größe-']],
];

for (const [glob, matched, others] of examples) {
  test(`${glob} matches ${matched.join(', ')}, not ${others.join(', ')}`, () => {
    const matches = compileGlob(glob);
    assert.deepEqual(
      matched.filter((path) => !matches(path.split('/'))),
      [],
    );
    assert.deepEqual(
      others.filter((path) => matches(path.split('/'))),
      [],
    );
  });
}

/** Globs that a library by way of regular expressions would try for longer than the world has stood. */
const hostile = [
  '*a'.repeat(30),
  '@(a|aa|aaa)'.repeat(30),
  '{a,aa}'.repeat(100),
  '{'.repeat(60_000),
  '['.repeat(60_000),
];

for (const glob of hostile) {
  test(`${glob.slice(0, 12)}… is tested in no time`, () => {
    assert.equal(compileGlob(`${glob}b`)(['a'.repeat(255)]), false);
    assert.equal(
      compileGlob(`${'**/x*/'.repeat(50)}${glob}b`)(Array.from({ length: 500 }, () => 'x'.repeat(40))),
      false,
    );
  });
}

// Without its short ways, of which one wants a character behind the dot of `*.*`. At the end of a glob `**` is one name at least, as in git; others find the folder itself, too.
test('what globs usually hold means what it means to others', () => {
  const piece = fc.constantFrom('a', 'b', '.', '-', '*', '?', '[ab]', '[a-c]', '{a,b}', '{a,bc}');
  const name = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  const part = fc.oneof({ arbitrary: name, weight: 4 }, { arbitrary: fc.constant('**'), weight: 1 });
  const glob = fc.tuple(fc.array(part, { maxLength: 3 }), name).map(([parts, last]) => [...parts, last].join('/'));
  const found = fc.array(fc.constantFrom('a', 'b', 'c', '.', '-'), { minLength: 1, maxLength: 4 });
  const path = fc.array(
    found.map((characters) => characters.join('')).filter((text) => !/^\.+$/.test(text)),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(glob, path, (pattern, names) => {
      if (/^\.\.?(\/|$)|\*{2}[^/]|[^/]\*{2}|\*{2}$/.test(pattern)) return;
      assert.equal(compileGlob(pattern)(names), picomatch(pattern, { dot: true, fastpaths: false })(names.join('/')));
    }),
    { numRuns: 1000 },
  );
});
