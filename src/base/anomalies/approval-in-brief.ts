import type { Verdict } from '../../model/anomalies/verdict.ts';
import { approvalDoubt } from './approval-doubt.ts';

/** How a verdict stands with its approval, in a few words: of one that is none, why. A reader may know people by their names. */
export function approvalInBrief(
  verdict: Verdict,
  asked: Parameters<typeof approvalDoubt>[1],
  nameOf = (id: string) => id,
): string {
  const { approved } = verdict;
  if (approved === undefined) return 'not approved';
  const bound = approved.content === undefined ? ' (not bound to its words)' : '';
  return approvalDoubt(verdict, asked) ?? `approved by ${nameOf(approved.by)} on ${approved.on}${bound}`;
}
