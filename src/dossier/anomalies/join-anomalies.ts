import { compareNumbered, compareText } from '../../base/compare.ts';
import { filtersOf } from '../../base/anomalies/filters-of.ts';
import { hashList } from '../../base/anomalies/hash-list.ts';
import { dispositionsFile, listFile } from '../../base/anomalies/list-file.ts';
import type { AnomalyList, ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { AnomalyPlan } from '../../model/anomalies/anomaly-plan.ts';
import type { SafetyClass } from '../../model/clause.ts';
import type { Dispositions } from '../../model/anomalies/disposition.ts';
import type { Filed } from '../../model/filed.ts';
import type {
  AnomalyEntry,
  AnomalySample,
  AnomalyStanding,
  AttachedFile,
  ItemAnomalies,
} from '../../model/anomalies/item-anomalies.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';
import { drawSample } from './draw-sample.ts';
import { isHashOf } from './is-hash-of.ts';
import { meetDispositions } from './meet-dispositions.ts';
import { relevanceIn, type InUse } from './relevance-of.ts';

/** Lists and dispositions of a device, before they meet its items. */
export type Published = {
  readonly anomalyLists: readonly Filed<AnomalyList>[];
  readonly dispositions: readonly Filed<Dispositions>[];
  /** Files that records name as proof, with the sha256 of what they hold; a file that is gone has none. */
  readonly attached: ReadonlyMap<string, string>;
};

/** Joins one item with its list, and the list with what people judged. */
export function joinAnomalies(
  filed: Filed<SoupItem>,
  { class: safetyClass, ...inUse }: InUse & { readonly class: SafetyClass | undefined },
  published: Published & { readonly today: string },
  plan: AnomalyPlan | undefined,
): ItemAnomalies {
  const list = published.anomalyLists.find(({ file }) => file === listFile(filed.file));
  const dispositions = published.dispositions.find(({ file }) => file === dispositionsFile(filed.file));
  const versions = inUse.own.flatMap(({ component }) => component.version ?? []);
  const entries = list === undefined ? [] : relevant(list.record, filed.record, inUse);
  const asked = entries.filter(({ relevance }) => relevance.kind !== 'out').map(({ anomaly }) => anomaly);
  const sample = drawSample(filed.record.soup, safetyClass, asked, plan?.sampling ?? []);
  const meet = meetDispositions(dispositions?.record.dispositions ?? [], { versions, today: published.today });
  const ids = new Set(list?.record.entries.map(({ id }) => id));
  return {
    list,
    intact: list === undefined || hashList(list.record) === list.record.hash,
    entries: standings(entries, meet, sample, dispositions?.record.sample, list?.record.hash),
    dispositions,
    unknown: (dispositions?.record.dispositions ?? []).flatMap(({ entries: named, list: bound }, index) =>
      isOfEarlierList(bound, list?.record)
        ? []
        : Object.keys(named).flatMap((id) => (ids.has(id) ? [] : [{ index, id }])),
    ),
    sample,
    attached: filed.record.anomalySources.flatMap((source): AttachedFile[] =>
      source.kind === 'attachment' ? [{ file: source.file, sha256: published.attached.get(source.file) }] : [],
    ),
  };
}

/** Whether a class is bound to another list than the one of today, from which entries may have gone since. */
function isOfEarlierList(bound: string | undefined, list: AnomalyList | undefined): boolean {
  return bound !== undefined && list !== undefined && !isHashOf(bound, list.hash);
}

type Held = Pick<AnomalyEntry, 'anomaly' | 'relevance'>;

/** What later versions mend comes first, then what nobody has mended, then what does not concern what is in use. */
function relevant(list: AnomalyList, { anomalySources }: SoupItem, inUse: InUse): readonly Held[] {
  const deciders = list.sources.map((source) => relevanceIn(inUse, filtersFor(source.filters, anomalySources)));
  const rank = { 'fixed-later': 0, candidate: 1, out: 2 };
  return list.entries
    .map((anomaly): Held => ({ anomaly, relevance: deciders[anomaly.source]?.(anomaly) ?? unplaced }))
    .toSorted((a, b) => rank[a.relevance.kind] - rank[b.relevance.kind] || compareNumbered(a.anomaly.id, b.anomaly.id));
}

const unplaced = { kind: 'candidate', reason: 'the list does not tell which source it is from' } as const;

function filtersFor(filters: string, sources: SoupItem['anomalySources']) {
  const source = sources.find((one) =>
    one.kind === 'attachment' || one.kind === 'unpublished' ? false : filtersOf(one) === filters,
  );
  return source === undefined || source.kind === 'attachment' || source.kind === 'unpublished' ? {} : source;
}

function standings(
  entries: readonly Held[],
  meet: (anomaly: ListedAnomaly) => AnomalyStanding,
  sample: AnomalySample | undefined,
  stated: Dispositions['sample'],
  hash: string | undefined,
): readonly AnomalyEntry[] {
  const met = entries.map((entry): AnomalyEntry => ({
    ...entry,
    standing: entry.relevance.kind === 'out' ? { kind: 'not-needed' } : meet(entry.anomaly),
  }));
  if (sample === undefined || stated === undefined || hash === undefined) return met;
  const drawn = new Set(sample.drawn);
  const follows = sample.drawn.join('\n') === stated.entries.toSorted(compareText).join('\n');
  // A hazard among those that were drawn says that the others have to be looked at, too.
  const hazard = met.some(
    ({ anomaly, standing }) =>
      drawn.has(anomaly.id) && standing.kind === 'judged' && standing.met.disposition.answer === 'hazard',
  );
  if (!follows || hazard) return met;
  return met.map((entry) =>
    entry.standing.kind === 'open' && !drawn.has(entry.anomaly.id)
      ? { ...entry, standing: { kind: 'not-drawn' } }
      : entry,
  );
}
