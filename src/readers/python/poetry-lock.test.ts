import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { poetryLock } from './poetry-lock.ts';

const manifest = `[tool.poetry]
name = "root"
[tool.poetry.dependencies]
python = "^3.9"
`;

const walks: readonly (readonly [title: string, asked: string, entries: string, says: readonly string[]])[] = [
  [
    'runtime wins over optional, optional over development',
    `a = "*"\nb = { version = "*", optional = true }\n[tool.poetry.group.dev.dependencies]\na = "*"\nb = "*"\nc = "*"\n`,
    entry('a') + entry('b') + entry('c'),
    ['a direct runtime', 'b direct optional', 'c direct development'],
  ],
  [
    'what an extra brings in is needed only where somebody asks for the extra',
    `a = { version = "*", extras = ["fast"] }\n[tool.poetry.dev-dependencies]\na = { version = "*", extras = ["slow"] }\n`,
    `${entry('a', 'b = { version = "*", optional = true }\nc = { version = "*", optional = true }\nd = { version = "*", optional = true }')}
[package.extras]
fast = ["b (>=1)"]
slow = ["c"]
other = ["d"]
${entry('b')}${entry('c')}${entry('d')}`,
    ['a direct runtime needs b c', 'b transitive runtime', 'c transitive development', 'd unknown unknown'],
  ],
  [
    'an extra may be made of other extras of the same package',
    `a = { version = "*", extras = ["all"] }\n`,
    `${entry('a', 'b = { version = "*", optional = true }')}
[package.extras]
all = ["a[fast]"]
fast = ["b (>=1)"]
${entry('b')}`,
    ['a direct runtime needs b', 'b transitive runtime'],
  ],
  [
    'of several versions those that fit are meant',
    'a = "^1"\n[tool.poetry.group.dev.dependencies]\nb = "*"\n',
    `${entry('a')}${entry('a').replace('"1"', '"2"')}${entry('b', 'a = ">=2"')}`,
    ['a direct runtime', 'a transitive development', 'b direct development needs a'],
  ],
  [
    'packages may need one another',
    'a = "*"\n',
    entry('a', 'b = "*"') + entry('b', 'a = "*"'),
    ['a direct runtime needs b', 'b transitive runtime needs a'],
  ],
  [
    'names are compared in the form of PEP 503',
    'Foo_Bar = "*"\n',
    entry('foo.bar', 'Baz_Qux = "*"') + entry('baz-qux'),
    ['foo-bar direct runtime needs baz-qux', 'baz-qux transitive runtime'],
  ],
];

for (const [title, asked, entries, says] of walks) {
  test(title, () => {
    const { components, diagnostics } = read(entries, manifest + asked);
    assert.deepEqual(show(components), says);
    assert.deepEqual(diagnostics, []);
  });
}

test("beside the standard's dependencies those of Poetry only say where they come from", () => {
  const standard = '[project]\nname = "root"\ndependencies = ["a"]\n[tool.poetry.dependencies]\na = "*"\nb = "*"\n';
  const direct = (asked: string) =>
    read(`${entry('a')}${entry('b')}`, asked).components.map(({ relation }) => relation);
  assert.deepEqual(direct(standard), ['direct', 'unknown']);
  assert.deepEqual(direct(standard.replace('[tool', 'dynamic = ["dependencies"]\n[tool')), ['direct', 'direct']);
  assert.deepEqual(direct(standard.replace('["a"]', '[]')), ['direct', 'direct']);
});

const told: readonly (readonly [keys: string, scope: string])[] = [
  ['groups = ["main"]', 'runtime'],
  ['groups = ["main", "dev"]\noptional = true', 'optional'],
  ['groups = ["dev", "main"]\nmarkers = "extra == \\"x\\""', 'optional'],
  ['groups = ["main"]\nmarkers = "extra == \\"x\\" or python_version < \\"3.9\\""', 'runtime'],
  ['groups = ["main", "dev"]\nmarkers = { main = "extra == \\"x\\" and os_name == \\"nt\\"" }', 'optional'],
  ['groups = ["main", "dev"]\nmarkers = { dev = "extra == \\"x\\"" }', 'runtime'],
  ['groups = ["dev", "docs"]', 'development'],
  ['category = "main"', 'runtime'],
  ['category = "main"\noptional = true', 'optional'],
  ['category = "dev"\noptional = true', 'development'],
  ['optional = true', 'optional'],
  ['optional = false', 'unknown'],
];

for (const [keys, scope] of told) {
  test(`without pyproject.toml ${keys.replaceAll('\n', ', ')} tells ${scope}`, () => {
    const { components, graph } = read(`[[package]]\nname = "a"\nversion = "1"\n${keys}\n`, undefined);
    assert.equal(components[0]?.scope, scope);
    assert.equal(components[0].relation, 'unknown');
    assert.equal(graph, 'partial');
  });
}

test('the extras of the project stand in the lockfile, so that what they ask for is known without pyproject.toml', () => {
  const { components } = read(`${entry('a', 'b = "*"')}${entry('b')}[extras]\nfast = ["A"]\n`, undefined);
  assert.deepEqual(show(components), ['a direct optional needs b', 'b unknown optional']);
});

