import { approvalDoubt } from '../../base/anomalies/approval-doubt.ts';
import type { Dossier, FiledVerdict, VerdictEntry } from '../../model/dossier.ts';

/** A verdict, and how it stands with its approval. */
export type ApprovalState = VerdictEntry & {
  readonly isApproved: boolean;
  /** What each of the defects is, in the words of the evaluation; `undefined` where it tells nothing of one. */
  readonly summaries: readonly (string | undefined)[];
  /** Why the approval that it has is none. */
  readonly doubt: string | undefined;
  /** Why it can have none as it is. */
  readonly refused: string | undefined;
};

/** How each verdict stands with its approval. */
export function approvalStates({ verdicts, findings, device, today }: Dossier): readonly ApprovalState[] {
  const again = new Map(
    findings.flatMap(({ finding, standing }) =>
      standing.kind === 'again' ? [[keyOf(standing.met.filed), `${finding.id}: ${standing.changed.join('; ')}`]] : [],
    ),
  );
  const summaryOf = new Map(
    findings.flatMap(({ finding: { aliases, id, summary } }) => [...aliases, id].map((name) => [name, summary])),
  );
  const approvers = device.record.vulnerabilityReview?.approvers;
  return verdicts.map((one) => {
    const doubt = approvalDoubt(one.verdict, { approvers, today });
    const isApproved = one.verdict.approved !== undefined && doubt === undefined;
    const summaries = one.verdict.judged.map(({ anomaly }) => summaryOf.get(anomaly));
    return { ...one, isApproved, summaries, doubt, refused: refusalOf(one, again.get(keyOf(one)), today) };
  });
}

function keyOf({ file, index }: FiledVerdict): string {
  return `${index} ${file}`;
}

/** What is not settled is no matter of an approval yet. */
function refusalOf({ verdict }: FiledVerdict, changed: string | undefined, today: string): string | undefined {
  const { status, until } = verdict;
  if (status === 'under_investigation') return 'it is under investigation: there is no answer yet';
  if (until !== undefined && until < today) return `it ran out on ${until}: judge it anew with \`tureen triage\``;
  if (changed !== undefined) return `it is to be judged again (${changed}): do that first with \`tureen triage\``;
  return undefined;
}
