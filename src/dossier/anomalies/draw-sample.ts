import { classInForce } from '../../base/classes/class-in-force.ts';
import { createHash } from 'node:crypto';
import { compareText } from '../../base/compare.ts';
import type { ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { SamplingRule } from '../../model/anomalies/anomaly-plan.ts';
import type { SafetyClass } from '../../model/clause.ts';
import type { AnomalySample } from '../../model/anomalies/item-anomalies.ts';

/**
 * Draws the sample that the plan asks for: anybody draws the same, nobody can choose, and an entry keeps its rank when others
 * come, for the rank is the sha256 of the item, the entry and its content. `undefined` where every entry is judged.
 */
export function drawSample(
  soup: string,
  safetyClass: SafetyClass | undefined,
  relevant: readonly ListedAnomaly[],
  rules: readonly SamplingRule[],
): AnomalySample | undefined {
  const rule = rules
    .filter(({ classes, above }) => classes.includes(classInForce(safetyClass)) && relevant.length > above)
    .toSorted((a, b) => b.above - a.above)[0];
  if (rule === undefined || rule.take >= relevant.length) return undefined;
  const ranked = relevant
    .map(({ id, hash }) => ({ id, rank: createHash('sha256').update(`${soup}\n${id}\n${hash}`).digest('hex') }))
    .toSorted((a, b) => compareText(a.rank, b.rank));
  const drawn = ranked.slice(0, rule.take).map(({ id }) => id);
  return { rule, of: relevant.length, drawn: drawn.toSorted(compareText) };
}