const sources: readonly (readonly [source: string, purl: string, says: string])[] = [
  ['type = "legacy"\nurl = "https://u:p@packages.example/simple"\nreference = "clinic"', 'pkg:pypi/a@1', 'exact'],
  ['type = "file"\nurl = "a-1.whl"', 'pkg:pypi/a@1', 'exact'],
  ['type = "directory"\nurl = "../a"', 'pkg:pypi/a@1', 'exact own'],
  ['type = "url"\nurl = "https://u:p@x.example/a.whl"', 'pkg:pypi/a@1?download_url=https://x.example/a.whl', 'exact'],
  [
    `type = "git"\nurl = "https://g.example/a"\nreference = "main"\nresolved_reference = "${'0a'.repeat(20)}"\nsubdirectory = "py"`,
    `pkg:pypi/a@1?vcs_url=git+https://g.example/a@${'0a'.repeat(20)}#py`,
    'exact',
  ],
  [
    'type = "git"\nurl = "https://g.example/a"\nreference = "main"',
    'pkg:pypi/a@1?vcs_url=git+https://g.example/a@main',
    'mutable',
  ],
];

for (const [source, purl, says] of sources) {
  test(`a package from ${source.split('\n').slice(0, 2).join(', ')} is ${says}`, () => {
    const [component] = read(`${entry('a')}[package.source]\n${source}\n`, undefined).components;
    assert.equal(decodeURIComponent(component?.purl ?? ''), purl);
    assert.equal(`${component?.pinning.kind}${component?.firstParty === true ? ' own' : ''}`, says);
  });
}

test('before lock-version 2 the hashes of several versions are told apart by the names of the files', () => {
  const hash = (digit: string) => `sha256:${digit.repeat(64)}`;
  const files = `[metadata]\nlock-version = "1.1"\n[metadata.files]\na = [{file = "a-1-py3.whl", hash = "${hash('1')}"}, {file = "a-1.1.tar.gz", hash = "${hash('2')}"}]\n`;
  const { components } = read(`${entry('a')}${entry('a').replace('"1"', '"1.1"')}${files}`, undefined);
  assert.deepEqual(
    components.map(({ hashes }) => hashes.map(({ value }) => value[0])),
    [['1'], ['2']],
  );
});

const problems: readonly (readonly [title: string, entries: string, asked: string | undefined, says: RegExp])[] = [
  [
    'a need that the lockfile lacks',
    entry('a', 'b = "*"'),
    undefined,
    /a needs "b", which this lockfile does not hold/,
  ],
  ['a need in no form of Poetry', entry('a', 'b = [[1]]'), undefined, /a needs "b" in a way that is none of Poetry's/],
  ['a hash of no known kind', entry('a') + 'files = [{file = "x", hash = "sha256:zz"}]\n', undefined, /"sha256:zz"/],
  ['a broken pyproject.toml', entry('a'), '[tool', /pyproject\.toml cannot be read/],
  ['a pyproject.toml of another shape', entry('a'), 'project = 1', /"project"/],
  [
    'a wrong dependency in pyproject.toml',
    entry('a'),
    `${manifest}a = 1\n`,
    /"1" under "tool\.poetry\.dependencies\.a"/,
  ],
];

for (const [title, entries, asked, says] of problems) {
  test(`${title} is told, and the rest is read`, () => {
    const { components, diagnostics } = read(entries, asked);
    assert.deepEqual(
      components.map(({ name }) => name),
      ['a'],
    );
    assert.equal(diagnostics.length, 1);
    assert.match(diagnostics[0]?.message ?? '', says);
  });
}

test('a need with a marker, and what old versions of Poetry left out, may be missing', () => {
  const { diagnostics } = read(
    entry('a', 'b = { version = "*", markers = "os_name == \'nt\'" }\nsetuptools = "*"'),
    undefined,
  );
  assert.deepEqual(diagnostics, []);
});

test('a file without its last table may be cut off', () => {
  const { diagnostics } = poetryLock.read({ path: 'poetry.lock', text: entry('a'), companions: new Map() });
  assert.match(diagnostics[0]?.message ?? '', /may be cut off/);
});

test('what is reached from the main dependencies, and nothing else, is runtime', () => {
  const count = 6;
  const edge = fc.tuple(fc.nat(count - 1), fc.nat(count - 1));
  fc.assert(
    fc.property(fc.array(edge), fc.uniqueArray(fc.nat(count - 1)), (edges, asked) => {
      const needs = (from: number) => new Set(edges.filter(([start]) => start === from).map(([, end]) => end));
      const list = (targets: Iterable<number>) => [...targets].map((target) => `p${target} = "*"`).join('\n');
      const entries = Array.from({ length: count }, (_, index) => entry(`p${index}`, list(needs(index))));
      const reached = new Set(asked);
      for (const one of reached) for (const next of needs(one)) reached.add(next);
      for (const { name, scope } of read(entries.join(''), `${manifest}${list(asked)}\n`).components)
        assert.equal(scope === 'runtime', reached.has(Number(name.slice(1))));
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, asked) => void read(text, asked)));
});

function entry(name: string, needs = ''): string {
  return `[[package]]\nname = "${name}"\nversion = "1"\n${needs === '' ? '' : `[package.dependencies]\n${needs}\n`}`;
}

function show(components: Reading['components']): string[] {
  return components.map(({ name, relation, scope, dependsOn = [] }) => {
    const needs = dependsOn.map((purl) => purl.replace(/^pkg:pypi\/|@.*$/g, ''));
    return `${name} ${relation} ${scope}${needs.length === 0 ? '' : ` needs ${needs.join(' ')}`}`;
  });
}

function read(entries: string, pyproject: string | undefined): Reading {
  const text = entries.includes('[metadata]') ? entries : `${entries}[metadata]\nlock-version = "2.1"\n`;
  const companions = new Map(pyproject === undefined ? [] : [['pyproject.toml', pyproject]]);
  return poetryLock.read({ path: 'poetry.lock', text, companions });
}
