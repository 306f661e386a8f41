import { parseVers } from '../../base/packages/vers.ts';
import type { ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { Disposition } from '../../model/anomalies/disposition.ts';
import type { AnomalyStanding, MetDisposition } from '../../model/anomalies/item-anomalies.ts';
import { isInRange } from '../../versions/is-in-range.ts';

/** Lets an anomaly meet the dispositions that are about it: one by its id goes before a class, and a later one before an earlier. */
export function meetDispositions(
  dispositions: readonly Disposition[],
  versions: readonly string[],
): (anomaly: ListedAnomaly) => AnomalyStanding {
  const byId = new Map<string, { met: MetDisposition; hash: string }[]>();
  const classes: MetDisposition[] = [];
  for (const [index, disposition] of dispositions.entries()) {
    const met = { index, disposition };
    for (const [id, hash] of Object.entries(disposition.entries))
      byId.set(id, [...(byId.get(id) ?? []), { met, hash }]);
    if (disposition.matching !== undefined) classes.push(met);
  }
  return (anomaly) => {
    const single = (byId.get(anomaly.id) ?? []).map(({ met, hash }) =>
      standing(met, isHash(hash, anomaly.hash) ? undefined : 'it has changed since it was judged', versions),
    );
    const ofClass = classes
      .filter(({ disposition }) => matches(disposition, anomaly))
      .map((met) => standing(met, seenLater(met, anomaly), versions));
    const all = [...single.toReversed(), ...ofClass.toReversed()];
    return all.find(({ kind }) => kind === 'judged') ?? all[0] ?? { kind: 'open' };
  };
}

function standing(met: MetDisposition, changed: string | undefined, versions: readonly string[]): AnomalyStanding {
  const unjudged = versions.filter((version) => !met.disposition.versions.includes(version));
  const why = changed ?? (unjudged.length > 0 ? `it was not judged for ${unjudged.join(', ')}` : undefined);
  return why === undefined ? { kind: 'judged', met } : { kind: 'again', met, changed: why };
}

function isHash(named: string, hash: string): boolean {
  return hash.startsWith(named.replace(/^sha256:/, ''));
}

/** A class is judged as it stood that day: what came or changed later nobody has seen then. */
function seenLater({ disposition }: MetDisposition, { asOf }: ListedAnomaly): string | undefined {
  return asOf > disposition.on ? `it came or changed on ${asOf}, after the class was judged` : undefined;
}

function matches({ matching }: Disposition, { title, labels, fixedIn }: ListedAnomaly): boolean {
  if (matching === undefined) return false;
  const has = (wanted: readonly string[], hit: (one: string) => boolean) => wanted.length === 0 || wanted.some(hit);
  const text = title.toLowerCase();
  return (
    has(matching.labels, (label) => labels.includes(label)) &&
    has(matching.words, (word) => text.includes(word.toLowerCase())) &&
    (matching.fixedIn === undefined || (fixedIn !== undefined && isIn(matching.fixedIn, fixedIn)))
  );
}

function isIn(range: string, version: string): boolean {
  const parsed = parseVers(range);
  return !('problem' in parsed) && isInRange(parsed, version) === true;
}
