import { counted } from '../../base/counted.ts';
import { daysBetween } from '../../base/day.ts';
import type { Dossier, EvaluationState } from '../../model/dossier.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import type { Filed } from '../../model/filed.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';
import { hashInventory } from '../inventory/hash-inventory.ts';
import { hashMappings, mappingsOf } from './products/mappings-of.ts';

/** Advisory data older than this many days proves nothing about today, unless the device's record says otherwise. */
export const usualMaximumAgeDays = 30;

/** Tells whether the last evaluation still speaks of this inventory, with data of a bearable age. */
export function stateOfEvaluation(
  parts: Pick<Dossier, 'today' | 'device' | 'inventory' | 'unread'> & {
    readonly items: readonly Pick<Filed<SoupItem>, 'record'>[];
    readonly evaluation: Evaluation | undefined;
  },
): EvaluationState {
  const { evaluation, unread } = parts;
  if (evaluation === undefined) {
    const broken = unread.find(({ kind }) => kind === 'anomalies.lock');
    return broken === undefined ? { kind: 'missing' } : { kind: 'unread', file: broken.file };
  }
  if (evaluation.inventory !== hashInventory(parts.inventory.components)) {
    return { kind: 'outdated', evaluation, reason: 'the inventory has changed since it was evaluated' };
  }
  if (evaluation.products !== hashMappings(parts.inventory.components, mappingsOf(parts.items))) {
    const reason = 'products were confirmed (cpe: in SOUP items), or taken back, since it was evaluated';
    return { kind: 'outdated', evaluation, reason };
  }
  const age = daysBetween(evaluation.data.fetched.slice(0, 10), parts.today);
  const maximum = parts.device.record.advisories.maximumAgeDays ?? usualMaximumAgeDays;
  if (age > maximum)
    return { kind: 'outdated', evaluation, reason: `its data is ${counted(age, 'day')} old, more than ${maximum}` };
  return { kind: 'current', evaluation };
}
