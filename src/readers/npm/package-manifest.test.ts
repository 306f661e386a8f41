import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { parsePackageManifest, workspaceManifests } from './package-manifest.ts';

const tree = [
  'app/package.json',
  'app/packages/core/package.json',
  'app/packages/core/src/package.json',
  'app/packages/core/index.js',
  'app/packages/old/package.json',
  'app/tools/a/b/package.json',
  'packages/else/package.json',
];

const selections: readonly (readonly [workspaces: unknown, selected: readonly string[]])[] = [
  [undefined, []],
  [['packages/*'], ['app/packages/core/package.json', 'app/packages/old/package.json']],
  [{ packages: ['./packages/core/'] }, ['app/packages/core/package.json']],
  [{ nohoist: ['**/a'] }, []],
  [['packages/*', '!packages/old'], ['app/packages/core/package.json']],
  [
    ['packages/**', 'tools/**'],
    [
      'app/packages/core/package.json',
      'app/packages/core/src/package.json',
      'app/packages/old/package.json',
      'app/tools/a/b/package.json',
    ],
  ],
  [['../packages/*'], []],
  ['packages/*', []],
];

for (const [workspaces, selected] of selections) {
  test(`workspaces ${JSON.stringify(workspaces)} select ${selected.length} manifests`, () =>
    assert.deepEqual(workspaceManifests('app/package.json', JSON.stringify({ workspaces }), tree), selected));
}

test('the lists of a manifest have their scopes and lines; what is optional is no plain dependency', () => {
  const text = `{
  "name": "app",
  "dependencies": { "a": "^1", "b": "2" },
  "optionalDependencies": { "b": "2" },
  "devDependencies": { "a": "^1" }
}`;
  const diagnostics: Diagnostic[] = [];
  const manifest = parsePackageManifest('app/package.json', text, diagnostics);
  assert.deepEqual(
    manifest?.lists.map(({ scope, reason, at, ranges }) => [scope, reason, at.line, [...ranges.keys()]]),
    [
      ['runtime', 'dependencies of app', 3, ['a']],
      ['optional', 'optionalDependencies of app', 4, ['b']],
      ['development', 'devDependencies of app', 5, ['a']],
    ],
  );
  assert.deepEqual(diagnostics, []);
});

test('a manifest that is none, or holds a list that is none, is told with its place', () => {
  const problems = (text: string) => {
    const diagnostics: Diagnostic[] = [];
    const manifest = parsePackageManifest('package.json', text, diagnostics);
    return [manifest?.lists.length, diagnostics.map(({ place, message }) => [place, message.slice(0, 45)])];
  };
  assert.deepEqual(problems('{\n "name": "a",,\n}'), [
    undefined,
    [[{ file: 'package.json', line: 2, column: 14 }, 'package.json cannot be read: Expected double-']],
  ]);
  assert.deepEqual(problems('{\n "dependencies": ["a"],\n "devDependencies": { "b": "1" } }'), [
    1,
    [[{ file: 'package.json', line: 2 }, 'package.json cannot be used: "dependencies": ']],
  ]);
  assert.deepEqual(problems('[]'), [
    0,
    [[{ file: 'package.json', line: 1 }, 'package.json cannot be used: its top level: I']],
  ]);
});
