import { listFile } from '../../base/anomalies/list-file.ts';
import { UsageError } from '../../base/errors.ts';
import type { AnomalyList } from '../../model/anomalies/anomaly-list.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ItemEntry } from '../../model/dossier.ts';
import type { KeyPlace } from '../../model/place.ts';
import type { Host } from '../host.ts';
import { namedItems } from '../anomalies/list-anomalies.ts';
import { openDossier } from '../open-dossier.ts';
import { fetchAnomalies, type Fetched } from './fetch-anomalies.ts';
import { freezeAnomalies, type Frozen } from './freeze-anomalies.ts';

/** A list that was written, and the day of the one that lay there; `undefined` where it is the first of its item. */
export type FrozenList = { readonly file: string; readonly list: AnomalyList; readonly before: string | undefined };

/** What was frozen, and what could not be: then the list before stays as it was. */
export type AnomalySync = {
  readonly frozen: readonly FrozenList[];
  readonly failed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Fetches the published anomalies of some SOUP items, or of all that name a source that can be fetched, and freezes them
 * with question, date and hash. A list is written whole or not at all. Throws `UsageError` where there is nothing to fetch.
 */
export async function syncAnomalies(
  host: Host,
  wanted: readonly string[],
  progress: (frozen: FrozenList) => void,
): Promise<AnomalySync> {
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const items = itemsToAsk(dossier.items, wanted);
  const standing = new Map<ItemEntry, Uint8Array | undefined>();
  for (const item of items) standing.set(item, await host.files.read(listFile(item.filed.file)));
  const frozen: FrozenList[] = [];
  const failed: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of items) {
    const { file, record } = item.filed;
    const inUse = [...new Set(item.own.flatMap(({ component }) => component.version ?? []))];
    const given: Extract<Fetched, { readonly kind: 'fetched' }>[] = [];
    let whole = true;
    for (const [index, source] of record.anomalySources.entries()) {
      const place = { file, keyPath: ['anomalySources', index] };
      for (const fetched of await fetchAnomalies(host, source, dossier.device.record.anomalyLists, inUse)) {
        for (const each of shortcomings(fetched, place)) diagnostics.push(each);
        if (fetched.kind === 'fetched') given.push(fetched);
        else whole = false;
      }
    }
    if (!whole) {
      failed.push(record.soup);
      continue;
    }
    const made = { given, today: dossier.today, versions: inUse };
    const written = await write(host, item, standing.get(item), made);
    progress(written);
    frozen.push(written);
  }
  return { frozen, failed, diagnostics };
}

function itemsToAsk(items: readonly ItemEntry[], wanted: readonly string[]): readonly ItemEntry[] {
  const withSources = items.filter(({ filed }) => filed.record.anomalySources.some(canBeFetched));
  if (withSources.length === 0)
    throw new UsageError(
      'no SOUP item names a source of anomalies that can be fetched',
      'Write anomalySources into the records in soup/items.',
    );
  return namedItems(withSources, wanted);
}

function canBeFetched({ kind }: { readonly kind: string }): boolean {
  return kind !== 'attachment' && kind !== 'unpublished';
}

async function write(
  host: Host,
  { filed, anomalies }: ItemEntry,
  before: Uint8Array | undefined,
  made: Pick<Frozen, 'given' | 'today' | 'versions'>,
): Promise<FrozenList> {
  const lay = anomalies.list?.record;
  const list = freezeAnomalies({ ...made, soup: filed.record.soup, before: lay });
  const file = listFile(filed.file);
  await host.files.edit([{ path: file, text: `${JSON.stringify(list, undefined, 2)}\n`, before }]);
  return { file, list, before: lay?.frozen };
}

function shortcomings(fetched: Fetched, place: KeyPlace): readonly Diagnostic[] {
  if (fetched.kind === 'refused') {
    const message = `${fetched.reason}; the list before stays as it was`;
    return [{ rule: 'sync/anomalies', severity: 'error', message, place, help: fetched.help }];
  }
  const { truncated, filters, asked } = fetched.source;
  const rest = `${filters} has more than the ${asked.length} pages that were fetched`;
  const narrow = 'Narrow the source by labels or sinceDate, so that the list is whole.';
  const note = (message: string, help: string): Diagnostic => ({
    rule: 'sync/anomalies',
    severity: 'warning',
    message,
    place,
    help,
  });
  return [
    ...fetched.notes.map((text) => note(text, 'Look at the source and at the record.')),
    ...(truncated ? [note(rest, narrow)] : []),
  ];
}
