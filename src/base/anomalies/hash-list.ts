import type { AnomalyList } from '../../model/anomalies/anomaly-list.ts';
import { hashCanonical } from '../hash-canonical.ts';

/** Binds a list of anomalies to its content; the hash that it states itself is left out. */
export function hashList(list: Omit<AnomalyList, 'hash'>): string {
  return hashCanonical({ ...list, hash: undefined });
}
