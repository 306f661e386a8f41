import { hashList } from '../../base/anomalies/hash-list.ts';
import { compareText } from '../../base/compare.ts';
import type { AnomalyList, ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { Fetched } from './fetch-anomalies.ts';

type Given = Extract<Fetched, { readonly kind: 'fetched' }>;

/** What a list is made of. */
export type Frozen = {
  readonly soup: string;
  readonly today: string;
  readonly versions: readonly string[];
  readonly given: readonly Given[];
  readonly before: AnomalyList | undefined;
};

/** Makes the list of one day, which says what is otherwise than in the list before; the same answers give the same list. */
export function freezeAnomalies({ soup, today, versions, given, before }: Frozen): AnomalyList {
  const entries = entriesOf(given, today, before);
  const sources = given.map(({ source }) => ({ ...source, asked: [...source.asked] }));
  const content = { soup, frozen: today, versions: versions.toSorted(), sources, entries };
  const delta = before === undefined ? undefined : deltaOf(entries, before);
  const same = before !== undefined && before.frozen === today && isSame(entries, before);
  // What was new this morning is still new in the evening.
  const told = same ? before.delta : delta;
  const list = { ...content, ...(told === undefined ? {} : { delta: told }) };
  return { ...list, hash: hashList(list) };
}

function entriesOf(given: readonly Given[], today: string, before: AnomalyList | undefined): ListedAnomaly[] {
  const old = new Map(before?.entries.map((entry) => [entry.id, entry]));
  const byId = new Map<string, ListedAnomaly>();
  for (const [source, { anomalies, source: asked }] of given.entries()) {
    for (const anomaly of anomalies) {
      const first = byId.get(anomaly.id);
      if (first !== undefined && (first.hash === anomaly.hash || first.source === source)) continue;
      const id = first === undefined ? anomaly.id : `${anomaly.id} of ${asked.filters.split(' at ')[0]?.slice(0, 60)}`;
      const known = old.get(id);
      const asOf = known?.hash === anomaly.hash ? known.asOf : today;
      byId.set(id, { ...anomaly, id, source, asOf });
    }
  }
  return [...byId.values()].toSorted((a, b) => compareText(a.id, b.id));
}

function isSame(entries: readonly ListedAnomaly[], before: AnomalyList): boolean {
  const keyOf = ({ id, hash }: ListedAnomaly) => `${id} ${hash}`;
  return entries.map(keyOf).join('\n') === before.entries.map(keyOf).join('\n');
}

function deltaOf(entries: readonly ListedAnomaly[], before: AnomalyList): NonNullable<AnomalyList['delta']> {
  const old = new Map(before.entries.map((entry) => [entry.id, entry]));
  const ids = new Set(entries.map(({ id }) => id));
  const idsOf = (wanted: (entry: ListedAnomaly, known: ListedAnomaly | undefined) => boolean) =>
    entries.filter((entry) => wanted(entry, old.get(entry.id))).map(({ id }) => id);
  return {
    since: before.frozen,
    new: idsOf((_, known) => known === undefined),
    changed: idsOf((entry, known) => known !== undefined && known.hash !== entry.hash),
    closed: idsOf((entry, known) => known?.state === 'open' && entry.state === 'closed'),
    gone: before.entries.map(({ id }) => id).filter((id) => !ids.has(id)),
  };
}
