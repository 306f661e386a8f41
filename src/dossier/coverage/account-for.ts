import { packageOf } from '../../base/packages/purl.ts';
import type { Component } from '../../model/component.ts';
import type { Account, Use } from '../../model/entry.ts';
import type { Filed } from '../../model/filed.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';
import { findCovers, type Cover } from './find-covers.ts';

/** A component whose use is decided, before anybody asked which record accounts for it. */
export type UsedComponent = { readonly component: Component; readonly use: Use };

/**
 * Accounts for every component: the product's own, its own record, a tool by evidence, covered by another record
 * with a reason, or on the red list. Records are asked in the order of their files; where one version of a package
 * ships and another only serves to build, the record is about the first.
 */
export function accountFor(
  components: readonly UsedComponent[],
  items: readonly Filed<SoupItem>[],
): ReadonlyMap<string, Account> {
  const recordOf = new Map(items.toReversed().map((item) => [item.record.soup, item]));
  const shipped = new Set(
    components.flatMap(({ component, use }) => (use.scope === 'development' ? [] : [packageOf(component.purl)])),
  );
  const found = components.map(({ component }) => component);
  const covers = findCovers(found, items.filter(isConfirmed));
  const proposals = findCovers(found, items);
  return new Map(
    components.map(({ component, use }) => {
      const name = packageOf(component.purl);
      const isOtherVersion = use.scope === 'development' && shipped.has(name);
      const own = isOtherVersion ? undefined : recordOf.get(name);
      return [
        component.purl,
        accountOf(component, use, { own, cover: covers.get(component.purl), proposal: proposals.get(component.purl) }),
      ];
    }),
  );
}

/** A draft proposes to cover; only a person's record does. */
function isConfirmed({ record }: Filed<SoupItem>): boolean {
  return record.status === 'confirmed';
}

type Answers = {
  readonly own: Filed<SoupItem> | undefined;
  readonly cover: Cover | undefined;
  readonly proposal: Cover | undefined;
};

function accountOf(component: Component, use: Use, { own, cover, proposal }: Answers): Account {
  if (component.firstParty) return { kind: 'first-party' };
  if (own !== undefined) return { kind: 'own', item: own };
  if (use.scope === 'development') return { kind: 'tool', evidence: use.reason };
  if (use.scope === 'unknown') return { kind: 'unaccounted', reason: 'nobody knows yet whether it ships' };
  if (cover !== undefined) return { kind: 'covered', ...cover };
  if (proposal !== undefined)
    return {
      kind: 'unaccounted',
      reason: `only the draft ${proposal.item.file} proposes to cover it`,
      proposal: proposal.item.file,
    };
  return { kind: 'unaccounted', reason: 'no record is about it and none covers it' };
}
