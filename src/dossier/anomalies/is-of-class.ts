import { parseVers } from '../../base/packages/vers.ts';
import type { ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { Disposition } from '../../model/anomalies/disposition.ts';
import { isInRange } from '../../versions/is-in-range.ts';

/** Whether an anomaly is of a class: it bears one of its labels, holds one of its words, and is mended in its range, where these are named. */
export function isOfClass(
  matching: NonNullable<Disposition['matching']>,
  { title, labels, fixedIn }: Pick<ListedAnomaly, 'title' | 'labels' | 'fixedIn'>,
): boolean {
  const has = (wanted: readonly string[], hit: (one: string) => boolean) => wanted.length === 0 || wanted.some(hit);
  const text = title.toLowerCase();
  return (
    has(matching.labels, (label) => labels.includes(label)) &&
    has(matching.words, (word) => text.includes(word.toLowerCase())) &&
    (matching.fixedIn === undefined || (fixedIn !== undefined && isIn(matching.fixedIn, fixedIn)))
  );
}

function isIn(range: string, version: string): boolean {
  const parsed = parseVers(range);
  return !('problem' in parsed) && isInRange(parsed, version) === true;
}
