import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requirementGraph } from './requirement-graph.ts';

const relations: readonly (readonly [via: readonly string[] | undefined, hidesOwn: boolean, relation: string])[] = [
  [undefined, false, 'unknown'],
  [[], false, 'unknown'],
  [['-r requirements.in'], false, 'direct'],
  [['-r requirements.in', 'listed'], false, 'direct'],
  [['site (pyproject.toml)'], false, 'direct'],
  [['site (pyproject.toml:docs)'], false, 'direct'],
  [['listed'], false, 'transitive'],
  [['Listed[extra]'], false, 'transitive'],
  [['-c constraints.txt', 'listed'], false, 'transitive'],
  [['-c constraints.txt'], false, 'unknown'],
  [['elsewhere'], false, 'unknown'],
  [['listed', 'elsewhere'], false, 'unknown'],
  [['elsewhere'], true, 'direct'],
  [['the proxy that we use'], true, 'unknown'],
];

for (const [via, hidesOwn, relation] of relations) {
  test(`via ${via?.join(', ') ?? 'nobody'}${hidesOwn ? ', own packages hidden,' : ''} is ${relation}`, () => {
    const one = { name: 'one', purl: 'pkg:pypi/one@1', via };
    const listed = { name: 'listed', purl: 'pkg:pypi/listed@1', via: undefined };
    assert.equal(requirementGraph([one, listed], hidesOwn).relationOf(one), relation);
  });
}

test('who is asked by whom is turned round, for every version of a name', () => {
  const a = { name: 'a', purl: 'pkg:pypi/a@1', via: ['-r x.in'] };
  const b1 = { name: 'b', purl: 'pkg:pypi/b@1', via: ['a'] };
  const b2 = { name: 'b', purl: 'pkg:pypi/b@2', via: ['a', 'c'] };
  const { graph, needsOf } = requirementGraph([a, b2, b1], false);
  assert.equal(graph, 'complete');
  assert.deepEqual(needsOf(a), ['pkg:pypi/b@1', 'pkg:pypi/b@2']);
  assert.deepEqual(needsOf(b1), []);
});

test('a graph with gaps does not say that a package needs nothing', () => {
  const a = { name: 'a', purl: 'pkg:pypi/a@1', via: undefined };
  const b = { name: 'b', purl: 'pkg:pypi/b@1', via: ['a'] };
  const { graph, needsOf } = requirementGraph([a, b], false);
  assert.equal(graph, 'partial');
  assert.deepEqual(needsOf(a), ['pkg:pypi/b@1']);
  assert.equal(needsOf(b), undefined);
});

test('a file without comments holds no graph', () => {
  const a = { name: 'a', purl: 'pkg:pypi/a@1', via: undefined };
  assert.equal(requirementGraph([a], false).graph, 'none');
  assert.equal(requirementGraph([], false).graph, 'none');
});
