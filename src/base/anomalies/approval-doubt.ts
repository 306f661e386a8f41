import type { Verdict } from '../../model/anomalies/verdict.ts';
import { hashVerdict } from './hash-verdict.ts';

/** Why an approval of a verdict is none of the verdict as it stands, by one who may; `undefined` for a good one, and for none at all. */
export function approvalDoubt(verdict: Verdict, approvers: readonly string[] | undefined): string | undefined {
  if (verdict.approved === undefined) return undefined;
  const { by, on, content } = verdict.approved;
  if (by === verdict.by) return `is approved by its author, ${by}`;
  if (content !== undefined && content !== hashVerdict(verdict)) return `was changed since ${by} approved it on ${on}`;
  return approvers === undefined || approvers.includes(by)
    ? undefined
    : `is approved by ${by}, who may not: ${approvers.join(', ')} may`;
}
