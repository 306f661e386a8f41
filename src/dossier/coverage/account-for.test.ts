import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { component } from '../../../test/sample-component.ts';
import type { Component, Scope } from '../../model/component.ts';
import type { Filed } from '../../model/filed.ts';
import { soupItemSchema, type SoupItem } from '../../model/records/soup-item.ts';
import { accountFor } from './account-for.ts';

const react = shipped('pkg:npm/react@19.0.0', { dependsOn: ['pkg:npm/loose@1.0.0', 'pkg:npm/shared@1.0.0'] });
const loose = shipped('pkg:npm/loose@1.0.0', { dependsOn: ['pkg:npm/deep@1.0.0'] });
const deep = shipped('pkg:npm/deep@1.0.0', { dependsOn: ['pkg:npm/react@19.0.0'] });
const shared = shipped('pkg:npm/shared@1.0.0');
const alone = shipped('pkg:npm/alone@1.0.0');
const tester = shipped('pkg:npm/tester@1.0.0');

test('what an item brings in is covered at any depth, what nobody brings in is not', () => {
  const accounts = account([react, loose, deep, shared, alone], [record('react', { dependencies: true })]);
  assert.equal(accounts.get(react.purl), 'own soup/items/react.yaml');
  assert.equal(accounts.get(deep.purl), 'covered by soup/items/react.yaml because tested with it');
  assert.equal(accounts.get(shared.purl), 'covered by soup/items/react.yaml because tested with it');
  assert.equal(accounts.get(alone.purl), 'unaccounted: no record is about it and none covers it');
});

test('a family that is released together covers what its other members bring in, where it says so', () => {
  const app = shipped('pkg:npm/family@1.0.0');
  const member = shipped('pkg:npm/family-ui@1.0.0', { dependsOn: ['pkg:npm/needed@1.0.0'] });
  const needed = shipped('pkg:npm/needed@1.0.0');
  const withNeeds = account(
    [app, member, needed],
    [record('family', { packages: 'pkg:npm/family-ui', dependencies: true })],
  );
  assert.equal(withNeeds.get(needed.purl), 'covered by soup/items/family.yaml because tested with it');
  const without = account([app, member, needed], [record('family', { packages: 'pkg:npm/family-ui' })]);
  assert.equal(without.get(member.purl), 'covered by soup/items/family.yaml because tested with it');
  assert.equal(without.get(needed.purl), 'unaccounted: no record is about it and none covers it');
});

test('an item that does not say so covers nothing', () => {
  assert.equal(
    account([react, shared], [record('react')]).get(shared.purl),
    'unaccounted: no record is about it and none covers it',
  );
});

test('a pattern covers what it selects', () => {
  const accounts = account([react, alone, shared], [record('react', { packages: 'pkg:npm/al*' })]);
  assert.equal(accounts.get(alone.purl), 'covered by soup/items/react.yaml because tested with it');
  assert.equal(accounts.get(shared.purl), 'unaccounted: no record is about it and none covers it');
});

test('the longer pattern wins over the shorter, and any pattern over what is brought in', () => {
  const items = [
    record('a', { packages: 'pkg:npm/*' }),
    record('react', { dependencies: true }),
    record('z', { packages: 'pkg:npm/sh*' }),
  ];
  const accounts = account([react, shared, loose], items);
  assert.equal(accounts.get(shared.purl), 'covered by soup/items/z.yaml because tested with it');
  assert.equal(accounts.get(loose.purl), 'covered by soup/items/a.yaml because tested with it');
});

test('the nearest record answers, rather than one that reaches through a package with its own', () => {
  const items = [record('react', { dependencies: true }), record('loose', { dependencies: true })];
  assert.equal(
    account([react, loose, deep], items).get(deep.purl),
    'covered by soup/items/loose.yaml because tested with it',
  );
  const silent = [record('react', { dependencies: true }), record('loose')];
  assert.equal(
    account([react, loose, deep], silent).get(deep.purl),
    'covered by soup/items/react.yaml because tested with it',
  );
});

