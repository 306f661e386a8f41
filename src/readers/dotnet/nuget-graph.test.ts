import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Relation, Scope } from '../../model/component.ts';
import { nugetComponent } from './nuget-component.ts';
import { nugetReading, scopesByUse, type NugetEntry, type NugetSection } from './nuget-graph.ts';

test('the strongest scope of what leads to a package counts, in circles too', () => {
  const section = sectionOf(
    ['Analyzer', 'direct', ['Shared']],
    ['App.Lib', 'direct', ['Shared', 'Loop']],
    ['Shared', 'transitive', []],
    ['Loop', 'transitive', ['app.lib']],
    ['Alone', 'transitive', []],
  );
  assert.deepEqual(scopesIn([section], { Analyzer: 'development', 'App.Lib': 'runtime' }), {
    Analyzer: 'development',
    'App.Lib': 'runtime',
    Shared: 'runtime',
    Loop: 'runtime',
    Alone: 'unknown',
  });
});

test('what is needed for one runtime alone is found there', () => {
  const base: NugetSection = sectionOf(['A', 'direct', ['B']], ['B', 'transitive', []]);
  const runtime = new Map([...base, ...sectionOf(['B', 'transitive', ['Native']], ['Native', 'transitive', []])]);
  assert.deepEqual(scopesIn([base, runtime], { A: 'runtime' }), { A: 'runtime', B: 'runtime', Native: 'runtime' });
});

test('a project that asks for the test SDK has nothing but development dependencies', () => {
  const section = sectionOf(['Microsoft.NET.Test.Sdk', 'direct', []], ['A', 'direct', ['B']], ['B', 'transitive', []]);
  assert.deepEqual(Object.values(scopesIn([section], {})), ['development', 'development', 'development']);
  const below = sectionOf(['Microsoft.NET.Test.Sdk', 'transitive', []], ['A', 'direct', []]);
  assert.equal(scopesIn([below], { A: 'runtime' })['A'], 'runtime');
});

test('sections that repeat a package give one component with the edges of all', () => {
  const sections = [
    sectionOf(['A', 'transitive', ['B']], ['B', 'transitive', []]),
    sectionOf(['a', 'direct', ['C']], ['C', 'transitive', []]),
  ];
  const { components, graph } = nugetReading(sections, scopesByUse(sections, unknown), undefined);
  assert.deepEqual(
    components.map(({ name, relation, dependsOn }) => [name, relation, dependsOn]),
    [
      ['A', 'direct', ['pkg:nuget/B@1', 'pkg:nuget/C@1']],
      ['B', 'transitive', []],
      ['C', 'transitive', []],
    ],
  );
  assert.equal(graph, 'complete');
});

test('an edge that leads nowhere makes the graph partial, and is told once where there is help', () => {
  const sections = [sectionOf(['A', 'direct', ['B']]), sectionOf(['A', 'direct', ['B']])];
  const silent = nugetReading(sections, scopesByUse(sections, unknown), undefined);
  assert.deepEqual([silent.graph, silent.diagnostics.length], ['partial', 0]);
  const told = nugetReading(sections, scopesByUse(sections, unknown), 'help');
  assert.deepEqual(
    told.diagnostics.map(({ message }) => message),
    ['pkg:nuget/A@1 needs "B", which this file does not hold'],
  );
});

const unknown = () => ({ scope: 'unknown', reason: 'nobody knows' }) as const;

function sectionOf(...entries: readonly (readonly [string, Relation, readonly string[]])[]): NugetSection {
  return new Map(
    entries.map(([name, relation, needs]): [string, NugetEntry] => [
      name.toLowerCase(),
      { facts: nugetComponent(name, '1', { file: 'lock', line: 1 }), own: false, relation, needs },
    ]),
  );
}

function scopesIn(sections: readonly NugetSection[], direct: Readonly<Record<string, Scope>>) {
  const scopeOf = ({ facts }: NugetEntry) => ({ scope: direct[facts.name] ?? 'unknown', reason: 'test' }) as const;
  const { components } = nugetReading(sections, scopesByUse(sections, scopeOf), undefined);
  return Object.fromEntries(components.map(({ name, scope }): [string, Scope] => [name, scope]));
}
