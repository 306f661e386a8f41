import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { hashCanonical } from '../hash-canonical.ts';

/** Binds an evaluation to its content; the hash that it states itself is left out. */
export function hashEvaluation(evaluation: Omit<Evaluation, 'content'>): string {
  return hashCanonical({ ...evaluation, content: undefined });
}
