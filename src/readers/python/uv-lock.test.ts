import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { uvLock } from './uv-lock.ts';

const root = '[[package]]\nname = "root"\nversion = "1"\nsource = { virtual = "." }\n';

const locks: readonly (readonly [title: string, entries: string, says: readonly string[]])[] = [
  [
    'runtime wins over optional, optional over development',
    `${root}dependencies = [{ name = "a" }]
[package.optional-dependencies]
x = [{ name = "a" }, { name = "b" }]
[package.dev-dependencies]
dev = [{ name = "a" }, { name = "b" }, { name = "c" }]
${foreign('a')}${foreign('b')}${foreign('c')}`,
    ['a direct runtime', 'b direct optional', 'c direct development'],
  ],
  [
    'what an extra brings in is needed only where somebody asks for the extra',
    `${root}dependencies = [{ name = "a", extra = ["fast"] }]
[package.dev-dependencies]
dev = [{ name = "a", extra = ["slow"] }]
${foreign('a', '[package.optional-dependencies]\nfast = [{ name = "b" }]\nslow = [{ name = "c" }]\n')}
${foreign('b')}${foreign('c')}`,
    ['a direct runtime', 'b transitive runtime', 'c transitive development'],
  ],
  [
    'an extra that the target does not know brings in nothing',
    `${root}dependencies = [{ name = "a", extra = ["constructor", "none"] }]\n${foreign('a')}`,
    ['a direct runtime'],
  ],
  [
    'of several versions the edge names one',
    `${root}dependencies = [{ name = "a", version = "1" }]
[package.dev-dependencies]
dev = [{ name = "a", version = "2" }]
${foreign('a')}${foreign('a').replace('"1"', '"2"')}`,
    ['a direct runtime', 'a direct development'],
  ],
  [
    'of one version from two sources the edge names one',
    `${root}dependencies = [{ name = "a", version = "1", source = { url = "https://x.example/a.whl" } }]
${foreign('a')}${foreign('a').replace(/\{.*\}/, '{ url = "https://x.example/a.whl" }')}`,
    ['a unknown unknown', 'a direct runtime'],
  ],
  [
    'packages may need one another',
    `${root}dependencies = [{ name = "a" }]
${foreign('a', 'dependencies = [{ name = "b" }]\n')}${foreign('b', 'dependencies = [{ name = "a" }]\n')}`,
    ['a direct runtime', 'b transitive runtime'],
  ],
  [
    'a folder beside the root that only a group needs is for development, and so is what it needs',
    `${root}[package.dev-dependencies]
dev = [{ name = "kit" }]
[[package]]
name = "kit"
source = { directory = "../kit" }
dependencies = [{ name = "a" }]
${foreign('a')}`,
    ['kit direct development', 'a direct development'],
  ],
  ['without a root nobody knows what a package is for', foreign('a'), ['a unknown unknown']],
];

for (const [title, entries, says] of locks) {
  test(title, () => {
    const { components, diagnostics } = read(entries);
    const shown = components
      .filter(({ name }) => name !== 'root')
      .map(({ name, relation, scope }) => `${name} ${relation} ${scope}`);
    assert.deepEqual(shown, says);
    assert.deepEqual(diagnostics, []);
  });
}

const pinnings: readonly (readonly [source: string, purl: string, pinning: string])[] = [
  ['{ registry = "https://mirror.example/simple" }', 'pkg:pypi/a@1', 'exact'],
  ['{ registry = "../wheels" }', 'pkg:pypi/a@1', 'exact'],
  ['{ path = "a.whl" }', 'pkg:pypi/a@1', 'exact'],
  ['{ url = "https://u:p@x.example/a.whl?t=1" }', 'pkg:pypi/a@1?download_url=https:%2F%2Fx.example%2Fa.whl', 'exact'],
  [
    `{ git = "https://u:p@g.example/a?subdirectory=py&rev=main#${'0a'.repeat(20)}" }`,
    `pkg:pypi/a@1?vcs_url=git%2Bhttps:%2F%2Fg.example%2Fa%40${'0a'.repeat(20)}%23py`,
    'exact',
  ],
  [
    '{ git = "https://g.example/a?rev=main" }',
    'pkg:pypi/a@1?vcs_url=git%2Bhttps:%2F%2Fg.example%2Fa%40main',
    'mutable',
  ],
];

for (const [source, purl, pinning] of pinnings) {
  test(`a package from ${source} is ${purl}, ${pinning}`, () => {
    const [component] = read(foreign('a').replace(/\{.*\}/, () => source)).components;
    assert.equal(component?.purl, purl);
    assert.equal(component.pinning.kind, pinning);
    assert.equal(component.firstParty, false);
  });
}

test('what is reached from the dependencies of the root, and nothing else, is runtime', () => {
  const count = 8;
  const edge = fc.tuple(fc.nat(count - 1), fc.nat(count - 1));
  fc.assert(
    fc.property(fc.array(edge), fc.array(fc.nat(count - 1)), fc.array(fc.nat(count - 1)), (edges, asked, grouped) => {
      const list = (targets: readonly number[]) => `[${targets.map((target) => `{ name = "p${target}" }`).join(', ')}]`;
      const needs = (from: number) => edges.filter(([start]) => start === from).map(([, end]) => end);
      const packages = Array.from({ length: count }, (_, index) =>
        foreign(`p${index}`, `dependencies = ${list(needs(index))}\n`),
      );
      const { components } = read(
        `${root}dependencies = ${list(asked)}\n[package.dev-dependencies]\ndev = ${list(grouped)}\n${packages.join('')}`,
      );
      const closure = (start: readonly number[]) => {
        const reached = new Set(start);
        for (const one of reached) for (const next of needs(one)) reached.add(next);
        return reached;
      };
      const runtime = closure(asked);
      const development = closure(grouped);
      for (const { name, scope } of components.slice(1)) {
        const index = Number(name.slice(1));
        assert.equal(scope, runtime.has(index) ? 'runtime' : development.has(index) ? 'development' : 'unknown');
      }
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void read(text)));
});

function foreign(name: string, rest = ''): string {
  return `[[package]]\nname = "${name}"\nversion = "1"\nsource = { registry = "https://pypi.example/simple" }\n${rest}`;
}

function read(entries: string): Reading {
  return uvLock.read({ path: 'uv.lock', text: `version = 1\n${entries}`, companions: new Map() });
}
