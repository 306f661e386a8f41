import { dispositionsFile } from '../../base/anomalies/list-file.ts';
import { decodeText } from '../../base/decode-text.ts';
import { UsageError } from '../../base/errors.ts';
import type { Disposition } from '../../model/anomalies/disposition.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import type { Edit } from '../../records/edit.ts';
import { loadRecord } from '../../records/loading/load-record.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import { addDisposition, setSample } from '../../records/writing/write-disposition.ts';
import type { Host } from '../host.ts';
import { namedItems } from './list-anomalies.ts';
import { openDossier } from '../open-dossier.ts';
import { refuseStranger } from '../refuse-stranger.ts';

/** What a person says of some entries, by their ids, or of a class of them. */
export type AnomalyJudgement = Pick<Disposition, 'answer' | 'reason' | 'failureModes' | 'risks' | 'controls' | 'by'> & {
  readonly entries: readonly string[];
  readonly labels: readonly string[];
  readonly words: readonly string[];
};

/** A file that was written. */
export type WrittenDisposition = { readonly file: string; readonly soup: string };

/**
 * Writes a disposition, with the hashes of what was judged and the versions in use, at the end of the item's file. Throws
 * `UsageError` for one that cannot stand; then nothing is written.
 */
export async function judgeAnomalies(
  host: Host,
  name: string,
  judgement: AnomalyJudgement,
): Promise<WrittenDisposition> {
  const { item, dossier } = await openItem(host, name);
  const { entries, labels, words, by, answer, reason, failureModes, risks, controls } = judgement;
  refuseStranger(dossier.device.record, by);
  const hashes = new Map(item.anomalies.list?.record.entries.map(({ id, hash }) => [id, hash]));
  const unknown = entries.find((id) => !hashes.has(id));
  if (unknown !== undefined)
    throw new UsageError(
      `the list of ${item.filed.record.soup} holds no "${unknown}"`,
      'See `tureen anomalies --all`.',
    );
  const matching = { ...filled('labels', labels), ...filled('words', words) };
  return write(host, item, (text, soup) =>
    addDisposition(text, soup, {
      ...(entries.length === 0
        ? {}
        : { entries: Object.fromEntries(entries.map((id) => [id, hashes.get(id)?.slice(0, 12) ?? ''])) }),
      ...(Object.keys(matching).length === 0 ? {} : { matching }),
      answer,
      reason,
      versions: [...new Set(item.own.flatMap(({ component }) => component.version ?? []))],
      ...filled('failureModes', failureModes),
      ...filled('risks', risks),
      ...filled('controls', controls),
      by,
      on: dossier.today,
    }),
  );
}

/** Writes the sample that the plan draws from the item's list. Throws `UsageError` where the plan allows none. */
export async function stateSample(host: Host, name: string, by: string): Promise<WrittenDisposition> {
  const { item, dossier } = await openItem(host, name);
  refuseStranger(dossier.device.record, by);
  const { sample, list } = item.anomalies;
  if (sample === undefined || list === undefined)
    throw new UsageError(
      `every entry of the list of ${item.filed.record.soup} is judged: the plan allows no sample for it`,
      'A rule for its class and size stands under anomalyLists.sampling in tureen.yaml.',
    );
  const { rule, of, drawn } = sample;
  const stated = { above: rule.above, take: rule.take, of, list: list.record.hash, entries: drawn };
  return write(host, item, (text, soup) => setSample(text, soup, { ...stated, by, on: dossier.today }));
}

async function openItem(host: Host, name: string): Promise<{ readonly item: ItemEntry; readonly dossier: Dossier }> {
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const [item] = namedItems(dossier.items, [name]);
  if (item === undefined) throw new Error('an item that is named is there');
  if (item.anomalies.list === undefined)
    throw new UsageError(
      `no list of published anomalies of ${item.filed.record.soup} is frozen`,
      'Run `tureen sync --anomalies` first.',
    );
  return { item, dossier };
}

function filled(key: string, values: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return values.length === 0 ? {} : { [key]: values };
}

async function write(
  host: Host,
  { filed }: ItemEntry,
  edit: (text: string | undefined, soup: string) => Edit,
): Promise<WrittenDisposition> {
  const file = dispositionsFile(filed.file);
  const bytes = await host.files.read(file);
  const changed = edit(bytes === undefined ? undefined : decodeText(bytes), filed.record.soup);
  if (!('text' in changed)) throw new UsageError(`${file} cannot be changed: ${changed.refused}`, changed.help);
  const [fault] = loadRecord(kinds.dispositions, file, changed.text).diagnostics;
  if (fault !== undefined) throw new UsageError(fault.message, fault.help);
  await host.files.write(file, changed.text);
  return { file, soup: filed.record.soup };
}
