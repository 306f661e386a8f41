import { createHash } from 'node:crypto';
import type { AnomalyList } from '../../model/anomalies/anomaly-list.ts';

/** Binds a list of anomalies to its content, whatever the order of its keys; the hash that it states itself is left out. */
export function hashList(list: Omit<AnomalyList, 'hash'>): string {
  const content = { ...list, hash: undefined };
  return `sha256:${createHash('sha256').update(JSON.stringify(content, sortedKeys)).digest('hex')}`;
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
