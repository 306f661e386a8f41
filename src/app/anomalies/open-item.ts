import { dispositionsFile } from '../../base/anomalies/list-file.ts';
import { decodeText } from '../../base/decode-text.ts';
import { UsageError } from '../../base/errors.ts';
import type { AnomalyList } from '../../model/anomalies/anomaly-list.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import type { Filed } from '../../model/filed.ts';
import type { Edit } from '../../records/edit.ts';
import { loadRecord } from '../../records/loading/load-record.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { namedItems } from './list-anomalies.ts';

/** A SOUP item whose list is judged, with that list and the device around it. */
export type JudgedItem = {
  readonly item: ItemEntry;
  readonly list: Filed<AnomalyList>;
  readonly dossier: Dossier;
};

/** A file that was written, and how many entries of the list it says something new of. */
export type WrittenDisposition = { readonly file: string; readonly soup: string; readonly entries: number };

/** Opens the item that a word names. Throws `UsageError` where there is none, or no list of it that could be judged. */
export async function openItem(host: Host, name: string): Promise<JudgedItem> {
  const { dossier } = await openDossier(host, { usage: true });
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const [item] = namedItems(dossier.items, [name]);
  if (item === undefined) throw new Error('an item that is named is there');
  const { list } = item.anomalies;
  if (list === undefined)
    throw new UsageError(
      `no list of published anomalies of ${item.filed.record.soup} is frozen`,
      'Run `tureen sync --anomalies` first.',
    );
  return { item, list, dossier };
}

/** Changes the dispositions of an item. Throws `UsageError` where the file cannot be changed, or would not be read; then nothing is written. */
export async function changeDispositions(
  host: Host,
  { item: { filed, anomalies } }: JudgedItem,
  entries: number,
  edit: (text: string | undefined, soup: string) => Edit,
): Promise<WrittenDisposition> {
  const file = dispositionsFile(filed.file);
  const bytes = await host.files.read(file);
  const before = bytes === undefined ? undefined : decodeText(bytes);
  const now = before === undefined ? undefined : loadRecord(kinds.dispositions, file, before);
  const [damaged] = now?.diagnostics ?? [];
  if (damaged !== undefined) throw new UsageError(`${file} cannot be read: ${damaged.message}`, damaged.help);
  // What is edited is found by its place among the others.
  if (JSON.stringify(now?.record) !== JSON.stringify(anomalies.dispositions?.record))
    throw new UsageError(
      `somebody has changed ${file} meanwhile`,
      'Nothing was written; look at what stands there now, and do it again.',
    );
  const changed = edit(before, filed.record.soup);
  if (!('text' in changed)) throw new UsageError(`${file} cannot be changed: ${changed.refused}`, changed.help);
  const [fault] = loadRecord(kinds.dispositions, file, changed.text).diagnostics;
  if (fault !== undefined) throw new UsageError(fault.message, fault.help);
  await host.files.edit([{ path: file, text: changed.text, before: bytes }]);
  return { file, soup: filed.record.soup, entries };
}
