import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { component } from '../../../test/sample-component.ts';
import type { Component } from '../../model/component.ts';
import type { ComponentChange } from '../../model/inventory/inventory-diff.ts';
import { compareInventories } from './compare-inventories.ts';

const at = { file: 'package-lock.json', line: 3 };
const mit = { licences: [{ expression: 'MIT', at }] };
const hash = (value: string) => ({ hashes: [{ algorithm: 'sha1' as const, value, of: 'archive' }] });

/** A line a change: `+` added, `-` removed, `~` changed with its facts. */
function show(change: ComponentChange): string {
  if (change.kind === 'added') return `+ ${change.after.purl}`;
  if (change.kind === 'removed') return `- ${change.before.purl}`;
  const facts = change.facts.map(({ fact, before, after }) => `${fact} ${before.join(',')} > ${after.join(',')}`);
  return `~ ${change.after.purl} ${facts.join('; ')}${change.step === undefined ? '' : ` (${change.step})`}`;
}

const a1 = 'pkg:npm/a@1.0.0';
const a2 = 'pkg:npm/a@2.0.0';
const b1 = 'pkg:npm/b@1.0.0';

const cases: readonly (readonly [string, readonly Component[], readonly Component[], readonly string[]])[] = [
  ['nothing', [component(a1)], [component(a1)], []],
  ['a new package', [], [component(a1)], [`+ ${a1}`]],
  ['a package that went', [component(a1)], [], [`- ${a1}`]],
  ['an update', [component(a1)], [component(a2)], [`~ ${a2} version 1.0.0 > 2.0.0 (up)`]],
  ['a downgrade', [component(a2)], [component(a1)], [`~ ${a1} version 2.0.0 > 1.0.0 (down)`]],
  [
    'a version of two that was updated',
    [component(a1), component('pkg:npm/a@1.10.0')],
    [component(a1), component('pkg:npm/a@1.9.0')],
    ['~ pkg:npm/a@1.9.0 version 1.10.0 > 1.9.0 (down)'],
  ],
  ['a second version', [component(a1)], [component(a1), component(a2)], [`+ ${a2}`]],
  [
    'versions that are paired in their order',
    [component('pkg:npm/a@1.9.0'), component('pkg:npm/a@1.10.0')],
    [component('pkg:npm/a@1.9.1'), component('pkg:npm/a@1.10.1')],
    ['~ pkg:npm/a@1.9.1 version 1.9.0 > 1.9.1 (up)', '~ pkg:npm/a@1.10.1 version 1.10.0 > 1.10.1 (up)'],
  ],
  [
    'scope',
    [component(a1, { scope: 'development' })],
    [component(a1, { scope: 'runtime' })],
    [`~ ${a1} scope development > runtime`],
  ],
  ['licence', [component(a1, mit)], [component(a1)], [`~ ${a1} licence MIT > `]],
  ['supplier', [component(a1)], [component(a1, { supplier: 'B' })], [`~ ${a1} supplier  > B`]],
  [
    'an archive that was published anew',
    [component(a1, hash('aa'))],
    [component(a1, hash('bb'))],
    [`~ ${a1} hash sha1 aa > sha1 bb`],
  ],
  [
    'a pin that was lost',
    [component(a1)],
    [component('pkg:npm/a', { pinning: { kind: 'range', asked: '^1.0.0' } })],
    ['~ pkg:npm/a version 1.0.0 > ; pinning exact > range ^1.0.0'],
  ],
  [
    'an edge to what was only updated is the same edge',
    [component(b1, { dependsOn: [a1] }), component(a1)],
    [component(b1, { dependsOn: [a2] }), component(a2)],
    [`~ ${a2} version 1.0.0 > 2.0.0 (up)`],
  ],
  [
    'an edge that moved from one version to another',
    [component(b1, { dependsOn: [a1] }), component(a1), component(a2)],
    [component(b1, { dependsOn: [a2] }), component(a1), component(a2)],
    [`~ ${b1} needs ${a1} > ${a2}`],
  ],
  [
    'a graph that is no longer told',
    [component(b1, { dependsOn: [] })],
    [component(b1, { dependsOn: undefined })],
    [`~ ${b1} needs  > `],
  ],
  [
    'another architecture is the same package',
    [component('pkg:deb/debian/a@1?arch=amd64')],
    [component('pkg:deb/debian/a@1?arch=arm64')],
    [],
  ],
];

for (const [what, before, after, expected] of cases) {
  test(`the difference is ${what}`, () => assert.deepEqual(compareInventories(before, after).map(show), expected));
}

const inventory = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    version: fc.constantFrom('1.0.0', '1.2.0', '2.0.0-rc.1'),
    scope: fc.constantFrom('runtime' as const, 'development' as const),
  }),
  { selector: ({ name, version }) => `${name}@${version}` },
);

test('an inventory does not differ from itself, and a difference read backwards is the same', () => {
  fc.assert(
    fc.property(inventory, inventory, (left, right) => {
      const [a, b] = [left, right].map((rows) =>
        rows.map(({ name, version, scope }) => component(`pkg:npm/${name}@${version}`, { scope })),
      ) as [Component[], Component[]];
      assert.deepEqual(compareInventories(a, a), []);
      const there = compareInventories(a, b);
      const back = compareInventories(b, a);
      const count = (kind: string, of: typeof there) => of.filter((change) => change.kind === kind).length;
      assert.equal(count('added', there), count('removed', back));
      assert.equal(count('changed', there), count('changed', back));
      assert.equal(a.length + count('added', there) - count('removed', there), b.length);
    }),
  );
});
