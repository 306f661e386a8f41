import type { Finding } from '../../model/anomalies/evaluation.ts';

/**
 * Whether any of the records has changed after a day, such as that of a review; `undefined` where nobody can tell: one has
 * changed on that very day, or none tells a day. Some feeds give none but one before all others.
 */
export function changedSince(day: string, records: Finding['records']): boolean | undefined {
  const days = records.map(({ modified }) => modified.slice(0, 10)).filter((changed) => changed > '1970-01-01');
  if (days.some((changed) => changed > day)) return true;
  return days.length === 0 || days.includes(day) ? undefined : false;
}
