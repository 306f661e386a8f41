import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goModules } from './go-modules.ts';

const cases: readonly (readonly [
  what: string,
  modules: string,
  purls: readonly string[],
  asked: string | undefined,
])[] = [
  ['a module', 'dep\ta.example/b\tv1.2.3\t', ['pkg:golang/a.example/b@v1.2.3'], undefined],
  ['one built from a folder', 'mod\ta.example/b\t(devel)\t', ['pkg:golang/a.example/b'], '(devel)'],
  [
    'another in its place',
    'dep\ta.example/b\tv1.2.3\n=>\tc.example/d\tv2.0.0\t',
    ['pkg:golang/c.example/d@v2.0.0'],
    undefined,
  ],
  [
    'a folder in its place',
    'dep\ta.example/b\tv1.2.3\n=>\t./own\t\t',
    ['pkg:golang/a.example/b'],
    'replaced by "./own"',
  ],
  ['a replacement of nothing', '=>\tc.example/d\tv2.0.0\t', ['pkg:golang/c.example/d@v2.0.0'], undefined],
];

for (const [what, modules, purls, asked] of cases)
  test(`the list of a program holds ${what}`, () => {
    const found = goModules({ version: 'go1.22.4', modules }, { file: 'bin/x', line: 1 });
    assert.deepEqual(
      found.map(({ purl }) => purl),
      [...purls, 'pkg:golang/stdlib@1.22.4'],
    );
    assert.deepEqual(found[0]?.pinning, asked === undefined ? { kind: 'exact' } : { kind: 'mutable', asked });
  });

const versions = [
  ['go1.22.4', '1.22.4'],
  ['go1.23rc1', '1.23rc1'],
  ['go1.26.8 X:boringcrypto', '1.26.8'],
  ['go1.22.4-custom', '1.22.4'],
  ['devel go1.24-abcdef', undefined],
  ['', undefined],
] as const;

for (const [version, expected] of versions)
  test(`Go ${JSON.stringify(version)} is ${expected ?? 'of no known version'}`, () => {
    const [stdlib] = goModules({ version, modules: '' }, { file: 'bin/x', line: 1 });
    assert.equal(stdlib?.version, expected);
  });
