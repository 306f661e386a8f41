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
  const delta = before === undefined ? undefined : deltaSince(before, entries, today);
  const list = { ...content, ...(delta === undefined ? {} : { delta }) };
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

type Delta = NonNullable<AnomalyList['delta']>;

/** What was new this morning is still new in the evening, and the first list is still the first where it says the same. */
function deltaSince(before: AnomalyList, entries: readonly ListedAnomaly[], today: string): Delta | undefined {
  const delta = deltaOf(entries, before);
  if (before.frozen !== today) return delta;
  if (before.delta !== undefined) return joined(before.delta, delta, entries);
  const isSame = [delta.new, delta.changed, delta.closed, delta.gone].every((ids) => ids.length === 0);
  return isSame ? undefined : delta;
}

/** Two deltas as one, since the day of the earlier; what went and came back may be otherwise than it was. */
function joined(earlier: Delta, later: Delta, entries: readonly ListedAnomaly[]): Delta {
  const either = (kind: 'new' | 'changed' | 'closed' | 'gone') => new Set([...earlier[kind], ...later[kind]]);
  const [came, changed, closed, went] = [either('new'), either('changed'), either('closed'), either('gone')];
  const here = new Set(entries.map(({ id }) => id));
  const isNew = (id: string) => came.has(id) && !went.has(id);
  const wasHere = entries.filter(({ id }) => !isNew(id));
  return {
    since: earlier.since,
    new: entries.map(({ id }) => id).filter(isNew),
    changed: wasHere.map(({ id }) => id).filter((id) => changed.has(id) || went.has(id)),
    closed: wasHere.filter(({ id, state }) => closed.has(id) && state === 'closed').map(({ id }) => id),
    gone: [...went].filter((id) => !here.has(id) && !earlier.new.includes(id)).toSorted(compareText),
  };
}

function deltaOf(entries: readonly ListedAnomaly[], before: AnomalyList): Delta {
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
