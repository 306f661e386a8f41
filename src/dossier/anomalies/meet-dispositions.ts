import type { ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { Disposition } from '../../model/anomalies/disposition.ts';
import type { AnomalyStanding, MetDisposition } from '../../model/anomalies/item-anomalies.ts';
import { isHashOf } from './is-hash-of.ts';
import { isOfClass } from './is-of-class.ts';

/** What a disposition is held against besides the anomaly. */
export type DispositionGrounds = { readonly versions: readonly string[]; readonly today: string };

/**
 * Lets an anomaly meet the dispositions that are about it: one of single entries goes before a class, and a later one before an
 * earlier. A class that is bound to a list is about the entries that it names; one that is not, about those that the list had before
 * the day of the judgement.
 */
export function meetDispositions(
  dispositions: readonly Disposition[],
  grounds: DispositionGrounds,
): (anomaly: ListedAnomaly) => AnomalyStanding {
  const byId = new Map<string, { met: MetDisposition; hash: string }[]>();
  const unbound: MetDisposition[] = [];
  for (const [index, disposition] of dispositions.entries()) {
    const met = { index, disposition };
    for (const [id, hash] of Object.entries(disposition.entries)) {
      const named = byId.get(id) ?? [];
      named.push({ met, hash });
      byId.set(id, named);
    }
    if (disposition.matching !== undefined && disposition.list === undefined) unbound.push(met);
  }
  return (anomaly) => {
    const named = (byId.get(anomaly.id) ?? []).map(({ met, hash }) =>
      standing(met, isHashOf(hash, anomaly.hash) ? undefined : 'it has changed since it was judged', grounds),
    );
    const [single, bound] = [named.filter((one) => !isOfBoundClass(one)), named.filter(isOfBoundClass)];
    const ofClass = unbound
      .filter(({ disposition: { matching } }) => matching !== undefined && isOfClass(matching, anomaly))
      .map((met) => standing(met, unseen(met, anomaly), grounds));
    const all = [...single.toReversed(), ...[...ofClass, ...bound].toReversed()];
    return all.find(({ kind }) => kind === 'judged') ?? all[0] ?? { kind: 'open' };
  };
}

type Met = Extract<AnomalyStanding, { readonly met: MetDisposition }>;

function standing(met: MetDisposition, changed: string | undefined, { versions, today }: DispositionGrounds): Met {
  const { on, versions: judged } = met.disposition;
  const unjudged = versions.filter((version) => !judged.includes(version));
  const why =
    changed ??
    (on > today ? `its disposition is dated ${on}, which is still to come` : undefined) ??
    (unjudged.length > 0 ? `it was not judged for ${unjudged.join(', ')}` : undefined);
  if (why === undefined) return { kind: 'judged', met };
  return { kind: 'again', met, changed: why, ...(changed !== undefined && { unseen: true }) };
}

function isOfBoundClass({ met }: Met): boolean {
  return met.disposition.list !== undefined;
}

/** A class that is bound to no list is known by its day alone: what came or changed on it may have come after somebody looked. */
function unseen({ disposition: { on } }: MetDisposition, { asOf }: ListedAnomaly): string | undefined {
  if (asOf > on) return `it came or changed on ${asOf}, after the class was judged`;
  return asOf === on
    ? `it came or changed on ${asOf}, the day on which the class was judged, and nothing tells whether it was seen`
    : undefined;
}
