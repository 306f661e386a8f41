import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { anySubject, component, subject } from '../../../../test/sbom-subjects.ts';
import { dependencyGraph } from './dependency-graph.ts';

const purl = (name: string) => `pkg:npm/${name}@1.0.0`;

/** Writes what each package needs as `a>b,c`; `a>` needs nothing, and of `a?` nothing is known. The product asks for `direct`. */
function graphOf(packages: string, direct: readonly string[] = []) {
  const components = packages.split(' ').map((text) => {
    const [name = '', needs] = text.replace('?', '').split('>');
    const dependsOn = text.endsWith('?') ? undefined : (needs ?? '').split(',').filter(Boolean).map(purl);
    return component({ name, dependsOn, relation: direct.includes(name) ? 'direct' : 'transitive' });
  });
  return dependencyGraph(subject(components).inventory);
}

const roots: readonly (readonly [
  what: string,
  packages: string,
  direct: readonly string[],
  product: readonly string[],
])[] = [
  ['what it asks for', 'a>b b>', ['a'], ['a']],
  ['what it asks for, though another needs it too', 'a>b b>', ['a', 'b'], ['a', 'b']],
  ['what nobody needs', 'a>b b> c>', [], ['a', 'c']],
  ['one of a cycle that nobody enters', 'b>c c>b', [], ['b']],
  ['the cycle above, not the package below it', 'a> y>z,a z>y', [], ['y']],
  ['the cycle above, not the cycle below it', 'a>b b>a y>z z>y,a', [], ['y']],
  ['nothing of a cycle that it reaches', 'a>b b>c c>b', ['a'], ['a']],
  ['a package that only needs itself', 'a>a', [], ['a']],
];

for (const [what, packages, direct, expected] of roots) {
  test(`the product needs ${what}`, () => {
    const { nodes, product } = graphOf(packages, direct);
    assert.deepEqual(product.dependsOn, expected.map(purl));
    const unclaimed = nodes.filter((node) => node.unclaimed).map(({ ref }) => ref);
    assert.deepEqual(
      unclaimed,
      product.dependsOn.filter((ref) => !direct.map(purl).includes(ref)),
    );
  });
}

test('what a file does not tell is unknown, and what it names and nobody holds makes a list incomplete', () => {
  const { nodes } = graphOf('a>b,nowhere b? c>');
  assert.deepEqual(
    nodes.map(({ completeness, dependsOn, missing }) => [completeness, dependsOn, missing]),
    [
      ['incomplete', [purl('b')], [purl('nowhere')]],
      ['unknown', [], []],
      ['complete', [], []],
    ],
  );
});

test('what the product needs is complete when it asks for all of it, and never when a file was not understood', () => {
  const components = [component({ relation: 'direct', dependsOn: [] })];
  const files = (status: 'read' | 'not-understood' | 'skipped') => [
    { path: 'x.lock', reader: 'x', status, reason: undefined, graph: 'complete' as const },
  ];
  const completeness = (status: 'read' | 'not-understood' | 'skipped') =>
    dependencyGraph({ components, files: files(status), diagnostics: [] }).product.completeness;
  assert.equal(completeness('read'), 'complete');
  assert.equal(completeness('skipped'), 'complete');
  assert.equal(completeness('not-understood'), 'incomplete');
  assert.equal(graphOf('a> b>', ['a']).product.completeness, 'unknown');
});

test('two components of one package URL are two nodes, and who needs the package needs either', () => {
  const twins = ['Foo_Bar', 'foo-bar'].map((name) => component({ name, purl: purl('foo-bar') }));
  const user = component({ name: 'a', relation: 'direct', dependsOn: [purl('foo-bar')] });
  const { nodes } = dependencyGraph(subject([...twins, user]).inventory);
  assert.deepEqual(
    nodes.map(({ ref }) => ref),
    [purl('a'), purl('foo-bar'), `${purl('foo-bar')} (2)`],
  );
  assert.deepEqual(nodes[0]?.dependsOn, [purl('foo-bar'), `${purl('foo-bar')} (2)`]);
});

test('a product needs no component that another of those that it needs already brings in, unless it asks for it', () => {
  fc.assert(
    fc.property(anySubject, ({ inventory }) => {
      const { nodes, product } = dependencyGraph(inventory);
      const byRef = new Map(nodes.map((node) => [node.ref, node]));
      for (const root of nodes.filter(({ unclaimed }) => unclaimed)) {
        const reached = new Set(product.dependsOn.filter((ref) => ref !== root.ref));
        for (const ref of reached) for (const next of byRef.get(ref)?.dependsOn ?? []) reached.add(next);
        assert.ok(!reached.has(root.ref), `${root.ref} is brought in`);
      }
    }),
  );
});

test('a chain of fifty thousand packages is walked', () => {
  const names = Array.from({ length: 50_000 }, (_, index) => `p${index}`);
  const { product } = graphOf(names.map((name, index) => `${name}>${names[index + 1] ?? ''}`).join(' '));
  assert.deepEqual(product.dependsOn, [purl('p0')]);
});
