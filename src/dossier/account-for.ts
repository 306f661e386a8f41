import { packagePattern } from '../base/glob.ts';
import { packageOf } from '../base/purl.ts';
import type { Component } from '../model/component.ts';
import type { Account, Use } from '../model/dossier.ts';
import type { Filed } from '../model/filed.ts';
import type { SoupItem } from '../model/soup-item.ts';

/** A component whose use is decided, before anybody asked which record accounts for it. */
export type UsedComponent = { readonly component: Component; readonly use: Use };

/**
 * Accounts for every component: the product's own, its own record, a tool by evidence, covered by another record
 * with a reason, or on the red list. Records are asked in the order of their files.
 */
export function accountFor(
  components: readonly UsedComponent[],
  items: readonly Filed<SoupItem>[],
): ReadonlyMap<string, Account> {
  const recordOf = new Map(items.toReversed().map((item) => [item.record.soup, item]));
  const covered = coveredBy(components, items);
  return new Map(
    components.map(({ component, use }) => [
      component.purl,
      accountOf(component, use, recordOf.get(packageOf(component.purl)), covered.get(component.purl)),
    ]),
  );
}

type Cover = { readonly item: Filed<SoupItem>; readonly reason: string };

function accountOf(
  component: Component,
  use: Use,
  own: Filed<SoupItem> | undefined,
  cover: Cover | undefined,
): Account {
  if (component.firstParty) return { kind: 'first-party' };
  if (own !== undefined) return { kind: 'own', item: own };
  if (use.scope === 'development') return { kind: 'tool', evidence: use.reason };
  if (use.scope === 'unknown') return { kind: 'unaccounted', reason: 'nobody knows yet whether it ships' };
  if (cover !== undefined) return { kind: 'covered', ...cover };
  return { kind: 'unaccounted', reason: 'no record is about it and none covers it' };
}

function coveredBy(
  components: readonly UsedComponent[],
  items: readonly Filed<SoupItem>[],
): ReadonlyMap<string, Cover> {
  const byPurl = new Map(components.map(({ component }) => [component.purl, component]));
  const packages = new Map(components.map(({ component }) => [component.purl, packageOf(component.purl)]));
  const covers = new Map<string, Cover>();
  for (const item of items) {
    for (const cover of item.record.covers) {
      const purls =
        'packages' in cover ? matching(packages, cover.packages) : broughtIn(byPurl, packages, item.record.soup);
      for (const purl of purls) if (!covers.has(purl)) covers.set(purl, { item, reason: cover.reason });
    }
  }
  return covers;
}

function matching(packages: ReadonlyMap<string, string>, pattern: string): Iterable<string> {
  const matches = packagePattern(pattern);
  return [...packages].filter(([, name]) => matches(name)).map(([purl]) => purl);
}

/** Everything that the item's own components need, and what that needs in turn. */
function broughtIn(
  byPurl: ReadonlyMap<string, Component>,
  packages: ReadonlyMap<string, string>,
  soup: string,
): Iterable<string> {
  const open = [...packages].filter(([, name]) => name === soup).map(([purl]) => purl);
  const reached = new Set<string>();
  for (let purl = open.pop(); purl !== undefined; purl = open.pop()) {
    for (const needed of byPurl.get(purl)?.dependsOn ?? []) {
      if (reached.has(needed)) continue;
      reached.add(needed);
      open.push(needed);
    }
  }
  return reached;
}
