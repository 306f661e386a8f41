import { UsageError } from '../../base/errors.ts';
import { isOfClass } from '../../dossier/anomalies/is-of-class.ts';
import type { AnomalyEntry, MetDisposition } from '../../model/anomalies/item-anomalies.ts';
import type { Edit } from '../../records/edit.ts';
import { addDisposition } from '../../records/writing/write-disposition.ts';
import type { YamlValue } from '../../records/editing/render-yaml.ts';
import { namedFew } from '../../rules/named-few.ts';
import type { Host } from '../host.ts';
import { refuseStranger } from '../refuse-stranger.ts';
import { filled, versionsOf } from './disposition-parts.ts';
import { changeDispositions, openItem, type JudgedItem, type WrittenDisposition } from './open-item.ts';
import { classOf, hashesOf, isClass, pickAnomalies, type AnomalySelection } from './pick-anomalies.ts';

/**
 * Says again what was judged before of entries that are to be judged again, for the versions in use, under a new author and day;
 * what was said before stays above it. Without a selection it takes what says the same as when it was judged; what says something
 * else somebody has to name, who has read it. Throws `UsageError` where nothing is to be judged again.
 */
export async function confirmAnomalies(
  host: Host,
  name: string,
  { by, ...selection }: AnomalySelection & { readonly by: string },
): Promise<ConfirmedDisposition> {
  const opened = await openItem(host, name);
  refuseStranger(opened.dossier.device.record, by);
  const { again, left } = pickAgain(opened, selection);
  const byDisposition = Map.groupBy(again, ({ met }) => met.index);
  const written = await changeDispositions(host, opened, again.length, (text, soup) => {
    let edit: Edit | undefined;
    for (const [, group] of [...byDisposition].toSorted(([a], [b]) => a - b)) {
      const [first] = group;
      if (first === undefined || (edit !== undefined && 'refused' in edit)) continue;
      const renewed = renew(
        opened,
        first.met,
        group.map(({ entry }) => entry),
        by,
      );
      edit = addDisposition(edit?.text ?? text, soup, renewed);
    }
    return edit ?? { refused: 'it holds nothing that could be confirmed', help: 'See `tureen anomalies --open`.' };
  });
  return { ...written, left };
}

/** What was confirmed, and the entries that say something else than when they were judged and were not named. */
export type ConfirmedDisposition = WrittenDisposition & { readonly left: readonly string[] };

type Again = { readonly entry: AnomalyEntry; readonly met: MetDisposition };

function pickAgain(
  { item }: JudgedItem,
  selection: AnomalySelection,
): { readonly again: readonly Again[]; readonly left: readonly string[] } {
  const isAll = selection.entries.length === 0 && !isClass(selection);
  const picked = isAll ? item.anomalies.entries : pickAnomalies(item, selection);
  const asked = picked.flatMap((entry) =>
    entry.standing.kind === 'again' ? [{ entry, met: entry.standing.met, unseen: entry.standing.unseen === true }] : [],
  );
  const [left, again] = isAll
    ? [asked.filter(({ unseen }) => unseen), asked.filter(({ unseen }) => !unseen)]
    : [[], asked];
  const ids = left.map(({ entry }) => entry.anomaly.id);
  if (again.length > 0) return { again, left: ids };
  if (ids.length > 0)
    throw new UsageError(
      `nobody who judged can have seen what ${namedFew(ids)} ${ids.length === 1 ? 'says' : 'say'} now`,
      'Read that with `tureen anomalies --open`, then name it with --entry, --label, --word or --fixed-in.',
    );
  throw new UsageError(
    'nothing of this was judged before and is to be judged again',
    'See `tureen anomalies --open`; what nobody has judged yet needs an answer and a reason.',
  );
}

/** A class stays the reason of the grouping where all of them are still of it. */
function renew(
  { item, list, dossier }: JudgedItem,
  { disposition }: MetDisposition,
  entries: readonly AnomalyEntry[],
  by: string,
): YamlValue {
  const { answer, reason, failureModes, risks, controls, matching } = disposition;
  const isStillOfIt = matching !== undefined && entries.every(({ anomaly }) => isOfClass(matching, anomaly));
  return {
    entries: hashesOf(entries),
    ...(isStillOfIt && {
      matching: classOf({ entries: [], ...matching }),
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
  };
}
