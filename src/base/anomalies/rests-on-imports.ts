import type { Verdict } from '../../model/anomalies/verdict.ts';

/**
 * Whether a verdict says that a defect is not there, is not run or is not reached, so that code which begins to import its
 * package takes its ground away. Mitigations stand in the way of whatever code calls it.
 */
export function restsOnImports({
  status,
  justification,
  reachability,
}: Pick<Verdict, 'status' | 'justification' | 'reachability'>): boolean {
  if (reachability?.answer === 'not-reachable') return true;
  if (reachability?.answer === 'reachable') return false;
  return status === 'not_affected' && justification !== 'inline_mitigations_already_exist';
}