test('its own record comes before any cover, and the first record before the second', () => {
  const accounts = account([react, shared], [record('react', { dependencies: true }), record('shared')]);
  assert.equal(accounts.get(shared.purl), 'own soup/items/shared.yaml');
});

test('a development package is a tool, even when a shipped item brings it in, unless it has a record', () => {
  const components = [
    react,
    component(shared.purl, { scope: 'development' }),
    component(tester.purl, { scope: 'development' }),
  ];
  const accounts = account(components, [record('react', { dependencies: true }), record('tester')]);
  assert.equal(accounts.get(shared.purl), 'tool: as the files say');
  assert.equal(accounts.get(tester.purl), 'own soup/items/tester.yaml');
});

test('a version that only serves to build is a tool beside the version that ships', () => {
  const older = component('pkg:npm/react@18.0.0', { scope: 'development' });
  const accounts = account([react, older], [record('react')]);
  assert.equal(accounts.get(older.purl), 'tool: as the files say');
  assert.equal(accounts.get(react.purl), 'own soup/items/react.yaml');
});

test('what nobody knows to ship is on the red list even when covered', () => {
  const accounts = account(
    [react, component(shared.purl, { scope: 'unknown' })],
    [record('react', { dependencies: true })],
  );
  assert.equal(accounts.get(shared.purl), 'unaccounted: nobody knows yet whether it ships');
});

test('the product’s own package needs no record', () => {
  const own = component('pkg:npm/product@1.0.0', { firstParty: true });
  assert.equal(account([own], []).get(own.purl), 'first-party');
});

const names = ['react', 'loose', 'deep', 'shared', 'alone'] as const;
const graphs = fc
  .record({
    edges: fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 8 }),
    records: fc.subarray([...names]),
    scopes: fc.array(fc.constantFrom<Scope>('runtime', 'optional', 'development', 'unknown'), {
      minLength: 5,
      maxLength: 5,
    }),
  })
  .map(({ edges, records, scopes }) => ({
    records,
    components: names.map((name, index) =>
      component(`pkg:npm/${name}@1.0.0`, {
        scope: scopes[index] ?? 'unknown',
        dependsOn: edges.filter(([from]) => from === name).map(([, to]) => `pkg:npm/${to}@1.0.0`),
      }),
    ),
  }));

test('every component has one account, and another record never puts one on the red list', () => {
  fc.assert(
    fc.property(graphs, fc.constantFrom(...names), ({ components, records }, added) => {
      const items = records.map((name) => record(name, { dependencies: true }));
      const before = account(components, items);
      assert.equal(before.size, components.length);
      const after = account(components, [...items, record(added, { dependencies: true })]);
      for (const [purl, text] of after) {
        if (text.startsWith('unaccounted')) assert.equal(before.get(purl), text);
      }
    }),
  );
});

function account(components: readonly Component[], items: readonly Filed<SoupItem>[]): ReadonlyMap<string, string> {
  const used = components.map((one) => ({
    component: one,
    use: { scope: one.scope, decidedBy: 'files' as const, reason: 'as the files say' },
  }));
  return new Map(
    [...accountFor(used, items)].map(([purl, account]) => {
      if (account.kind === 'own') return [purl, `own ${account.item.file}`];
      if (account.kind === 'covered') return [purl, `covered by ${account.item.file} because ${account.reason}`];
      if (account.kind === 'tool') return [purl, `tool: ${account.evidence}`];
      return [purl, account.kind === 'unaccounted' ? `unaccounted: ${account.reason}` : account.kind];
    }),
  );
}

function shipped(purl: string, facts: Partial<Component> = {}): Component {
  return component(purl, { scope: 'runtime', ...facts });
}

function record(name: string, ...covers: readonly object[]): Filed<SoupItem> {
  const reasoned = covers.map((cover) => ({ ...cover, reason: 'tested with it' }));
  return {
    file: `soup/items/${name}.yaml`,
    record: soupItemSchema.parse({ soup: `pkg:npm/${name}`, status: 'confirmed', covers: reasoned }),
  };
}
