import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { pylock } from './pylock.ts';

const scopes: readonly (readonly [marker: string | undefined, scope: string])[] = [
  [undefined, 'runtime'],
  ['python_version < "3.10"', 'runtime'],
  ['"main" in dependency_groups', 'runtime'],
  ['"main" in dependency_groups and sys_platform == "win32"', 'runtime'],
  ['"dev" in dependency_groups', 'development'],
  ['"dev" in dependency_groups or "main" in dependency_groups', 'runtime'],
  ['"x" in extras', 'optional'],
  ['"x" in extras or "dev" in dependency_groups', 'optional'],
  ['"x" in extras and "dev" in dependency_groups', 'development'],
  ['"x" not in extras', 'runtime'],
  ['"dev" not in dependency_groups', 'runtime'],
  ['"main" not in dependency_groups', 'development'],
  ["extra == 'x'", 'optional'],
  ['what is this', 'unknown'],
];

for (const [marker, scope] of scopes) {
  test(`the marker ${marker} tells ${scope}`, () => {
    const declared = 'extras = ["x"]\ndependency-groups = ["main", "dev"]\ndefault-groups = ["main"]\n';
    const key = marker === undefined ? '' : `marker = ${JSON.stringify(marker)}\n`;
    assert.equal(read(`${declared}${entry('a', key)}`).components[0]?.scope, scope);
  });
}

test('a file without extras and groups is a plain list, of which its name may tell what it is for', () => {
  const told = ['pylock.toml', 'pylock.dev.toml', 'pylock.prod.toml', 'pylock.gpu.toml'].map(
    (path) => read(entry('a', ''), undefined, path).components[0]?.scope,
  );
  assert.deepEqual(told, ['unknown', 'development', 'runtime', 'unknown']);
});

const graphs: readonly (readonly [keys: string, graph: string, needs: readonly string[] | undefined])[] = [
  ['', 'none', undefined],
  ['dependencies = []\n', 'partial', []],
  ['dependencies = [{ name = "b" }]\n', 'partial', ['pkg:pypi/b@1', 'pkg:pypi/b@2']],
  ['dependencies = [{ name = "b", version = "2" }]\n', 'partial', ['pkg:pypi/b@2']],
  ['[packages.tool.pdm]\ndependencies = ["b>1"]\n', 'partial', ['pkg:pypi/b@2']],
];

for (const [keys, graph, needs] of graphs) {
  test(`with ${keys.trim() || 'nothing'} the graph is ${graph}`, () => {
    const reading = read(`${entry('a', keys)}${entry('b', '')}${entry('b', '').replace('"1"', '"2"')}`);
    assert.equal(reading.graph, graph);
    assert.deepEqual(reading.components[0]?.dependsOn, needs);
  });
}

test('the graph is complete when every package tells, but for folders', () => {
  const folder = '[[packages]]\nname = "core"\n[packages.directory]\npath = "core"\n';
  assert.equal(read(`${entry('a', 'dependencies = []\n')}${folder}`).graph, 'complete');
});

const sources: readonly (readonly [keys: string, purl: string, says: string])[] = [
  [
    `[packages.vcs]\ntype = "git"\nurl = "https://u:p@g.example/a"\ncommit-id = "${'0a'.repeat(20)}"\nsubdirectory = "py"`,
    `pkg:pypi/a@${'0a'.repeat(20)}?vcs_url=git+https://g.example/a@${'0a'.repeat(20)}#py`,
    'exact',
  ],
  [
    '[packages.archive]\nurl = "https://x.example/a-1.tar.gz"',
    'pkg:pypi/a@1?download_url=https://x.example/a-1.tar.gz',
    'exact',
  ],
  ['[packages.archive]\npath = "a-1.tar.gz"', 'pkg:pypi/a@1', 'exact'],
  [
    '[packages.archive]\nurl = "https://x.example/main.zip"',
    'pkg:pypi/a?download_url=https://x.example/main.zip',
    'mutable',
  ],
  ['[packages.directory]\npath = "a"', 'pkg:pypi/a', 'exact own'],
  ['', 'pkg:pypi/a', 'range'],
];

for (const [keys, purl, says] of sources) {
  test(`a package with ${keys.replace('\n', ' ').slice(0, 60) || 'nothing'} is ${says}`, () => {
    const [component] = read(`[[packages]]\nname = "a"\n${keys}\n`).components;
    assert.equal(decodeURIComponent(component?.purl ?? ''), purl);
    assert.equal(`${component?.pinning.kind}${component?.firstParty === true ? ' own' : ''}`, says);
  });
}

test('what pyproject.toml asks for is direct, and what others need besides is transitive', () => {
  const text = `${entry('a', 'dependencies = [{ name = "b" }]\n')}${entry('b', '')}${entry('c', '')}`;
  const relations = read(text, '[project]\ndependencies = ["a"]\n').components.map(({ relation }) => relation);
  assert.deepEqual(relations, ['direct', 'transitive', 'unknown']);
});

test('another version of the format is refused', () => {
  const { components, diagnostics } = pylock.read({
    path: 'pylock.toml',
    text: 'lock-version = "2.0"',
    companions: new Map(),
  });
  assert.deepEqual(components, []);
  assert.match(diagnostics[0]?.message ?? '', /only lock-version 1 is/);
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, asked) => void read(text, asked)));
});

function entry(name: string, keys: string): string {
  return `[[packages]]\nname = "${name}"\nversion = "1"\n${keys}`;
}

function read(text: string, pyproject?: string, path = 'pylock.toml'): Reading {
  const companions = new Map(pyproject === undefined ? [] : [['pyproject.toml', pyproject]]);
  return pylock.read({ path, text: `lock-version = "1.0"\n${text}`, companions });
}
