import { hashEvaluation } from '../../base/anomalies/hash-evaluation.ts';
import { counted } from '../../base/counted.ts';
import { daysBetween } from '../../base/day.ts';
import type { Dossier, EvaluationState } from '../../model/dossier.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { hashInventory } from '../inventory/hash-inventory.ts';

/** Advisory data older than this many days proves nothing about today, unless the device's record says otherwise. */
export const usualMaximumAgeDays = 30;

/** Tells whether the last evaluation still speaks of this inventory, with data of a bearable age. */
export function stateOfEvaluation(
  parts: Pick<Dossier, 'today' | 'device' | 'inventory'> & { readonly evaluation: Evaluation | undefined },
): EvaluationState {
  const { evaluation } = parts;
  if (evaluation === undefined) return { kind: 'missing' };
  if (evaluation.inventory !== hashInventory(parts.inventory.components)) {
    return { kind: 'outdated', evaluation, reason: 'the inventory has changed since it was evaluated' };
  }
  if (evaluation.content !== undefined && evaluation.content !== hashEvaluation(evaluation))
    return {
      kind: 'outdated',
      evaluation,
      reason: 'its content is not what was evaluated: the file was changed since',
    };
  const age = daysBetween(evaluation.data.fetched.slice(0, 10), parts.today);
  const maximum = parts.device.record.advisories.maximumAgeDays ?? usualMaximumAgeDays;
  if (age > maximum)
    return { kind: 'outdated', evaluation, reason: `its data is ${counted(age, 'day')} old, more than ${maximum}` };
  return { kind: 'current', evaluation };
}
