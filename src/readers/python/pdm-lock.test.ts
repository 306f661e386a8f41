import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { pdmLock } from './pdm-lock.ts';

const manifest = `[project]
name = "root"
dependencies = ["a"]
[project.optional-dependencies]
plots = ["b"]
[dependency-groups]
dev = ["c"]
[tool.pdm.dev-dependencies]
lint = ["d"]
`;

const groups: readonly (readonly [groups: string, known: string, unknown: string])[] = [
  ['"default"', 'runtime', 'runtime'],
  ['"default", "dev"', 'runtime', 'runtime'],
  ['"plots"', 'optional', 'unknown'],
  ['"plots", "dev"', 'optional', 'unknown'],
  ['"dev"', 'development', 'development'],
  ['"lint"', 'development', 'development'],
  ['"gpu"', 'unknown', 'unknown'],
  ['"dev", "gpu"', 'unknown', 'unknown'],
];

for (const [names, known, unknown] of groups) {
  test(`groups = [${names}] is ${known} with pyproject.toml, ${unknown} without`, () => {
    const text = `${entry('a')}groups = [${names}]\n`;
    assert.equal(read(text, manifest).components[0]?.scope, known);
    assert.equal(read(text, undefined).components[0]?.scope, unknown);
  });
}

test('the entries of a package and of its extras are one', () => {
  const text = `${entry('a', 'extras = ["x"]\ndependencies = ["a==1", "b"]\ngroups = ["default"]')}
${entry('a', 'dependencies = ["c"]\ngroups = ["dev"]')}${entry('b')}${entry('c')}`;
  const [first, ...others] = read(text, undefined).components;
  assert.deepEqual(first?.dependsOn, ['pkg:pypi/b@1', 'pkg:pypi/c@1']);
  assert.equal(first?.scope, 'runtime');
  assert.equal(others.length, 2);
});

test('an entry of extras without its package is a package', () => {
  const { components } = read(entry('a', 'extras = ["x"]'), undefined);
  assert.equal(components.length, 1);
});

test('without groups the lists of pyproject.toml are walked, extras apart', () => {
  const text = `${entry('a')}${entry('a', 'extras = ["x"]\ndependencies = ["a==1", "b"]')}${entry('b')}${entry('c')}`;
  const asked = '[project]\ndependencies = ["a"]\n[dependency-groups]\ndev = ["a[x]", { include-group = "docs" }]\n';
  const scopes = read(text, asked).components.map(({ name, scope, relation }) => `${name} ${relation} ${scope}`);
  assert.deepEqual(scopes, ['a direct runtime', 'b transitive development', 'c unknown unknown']);
});

test('a need for a Python that the lockfile is not for leads nowhere', () => {
  const target = '[metadata]\nlock_version = "4.5.0"\n[[metadata.targets]]\nrequires_python = ">=3.9"\n';
  const a = entry('a', `dependencies = ["c; python_version < '3.8'"]`);
  const [first, second] = read(`${target}${a}${entry('c')}`, manifest).components;
  assert.deepEqual(first?.dependsOn, []);
  assert.equal(second?.scope, 'development');
});

const sources: readonly (readonly [keys: string, purl: string, says: string])[] = [
  [
    `git = "https://u:p@g.example/a"\nref = "main"\nrevision = "${'0a'.repeat(20)}"\nsubdirectory = "py"`,
    `pkg:pypi/a@1?vcs_url=git+https://g.example/a@${'0a'.repeat(20)}#py`,
    'exact',
  ],
  ['hg = "https://g.example/a"\nref = "tip"', 'pkg:pypi/a@1?vcs_url=hg+https://g.example/a@tip', 'mutable'],
  ['url = "https://u:p@x.example/a-1.tar.gz"', 'pkg:pypi/a@1?download_url=https://x.example/a-1.tar.gz', 'exact'],
  ['path = "./a-1.tar.gz"', 'pkg:pypi/a@1', 'exact'],
  ['path = "../a"', 'pkg:pypi/a@1', 'exact own'],
  ['url = "file:///${PROJECT_ROOT}/a-1.whl"', 'pkg:pypi/a@1', 'exact'],
];

for (const [keys, purl, says] of sources) {
  test(`a package with ${keys.split('\n')[0]} is ${says}`, () => {
    const [component] = read(entry('a', keys), undefined).components;
    assert.equal(decodeURIComponent(component?.purl ?? ''), purl);
    assert.equal(`${component?.pinning.kind}${component?.firstParty === true ? ' own' : ''}`, says);
  });
}

test('a dependency that names nothing, or that the lockfile lacks, is told', () => {
  const { diagnostics } = read(entry('a', 'dependencies = [">=1", "b", "c; os_name == \'nt\'"]'), undefined);
  const messages = diagnostics.map(({ message }) => message);
  assert.deepEqual(messages, [
    'a needs ">=1", which names no package',
    'a needs "b", which this lockfile does not hold',
  ]);
});

test('another version of the format is refused', () => {
  const { components, diagnostics } = read('[metadata]\nlock_version = "2"\n', undefined);
  assert.deepEqual(components, []);
  assert.match(diagnostics[0]?.message ?? '', /not known/);
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, asked) => void read(text, asked)));
});

function entry(name: string, keys = ''): string {
  return `[[package]]\nname = "${name}"\nversion = "1"\n${keys}\n`;
}

function read(entries: string, pyproject: string | undefined): Reading {
  const text = entries.includes('[metadata]') ? entries : `[metadata]\nlock_version = "4.5.0"\n${entries}`;
  const companions = new Map(pyproject === undefined ? [] : [['pyproject.toml', pyproject]]);
  return pdmLock.read({ path: 'pdm.lock', text, companions });
}
