import { UsageError } from '../../base/errors.ts';
import type { Disposition } from '../../model/anomalies/disposition.ts';
import { addDisposition } from '../../records/writing/write-disposition.ts';
import type { Host } from '../host.ts';
import { refuseStranger } from '../refuse-stranger.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { filled, versionsOf } from './disposition-parts.ts';
import { openInDisposition } from './open-in-disposition.ts';
import { changeDispositions, openItem, type WrittenDisposition } from './open-item.ts';
import { classOf, hashesOf, isClass, pickAnomalies, type AnomalySelection } from './pick-anomalies.ts';

/** What a person says of some entries, by their ids, or of a class of them. */
export type AnomalyJudgement = AnomalySelection &
  Pick<Disposition, 'answer' | 'reason' | 'failureModes' | 'risks' | 'controls' | 'by'>;

/**
 * Writes a disposition, with the hashes of what was judged and the versions in use, at the end of the item's file; a class is
 * bound to the list, too; tells what the rules ask of it and it does not say. Throws `UsageError` for one that cannot stand; then
 * nothing is written.
 */
export async function judgeAnomalies(
  host: Host,
  name: string,
  judgement: AnomalyJudgement,
): Promise<WrittenDisposition & { readonly open: readonly Diagnostic[] }> {
  const opened = await openItem(host, name);
  const { item, list, dossier } = opened;
  const { entries, by, answer, reason, failureModes, risks, controls } = judgement;
  refuseStranger(dossier.device.record, by);
  if (entries.length === 0 && !isClass(judgement))
    throw new UsageError(
      'the disposition is about no entry',
      'Name entries with --entry, or a class with --label, --word or --fixed-in.',
    );
  const picked = pickAnomalies(item, judgement);
  const written = await changeDispositions(host, opened, picked.length, (text, soup) =>
    addDisposition(text, soup, {
      entries: hashesOf(picked),
      ...(isClass(judgement) && {
        matching: classOf(judgement),
        list: list.record.hash,
      }),
      answer,
      reason,
      versions: versionsOf(item),
      ...filled('failureModes', failureModes),
      ...filled('risks', risks),
      ...filled('controls', controls),
      by,
      on: dossier.today,
    }),
  );
  return { ...written, open: await openInDisposition(host, written.file) };
}
