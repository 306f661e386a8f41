import { createHash } from 'node:crypto';
import type { Verdict } from '../../model/anomalies/verdict.ts';

/** What an approval is bound to: sha256 over all that a verdict says but its approval, whatever the order and layout of its keys. */
export function hashVerdict({ approved: _approved, ...said }: Verdict): string {
  return `sha256:${createHash('sha256').update(canonical(said)).digest('hex')}`;
}

/** Lists that are empty say as much as no list. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const keys = Object.entries(inner).filter(([, one]) => !(Array.isArray(one) && one.length === 0));
    return Object.fromEntries(keys.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
