import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { component } from '../../../test/sample-component.ts';
import type { Component, Pinning, Relation, Scope } from '../../model/component.ts';
import { mergeComponents } from './merge-components.ts';

const at = (file: string, line: number) => ({ foundAt: [{ file, line }] });

test('one version locked for runtime and for development ships', () => {
  const [merged] = mergeComponents([
    component('pkg:npm/ms@2.1.3', { scope: 'development', ...at('a/package-lock.json', 9) }),
    component('pkg:npm/ms@2.1.3', { scope: 'runtime', ...at('b/package-lock.json', 4) }),
  ]);
  assert.equal(merged?.scope, 'runtime');
  assert.deepEqual(merged?.foundAt, [
    { file: 'a/package-lock.json', line: 9 },
    { file: 'b/package-lock.json', line: 4 },
  ]);
});

test('development is certain only when nobody is in doubt', () => {
  const [merged] = mergeComponents([
    component('pkg:pypi/six@1.17.0', { scope: 'development', ...at('requirements-dev.txt', 1) }),
    component('pkg:pypi/six@1.17.0', { scope: 'unknown', ...at('requirements.txt', 1) }),
  ]);
  assert.equal(merged?.scope, 'unknown');
});

test('two versions of one name are two components', () => {
  const merged = mergeComponents([component('pkg:npm/ms@2.0.0'), component('pkg:npm/ms@2.1.3')]);
  assert.deepEqual(
    merged.map(({ version }) => version),
    ['2.0.0', '2.1.3'],
  );
});

const spellings: readonly (readonly [ecosystem: string, purls: readonly string[], rows: number])[] = [
  ['NuGet', ['pkg:nuget/Newtonsoft.Json@13.0.3', 'pkg:nuget/newtonsoft.json@13.0.3'], 1],
  ['NuGet, of pre-releases', ['pkg:nuget/Serilog@4.0.0-Dev', 'pkg:nuget/serilog@4.0.0-dev'], 1],
  ['PyPI', ['pkg:pypi/zope.interface@7.1', 'pkg:pypi/zope-interface@7.1', 'pkg:pypi/zope--interface@7.1'], 1],
  ['PyPI, of two versions', ['pkg:pypi/zope.interface@7.1', 'pkg:pypi/zope-interface@7-1'], 2],
  ['crates', ['pkg:cargo/serde_json@1.0.1', 'pkg:cargo/serde-json@1.0.1'], 1],
  ['npm, which has old names with capitals', ['pkg:npm/JSONStream@1.3.5', 'pkg:npm/jsonstream@1.3.5'], 2],
  ['Go', ['pkg:golang/github.com/BurntSushi/toml@1.4.0', 'pkg:golang/github.com/burntsushi/toml@1.4.0'], 2],
];

for (const [ecosystem, purls, rows] of spellings) {
  test(`spellings of one name are one row, as the ecosystem has it: ${ecosystem}`, () => {
    const user = component('pkg:generic/user@1', { dependsOn: purls });
    const merged = mergeComponents([user, ...purls.map((purl) => component(purl))]);
    assert.equal(merged.length - 1, rows);
    assert.equal(merged.find(({ purl }) => purl === user.purl)?.dependsOn?.length, rows);
  });
}

test('two architectures of one distribution package are one row, and edges lead to it', () => {
  const merged = mergeComponents([
    component('pkg:deb/debian/libc6@2.36-9?arch=amd64'),
    component('pkg:deb/debian/libc6@2.36-9?arch=i386'),
    component('pkg:deb/debian/bash@5.2?arch=i386', { dependsOn: ['pkg:deb/debian/libc6@2.36-9?arch=i386'] }),
  ]);
  assert.deepEqual(
    merged.map(({ purl }) => purl),
    ['pkg:deb/debian/bash@5.2?arch=i386', 'pkg:deb/debian/libc6@2.36-9?arch=amd64'],
  );
  assert.deepEqual(merged[0]?.dependsOn, ['pkg:deb/debian/libc6@2.36-9?arch=amd64']);
});

test('a package of our own that a lockfile also takes from a registry is somebody else’s there', () => {
  const [merged] = mergeComponents([
    component('pkg:npm/parser@1.0.0', { firstParty: true, ...at('packages/parser', 1) }),
    component('pkg:npm/parser@1.0.0', { ...at('package-lock.json', 9) }),
  ]);
  assert.equal(merged?.firstParty, false);
});

test('a module that one pom builds and another one asks for is the product’s own, as Maven has it', () => {
  const module = 'pkg:maven/org.example/store@1.0.0';
  const [merged] = mergeComponents([
    component(module, { type: 'maven', ...at('app/pom.xml', 9) }),
    component(module, { type: 'maven', firstParty: true, ...at('store/pom.xml', 1) }),
  ]);
  assert.equal(merged?.firstParty, true);
});

test('a file without a graph does not make a known graph unknown, and unknown stays unknown', () => {
  const known = mergeComponents([
    component('pkg:npm/a@1', { dependsOn: undefined }),
    component('pkg:npm/a@1', { dependsOn: ['pkg:npm/b@1'] }),
  ]);
  assert.deepEqual(known[0]?.dependsOn, ['pkg:npm/b@1']);
  const unknown = mergeComponents([
    component('pkg:npm/a@1', { dependsOn: undefined }),
    component('pkg:npm/a@1', { dependsOn: undefined }),
  ]);
  assert.equal(unknown[0]?.dependsOn, undefined);
});

const scopes: readonly Scope[] = ['runtime', 'optional', 'development', 'unknown'];
const relations: readonly Relation[] = ['direct', 'transitive', 'unknown'];
const pinnings: readonly Pinning[] = [
  { kind: 'exact' },
  { kind: 'range', asked: '>=1' },
  { kind: 'range', asked: '<2' },
  { kind: 'mutable', asked: 'main' },
];

const components: fc.Arbitrary<Component[]> = fc.array(
  fc
    .record({
      name: fc.constantFrom('a', 'b'),
      version: fc.constantFrom('1', '2'),
      scope: fc.constantFrom(...scopes),
      relation: fc.constantFrom(...relations),
      pinning: fc.constantFrom(...pinnings),
      line: fc.integer({ min: 1, max: 4 }),
      supplier: fc.constantFrom('x', 'y', undefined),
      needs: fc.option(fc.array(fc.constantFrom('pkg:npm/a@1', 'pkg:npm/b@2'), { maxLength: 2 }), { nil: undefined }),
    })
    .map(({ name, version, line, needs, ...rest }) =>
      component(`pkg:npm/${name}@${version}`, { ...rest, dependsOn: needs, ...at('f', line) }),
    ),
  { maxLength: 8 },
);

test('merging is associative, and neither order nor repetition matters', () => {
  fc.assert(
    fc.property(components, components, (some, others) => {
      const once = mergeComponents([...some, ...others]);
      assert.deepEqual(mergeComponents([...others, ...some]), once);
      assert.deepEqual(mergeComponents([...mergeComponents(some), ...mergeComponents(others)]), once);
      assert.deepEqual(mergeComponents(once), once);
    }),
  );
});
