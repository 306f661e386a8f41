import { anomalyState, type AnomalyState } from '../../base/anomalies/anomaly-state.ts';
import { compareText } from '../../base/compare.ts';
import { UsageError } from '../../base/errors.ts';
import type { AnomalyList } from '../../model/anomalies/anomaly-list.ts';
import type { ItemEntry } from '../../model/dossier.ts';
import type { AnomalyEntry, AnomalySample } from '../../model/anomalies/item-anomalies.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';

/** What is known of the published anomalies of one SOUP item. */
export type ItemAnomalyList = {
  readonly soup: string;
  readonly record: string;
  readonly state: AnomalyState;
  readonly file: string | undefined;
  /** The hash of the list, for a sample that is drawn from it. */
  readonly hash: string | undefined;
  readonly delta: AnomalyList['delta'];
  readonly sample: AnomalySample | undefined;
  /** Whether the sample that the plan draws is stated, from this list. */
  readonly isStated: boolean;
  readonly entries: readonly AnomalyEntry[];
};

/** Lists the published anomalies of every SOUP item, or of those that are named. Throws `UsageError` for a name of none. */
export async function listAnomalies(host: Host, wanted: readonly string[]): Promise<readonly ItemAnomalyList[]> {
  const { dossier } = await openDossier(host, { usage: true });
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  return namedItems(dossier.items, wanted).map((item) => {
    const { list, sample, entries, dispositions } = item.anomalies;
    const stated = dispositions?.record.sample;
    return {
      soup: item.filed.record.soup,
      record: item.filed.file,
      state: anomalyState(item),
      file: list?.file,
      hash: list?.record.hash,
      delta: list?.record.delta,
      sample,
      isStated:
        stated !== undefined &&
        stated.list === list?.record.hash &&
        stated.entries.toSorted(compareText).join('\n') === sample?.drawn.join('\n'),
      entries,
    };
  });
}

/** The items that some words name: by package URL, title, file, or the name of either; all where there is no word. Throws `UsageError`. */
export function namedItems(items: readonly ItemEntry[], wanted: readonly string[]): readonly ItemEntry[] {
  if (wanted.length === 0) return items;
  const chosen = wanted.map((name) => ({ name, item: items.find((item) => isMeant(item, name)) }));
  const unknown = chosen.find(({ item }) => item === undefined);
  if (unknown !== undefined)
    throw new UsageError(
      `no SOUP item here is "${unknown.name}"`,
      items.length === 0
        ? 'None has a record yet: `tureen draft <package>` begins one.'
        : `Name one of ${items
            .slice(0, 10)
            .map(({ filed }) => filed.record.soup)
            .join(', ')}${items.length > 10 ? ', …' : ''}.`,
    );
  return items.filter((item) => chosen.some((one) => one.item === item));
}

function isMeant({ filed: { file, record } }: ItemEntry, name: string): boolean {
  const bare = file.replace(/^soup\/items\//, '').replace(/\.yaml$/, '');
  return [record.soup, record.soup.split('/').at(-1), record.title, file, bare].includes(name);
}
