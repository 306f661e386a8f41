import type { Verdict } from '../../model/anomalies/verdict.ts';
import { hashVerdict } from './hash-verdict.ts';

/** Why an approval of a verdict is none of the verdict as it stands, by one who may; `undefined` for a good one, and for none at all. */
export function approvalDoubt(
  verdict: Verdict,
  { approvers, today }: { readonly approvers: readonly string[] | undefined; readonly today: string },
): string | undefined {
  if (verdict.approved === undefined) return undefined;
  const { by, on, content } = verdict.approved;
  if (by === verdict.by) return `is approved by its author, ${by}`;
  if (on > today) return `is approved by ${by} on ${on}, which is still to come`;
  if (on < verdict.on) return `is approved by ${by} on ${on}, before it was judged on ${verdict.on}`;
  if (content !== undefined && content !== hashVerdict(verdict)) return `was changed since ${by} approved it on ${on}`;
  return approvers === undefined || approvers.includes(by)
    ? undefined
    : `is approved by ${by}, who may not: ${approvers.join(', ')} may`;
}
