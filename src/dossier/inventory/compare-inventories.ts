import { packageOf } from '../../base/packages/purl.ts';
import type { Component } from '../../model/component.ts';
import type { ComponentChange, InventoryDiff } from '../../model/inventory/inventory-diff.ts';
import { schemeOf } from '../../versions/scheme-of.ts';
import { compareFacts } from './compare-facts.ts';
import { packageKeyOf } from '../evaluation/matching/package-key-of.ts';

/**
 * Compares two inventories package by package. Of a package that one of them holds in several versions, those that both
 * hold are compared with each other, and the others are paired in their order.
 */
export function compareInventories(before: readonly Component[], after: readonly Component[]): InventoryDiff {
  const [old, young] = [byPackage(before), byPackage(after)];
  const pairs = [...new Set([...old.keys(), ...young.keys()])]
    .toSorted()
    .flatMap((key) => pairVersions(old.get(key) ?? [], young.get(key) ?? []));
  const renamed = new Map(pairs.flatMap(([from, to]) => (from && to ? [[from.purl, to.purl] as const] : [])));
  return pairs.flatMap(([from, to]) => changeOf(from, to, renamed));
}

type Pair = readonly [before: Component | undefined, after: Component | undefined];

function byPackage(components: readonly Component[]): ReadonlyMap<string, readonly Component[]> {
  return Map.groupBy(components, ({ purl }) => packageOf(purl));
}

function pairVersions(before: readonly Component[], after: readonly Component[]): readonly Pair[] {
  const same = before.flatMap((from): Pair[] => {
    const to = after.find(({ version }) => version === from.version);
    return to === undefined ? [] : [[from, to]];
  });
  const paired = new Set(same.flat());
  const olds = before.filter((one) => !paired.has(one)).toSorted(compareVersions);
  const youngs = after.filter((one) => !paired.has(one)).toSorted(compareVersions);
  const rest = Array.from({ length: Math.max(olds.length, youngs.length) }, (_, at): Pair => [olds[at], youngs[at]]);
  return [...same, ...rest];
}

function changeOf(
  before: Component | undefined,
  after: Component | undefined,
  renamed: ReadonlyMap<string, string>,
): ComponentChange[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'added', after }];
  if (after === undefined) return [{ kind: 'removed', before }];
  const facts = compareFacts(before, after, renamed);
  return facts.length === 0 ? [] : [{ kind: 'changed', before, after, facts, step: stepOf(before, after) }];
}

function stepOf(before: Component, after: Component): 'up' | 'down' | undefined {
  const order = orderOf(before, after) ?? 0;
  return order < 0 ? 'up' : order > 0 ? 'down' : undefined;
}

/** Versions that have no order of their own are put in that of their characters. */
function compareVersions(a: Component, b: Component): number {
  return orderOf(a, b) ?? ((a.version ?? '') < (b.version ?? '') ? -1 : 1);
}

function orderOf(a: Component, b: Component): number | undefined {
  const key = packageKeyOf(a);
  if (key === undefined || a.version === undefined || b.version === undefined) return undefined;
  return schemeOf(key.ecosystem)?.compare(a.version, b.version);
}
