import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { environmentYml } from './environment-yml.ts';

const environments: readonly (readonly [title: string, text: string, says: string])[] = [
  ['what people write is direct', 'dependencies: [python=3.11, pip]', 'python direct, pip direct'],
  ['an export lists everything', 'dependencies: [python=3.11=h_0, pip=24=h_0]', 'python unknown, pip unknown'],
  [
    'an export says nothing of what pip installed either',
    'dependencies: [python=3.11=h_0, {pip: [a==1]}]',
    'python unknown, a unknown',
  ],
  ['an empty pip section holds nothing', 'dependencies: [pip, {pip: }]', 'pip direct'],
];

for (const [title, text, says] of environments) {
  test(title, () => {
    const { components } = read(text);
    assert.equal(components.map(({ name, relation }) => `${name} ${relation}`).join(', '), says);
  });
}

test('a category of conda-lock tells the scope', () => {
  const scopes = ['main', 'dev', 'test', 'plots'].map(
    (category) => read(`category: ${category}\ndependencies: [a]`).components[0]?.scope,
  );
  assert.deepEqual(scopes, ['runtime', 'development', 'development', 'unknown']);
});

test('files that its pip section includes are opened when they are requirements files', () => {
  const text = 'dependencies: [{pip: [-r requirements-dev.txt, -r notes.md]}]';
  const path = 'env/environment.yml';
  assert.deepEqual(environmentYml.companions?.(new Map([[path, text]]), path, []), ['env/requirements-dev.txt']);
  const messages = read(text).diagnostics.map(({ message }) => message);
  assert.match(messages[0] ?? '', /requirements-dev\.txt.*not there/);
  assert.match(messages[1] ?? '', /notes\.md.*was not read/);
});

test('a file that a lockfile of conda-lock was made from leaves its packages to that', () => {
  const lock = (source: string) => `version: 1\r\nmetadata:\r\n  sources:\r\n  - ${source}\r\npackage: []\r\n`;
  const text = 'dependencies: [python=3.11]';
  const names = (companions: Readonly<Record<string, string>>) =>
    environmentYml
      .read({ path: 'env/environment.yml', text, companions: new Map(Object.entries(companions)) })
      .components.map(({ name }) => name);
  assert.deepEqual(names({ 'env/conda-lock.yml': lock('environment.yml') }), []);
  assert.deepEqual(names({ 'py311.conda-lock.yml': lock('"env/environment.yml"') }), []);
  assert.deepEqual(names({ 'env/conda-lock.yml': lock('other.yml') }), ['python']);
  const tree = ['conda-lock.yml', 'env/conda-lock.yml', 'env/environment.yml', 'other/conda-lock.yml'];
  assert.deepEqual(environmentYml.companions?.(new Map([['env/environment.yml', text]]), 'env/environment.yml', tree), [
    'conda-lock.yml',
    'env/conda-lock.yml',
  ]);
});

test('a list without any package is a list', () => {
  assert.deepEqual(read('name: empty\ndependencies:\n'), { components: [], graph: 'none', diagnostics: [] });
});

test('what is no package is told with its line', () => {
  const { components, diagnostics } = read('dependencies:\n- python\n- 3.11\n- {conda: [a]}\n- ">=1"\n');
  assert.deepEqual(
    components.map(({ name }) => name),
    ['python'],
  );
  assert.deepEqual(
    diagnostics.map(({ place }) => ('line' in place ? place.line : 0)),
    [3, 4, 5],
  );
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom(...'dependencies:|- python|- pip:|  - a==1|- {}|category: 1'.split('|'));
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => void read(lines.join('\n'))));
});

function read(text: string): Reading {
  return environmentYml.read({ path: 'environment.yml', text, companions: new Map() });
}
