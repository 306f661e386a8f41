import { UsageError } from '../../base/errors.ts';
import type { Disposition } from '../../model/anomalies/disposition.ts';
import { addDisposition } from '../../records/writing/write-disposition.ts';
import type { Host } from '../host.ts';
import { refuseStranger } from '../refuse-stranger.ts';
import { filled, versionsOf } from './disposition-parts.ts';
import { changeDispositions, openItem, type WrittenDisposition } from './open-item.ts';
import { classOf, hashesOf, isClass, pickAnomalies, type AnomalySelection } from './pick-anomalies.ts';

/** What a person says of some entries, by their ids, or of a class of them. */
export type AnomalyJudgement = AnomalySelection &
  Pick<Disposition, 'answer' | 'reason' | 'failureModes' | 'risks' | 'controls' | 'by'>;

/**
 * Writes a disposition, with the hashes of what was judged and the versions in use, at the end of the item's file; a class is
 * bound to the list, too. Throws `UsageError` for one that cannot stand; then nothing is written.
 */
export async function judgeAnomalies(
  host: Host,
  name: string,
  judgement: AnomalyJudgement,
): Promise<WrittenDisposition> {
  const opened = await openItem(host, name);
  const { item, list, dossier } = opened;
  const { entries, by, answer, reason, failureModes, risks, controls } = judgement;
  refuseStranger(dossier.device.record, by);
  if (entries.length === 0 && !isClass(judgement))
    throw new UsageError(
      'the disposition is about no entry',
      'Name entries with --entry, or a class with --label, --word or --fixed-in.',
    );
  if (answer === 'hazard' && failureModes.length + risks.length === 0)
    throw new UsageError(
      'the answer is a hazard without a failure mode or risk',
      `Add --failure-mode with one of ${item.filed.file}, or --risk with one of soup/risks.yaml.`,
    );
  const picked = pickAnomalies(item, judgement);
  return changeDispositions(host, opened, picked.length, (text, soup) =>
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
}
