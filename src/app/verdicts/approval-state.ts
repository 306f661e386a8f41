import { approvalDoubt } from '../../base/anomalies/approval-doubt.ts';
import { counted } from '../../base/counted.ts';
import { changesSince } from '../../dossier/inventory/changes-since.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { Dossier, FiledVerdict, MetVerdict, VerdictEntry } from '../../model/dossier.ts';

/** A verdict, and how it stands with its approval. */
export type ApprovalState = VerdictEntry & {
  readonly isApproved: boolean;
  /** What each of the defects is, in the words of the evaluation; `undefined` where it tells nothing of one. */
  readonly summaries: readonly (string | undefined)[];
  /** Why the approval that it has is none. */
  readonly doubt: string | undefined;
  /** Why it can have none as it is. */
  readonly refused: string | undefined;
  /** What waits beside it: versions or uses that came after it was judged, which it says nothing of. */
  readonly beside: string | undefined;
};

/** How each verdict stands with its approval. */
export function approvalStates({ verdicts, findings, device, evaluation, today }: Dossier): readonly ApprovalState[] {
  const again = findings.flatMap(({ finding, standing }): Again[] =>
    standing.kind === 'again'
      ? [{ finding, met: standing.met, said: `${finding.id}: ${standing.changed.join('; ')}` }]
      : [],
  );
  const { changed = [], moved = [] } = Object.groupBy(again, (one) => (isOfOthers(one, today) ? 'moved' : 'changed'));
  const [changedOf, movedOf] = [changed, moved].map((group) => Map.groupBy(group, ({ met }) => keyOf(met.filed)));
  const summaryOf = new Map(
    findings.flatMap(({ finding: { aliases, id, summary } }) => [...aliases, id].map((name) => [name, summary])),
  );
  const approvers = device.record.vulnerabilityReview?.approvers;
  const days = { today, evaluated: 'evaluation' in evaluation ? evaluation.evaluation.evaluated : today };
  return verdicts.map((one) => {
    const doubt = approvalDoubt(one.verdict, { approvers, today });
    const isApproved = one.verdict.approved !== undefined && doubt === undefined;
    const summaries = one.verdict.judged.map(({ anomaly }) => summaryOf.get(anomaly));
    const refused = refusalOf(one, changedOf?.get(keyOf(one)) ?? [], days);
    return { ...one, isApproved, summaries, doubt, refused, beside: besideOf(movedOf?.get(keyOf(one)) ?? []) };
  });
}

function keyOf({ file, index }: FiledVerdict): string {
  return `${index} ${file}`;
}

/** A finding that a verdict is to be judged again for, and what has changed. */
type Again = { readonly finding: Finding; readonly met: MetVerdict; readonly said: string };

/** Whether what was judged stands as it was, and a version or use is asked about that it does not name. */
function isOfOthers({ finding, met: { filed, judged } }: Again, today: string): boolean {
  return filed.verdict.on <= today && changesSince(filed.verdict, judged, finding, undefined).length === 0;
}

/** Today, and when the findings were evaluated: a verdict on a release in the field may rest on later advisories. */
type Days = { readonly today: string; readonly evaluated: string };

/** What is not settled is no matter of an approval yet. */
function refusalOf(
  { verdict }: FiledVerdict,
  changed: readonly Again[],
  { today, evaluated }: Days,
): string | undefined {
  const { status, until, judged, on } = verdict;
  if (status === 'under_investigation') return 'it is under investigation: there is no answer yet';
  if (until !== undefined && until < today) return `it ran out on ${until}: judge it anew with \`tureen triage\``;
  const [first] = changed;
  if (first === undefined) return undefined;
  if (evaluated < on && on <= today)
    return `the evaluation of ${evaluated} is older than it, and tells otherwise (${inBrief(changed)}): run \`tureen evaluate\` first`;
  const ids = new Set(changed.map(({ finding }) => finding.id));
  const rest =
    ids.size < new Set(judged.map(({ anomaly }) => anomaly)).size ? '; the rest of it can be approved then' : '';
  return `it is to be judged again (${inBrief(changed)}): do that first with \`tureen triage${ids.size === 1 ? ` ${first.finding.id}` : ''}\`${rest}`;
}

function besideOf(moved: readonly Again[]): string | undefined {
  if (moved.length === 0) return undefined;
  const verb = moved.length === 1 ? 'waits' : 'wait';
  return `${counted(moved.length, 'finding')} of which it says nothing ${verb} for a verdict (${inBrief(moved)}): see \`tureen triage --list\``;
}

function inBrief([first, ...others]: readonly Again[]): string {
  return `${first?.said}${others.length === 0 ? '' : `; and ${others.length} more`}`;
}
