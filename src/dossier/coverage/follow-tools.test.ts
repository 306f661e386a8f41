import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import type { Component } from '../../model/component.ts';
import { deviceSchema } from '../../model/records/device.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import { decideUses } from './decide-use.ts';

const device = deviceSchema.parse({
  device: { name: 'D', manufacturer: 'M' },
  scope: [{ packages: 'pkg:npm/webpack', scope: 'development', reason: 'it bundles and is not delivered' }],
});

/** A runtime component of one lockfile that needs others; the product asks for `direct` ones itself. */
function node(name: string, needs: readonly string[], facts: Partial<Component> = {}): Component {
  const relation = facts.relation ?? 'transitive';
  return component(`pkg:npm/${name}@1.0.0`, {
    scope: 'runtime',
    dependsOn: needs.map((one) => `pkg:npm/${one}@1.0.0`),
    ...facts,
    relation,
  });
}

const product = node('product', ['webpack', 'react'], { firstParty: true, relation: 'unknown' });
const webpack = node('webpack', ['tapable', 'json'], { relation: 'direct' });
const react = node('react', ['json'], { relation: 'direct' });
const usual = [product, webpack, react, node('tapable', ['leaf']), node('leaf', ['tapable']), node('json', [])];

function tools(components: readonly Component[], graph: 'complete' | 'partial' = 'complete'): string[] {
  const files: Inventory['files'] = [
    { path: 'package-lock.json', reader: 'package-lock', status: 'read', reason: undefined, graph },
  ];
  const uses = decideUses(device, { components, files, diagnostics: [] });
  return components.flatMap(({ purl, name }) => (uses.get(purl)?.scope === 'development' ? [name] : []));
}

test('what only a tool brings in follows it, cycles too; what the product needs otherwise ships', () => {
  assert.deepEqual(tools(usual), ['webpack', 'tapable', 'leaf']);
});

test('who follows says what brings it in and what was decided', () => {
  const uses = decideUses(device, { components: usual, files: [whole], diagnostics: [] });
  assert.deepEqual(uses.get('pkg:npm/leaf@1.0.0'), {
    scope: 'development',
    decidedBy: 'tool',
    reason:
      'only brought in by pkg:npm/tapable@1.0.0, behind which stands the tool pkg:npm/webpack@1.0.0: it bundles and is not delivered',
  });
});

const whole = {
  path: 'package-lock.json',
  reader: 'package-lock',
  status: 'read',
  reason: undefined,
  graph: 'complete',
} as const;

const changes: readonly (readonly [what: string, changed: Component, tools: readonly string[]])[] = [
  ['the product asks for it itself', node('leaf', [], { relation: 'direct' }), ['webpack', 'tapable']],
  ['nobody knows who asks for it', node('leaf', [], { relation: 'unknown' }), ['webpack', 'tapable']],
  [
    'another file lists it, which tells no graph',
    node('leaf', [], {
      foundAt: [
        { file: 'package-lock.json', line: 1 },
        { file: 'requirements.txt', line: 1 },
      ],
    }),
    ['webpack', 'tapable'],
  ],
  ['it is the product’s own', node('leaf', [], { firstParty: true }), ['webpack', 'tapable']],
  ['runtime needs it', node('react', ['leaf', 'json'], { relation: 'direct' }), ['webpack']],
  [
    'a tool of the files needs it too',
    node('jest', ['leaf'], { scope: 'development' }),
    ['webpack', 'tapable', 'leaf', 'jest'],
  ],
];

for (const [what, changed, expected] of changes)
  test(`a package behind a tool, when ${what}`, () => {
    const others = usual.filter(({ name }) => name !== changed.name);
    assert.deepEqual(tools([...others, changed]).toSorted(), expected.toSorted());
  });

test('a file that does not tell its whole graph leaves a doubt, and a tool that the files decided on brings nothing', () => {
  assert.deepEqual(tools(usual, 'partial'), ['webpack']);
  const other = [product, node('rollup', ['magic'], { relation: 'direct', scope: 'development' }), node('magic', [])];
  assert.deepEqual(tools(other), ['rollup']);
});
