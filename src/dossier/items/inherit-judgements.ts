import { states } from '../../base/judgement/states.ts';
import type { Filed } from '../../model/filed.ts';
import type { InheritanceFault, ItemInheritance } from '../../model/item-inheritance.ts';
import type { Inheritable } from '../../model/records/inheritance.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';

/**
 * Follows what each record takes from others to the record that states it. A judgement holds only where a confirmed record
 * states it; of two records about one package the first is meant.
 */
export function inheritJudgements(items: readonly Filed<SoupItem>[]): ReadonlyMap<Filed<SoupItem>, ItemInheritance> {
  const byPackage = new Map(items.toReversed().map((item) => [item.record.soup, item]));
  return new Map(
    items.filter(({ record }) => record.inherits.length > 0).map((item) => [item, inheritedBy(item, byPackage)]),
  );
}

/** What a record takes that takes nothing. */
export const nothingInherited: ItemInheritance = { held: new Map(), faults: [] };

type ByPackage = ReadonlyMap<string, Filed<SoupItem>>;

function inheritedBy(item: Filed<SoupItem>, byPackage: ByPackage): ItemInheritance {
  const held = new Map<Inheritable, { holder: Filed<SoupItem>; reason: string; index: number }>();
  const faults: InheritanceFault[] = [];
  item.record.inherits.forEach(({ judgements, reason }, index) =>
    judgements.forEach((judgement, position) => {
      const { holder, fault, way } = follow(item, { judgement, index }, byPackage);
      if (fault !== undefined) faults.push({ index, position, judgement, kind: fault, way });
      else if (holder !== undefined && !held.has(judgement)) held.set(judgement, { holder, reason, index });
    }),
  );
  return { held, faults };
}

type Followed = {
  readonly holder?: Filed<SoupItem>;
  readonly fault?: InheritanceFault['kind'];
  readonly way: readonly string[];
};

function follow(
  item: Filed<SoupItem>,
  { judgement, index }: { readonly judgement: Inheritable; readonly index: number },
  byPackage: ByPackage,
): Followed {
  const way = new Set([item.record.soup]);
  const ended = (end: Omit<Followed, 'way'>, last?: string): Followed => ({
    ...end,
    way: last === undefined ? [...way] : [...way, last],
  });
  if (states(item.record, judgement)) return ended({ fault: 'stated-too' });
  for (let from = item.record.inherits[index]?.from; from !== undefined;) {
    if (way.has(from)) return ended({ fault: 'circle' }, from);
    way.add(from);
    const next = byPackage.get(from);
    if (next === undefined) return ended({ fault: 'no-record' });
    if (next.record.status === 'draft') return ended({ fault: 'draft' });
    if (states(next.record, judgement)) return ended({ holder: next });
    from = next.record.inherits.find(({ judgements }) => judgements.includes(judgement))?.from;
  }
  return ended({ fault: 'not-stated' });
}
