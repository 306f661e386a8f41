import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mavenTreeComponents } from './maven-tree-components.ts';
import { parseMavenTreeText } from './maven-tree-text.ts';

test('of an artefact in two versions the nearest counts, and edges lead to it', () => {
  assert.deepEqual(
    read(
      '+- org:a:jar:1:compile',
      '|  \\- org:b:jar:1:compile',
      '|     \\- org:old:jar:1:compile',
      '\\- org:b:jar:2:compile',
    ),
    {
      graph: 'complete',
      'org:app@1': 'direct org:a@1 org:b@2',
      'org:a@1': 'direct org:b@2',
      'org:old@1': 'transitive',
      'org:b@2': 'direct',
    },
  );
});

test('a verbose tree shows edges to what stands elsewhere, to the project itself too', () => {
  assert.deepEqual(
    read(
      '+- org:a:jar:1:compile',
      '|  +- (org:b:jar:1:compile - omitted for duplicate)',
      '|  \\- (org:app:jar:1:compile - omitted for cycle)',
      '\\- org:b:jar:1:compile',
    ),
    {
      graph: 'complete',
      'org:app@1': 'direct org:a@1 org:b@1',
      'org:a@1': 'direct org:app@1 org:b@1',
      'org:b@1': 'direct',
    },
  );
});

test('without repetitions nobody knows what a node without children needs', () => {
  assert.deepEqual(read('\\- org:a:jar:1:compile'), {
    graph: 'partial',
    'org:app@1': 'direct org:a@1',
    'org:a@1': 'direct not told',
  });
});

test('files of one version that differ by classifier do not compete', () => {
  const seen = read('+- org:a:jar:1:compile', '\\- org:a:jar:tests:1:test');
  assert.equal(seen.graph, 'partial');
});

/** By name and version: the relation, and the names and versions of what is needed. */
function read(...lines: readonly string[]): Readonly<Record<string, string>> {
  const answer = parseMavenTreeText(['org:app:jar:1', ...lines, ''].join('\n'));
  assert.ok('nodes' in answer);
  const { graph, components } = mavenTreeComponents('tree.txt', answer);
  const names = new Map(components.map(({ purl, name, version }) => [purl, `${name}@${version ?? ''}`]));
  const rows = components.map(({ purl, relation, dependsOn }) => {
    const needs = dependsOn === undefined ? ['not told'] : dependsOn.map((needed) => names.get(needed) ?? needed);
    return [names.get(purl), [relation, ...needs].join(' ')];
  });
  return { graph, ...Object.fromEntries(rows) };
}
