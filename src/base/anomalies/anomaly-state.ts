import type { ItemEntry } from '../../model/dossier.ts';
import type { AnomalyEntry } from '../../model/anomalies/item-anomalies.ts';
import { counted } from '../counted.ts';

/** Whether published anomalies of an item were looked at: three states that must never be taken for one another. */
export type AnomalyState = {
  readonly kind: 'checked' | 'not-checked' | 'not-applicable';
  readonly text: string;
  /** What to do where nothing is there to be judged yet. */
  readonly next?: string;
};

/** Whether an item can contribute to a hazardous situation by what its record says, so that 7.1.3 asks for its anomalies. */
export function mayContribute({ filed: { record } }: ItemEntry): boolean {
  return record.safetyPath?.on === true || record.failureModes.length > 0;
}

/**
 * Says of an item whether its published anomalies were checked, were not, or need not be. A list that waits for a judgement, and a
 * document that nobody has evaluated, are not checked.
 */
export function anomalyState(item: ItemEntry): AnomalyState {
  const { anomalySources } = item.filed.record;
  const { list, entries, intact, attached } = item.anomalies;
  const documents = anomalySources.filter((source) => source.kind === 'attachment');
  const fetched = anomalySources.some(({ kind }) => kind !== 'attachment' && kind !== 'unpublished');
  if (list !== undefined || documents.length > 0) {
    const parts = [
      ...(list === undefined ? [] : [`list of ${list.record.frozen}: ${countsOf(entries)}`]),
      ...(list === undefined && fetched ? ['a list was never frozen'] : []),
      ...documents.map(({ file, received, evaluated }) =>
        evaluated === undefined
          ? `document ${file} of ${received}, not evaluated`
          : `document ${file} of ${received}, evaluated by ${evaluated.by} on ${evaluated.on}`,
      ),
    ];
    const isEvaluated = ({ file, sha256, evaluated }: (typeof documents)[number]) =>
      evaluated !== undefined && attached.some((one) => one.file === file && one.sha256 === sha256);
    const waits = entries.some(({ standing }) => standing.kind === 'open' || standing.kind === 'again');
    const whole = (list !== undefined || !fetched) && documents.every(isEvaluated);
    const next = list === undefined && fetched ? freeze : documents.every(isEvaluated) ? undefined : evaluate;
    return {
      kind: !waits && whole && intact ? 'checked' : 'not-checked',
      text: parts.join('; '),
      ...(next !== undefined && { next }),
    };
  }
  const argued = anomalySources.find((source) => source.kind === 'unpublished');
  const { reason, by, on } = argued ?? {};
  if (reason !== undefined && by !== undefined && on !== undefined && !fetched)
    return { kind: 'not-applicable', text: `not applicable because none are published: ${reason} (${by}, ${on})` };
  if (fetched) return { kind: 'not-checked', text: 'not checked: no list has been frozen yet', next: freeze };
  const { safetyPath, noContribution } = item.filed.record;
  const harmless = safetyPath?.on === false ? safetyPath.reason : noContribution;
  if (!mayContribute(item) && harmless !== undefined)
    return { kind: 'not-applicable', text: `not applicable because it cannot contribute to harm: ${harmless}` };
  if (argued !== undefined)
    return {
      kind: 'not-checked',
      text: 'not checked: none are said to be published, and nobody signs for it',
      next: sign,
    };
  return { kind: 'not-checked', text: 'not checked: its record names no source', next: name };
}

const sign = 'write reason, by and on beside `kind: unpublished` in its record: who looked where, and when';
const freeze = 'run `tureen sync --anomalies`';
const evaluate = 'write `evaluated:` with outcome, by and on under the document in its record';
const name =
  'write where its anomalies are published under `anomalySources:` of its record, as `tureen explain 62304/anomaly-source` tells, then run `tureen sync --anomalies`';

/** How many anomalies of a list concern what is in use, and where they stand. */
function countsOf(entries: readonly AnomalyEntry[]): string {
  if (entries.length === 0) return 'checked, nothing found';
  const count = (wanted: (entry: AnomalyEntry) => boolean) => entries.filter(wanted).length;
  const relevant = count(({ relevance }) => relevance.kind !== 'out');
  const standing = (['judged', 'open', 'again', 'not-drawn'] as const).map(
    (kind) => [kind, count((entry) => entry.standing.kind === kind)] as const,
  );
  const told = standing.filter(([, number]) => number > 0).map(([kind, number]) => `${number} ${words[kind]}`);
  const fixed = count(({ relevance }) => relevance.kind === 'fixed-later');
  const concern = `${relevant} ${relevant === 1 ? 'concerns' : 'concern'} what is in use`;
  const later = fixed === 0 ? '' : ` (${fixed} fixed in later versions)`;
  const tail = told.length === 0 ? '' : `; ${told.join(', ')}`;
  return `${counted(entries.length, 'entry', 'entries')}, ${concern}${later}${tail}`;
}

const words = {
  judged: 'judged',
  open: 'without a disposition',
  again: 'to be judged again',
  'not-drawn': 'outside of the sample',
} as const;
