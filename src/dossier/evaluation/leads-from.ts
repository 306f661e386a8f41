import type { Advisory } from '../../model/anomalies/advisory.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import { distributionTypes } from './matching/source-package-of.ts';

/**
 * The ids that lead away from a finding: its own and its aliases, and what its records are based on (`upstream`); a
 * distribution's records also name under `related` the defects that a package update mends.
 */
export function leadsFrom({ id, aliases, records, component }: Finding, known: readonly Advisory[]): readonly string[] {
  const judged = records.flatMap(({ id: own, feed }) => known.find((one) => one.id === own && one.feed === feed) ?? []);
  const ofDistribution = distributionTypes.has(/^pkg:([^/]+)/.exec(component)?.[1] ?? '');
  const led = judged.flatMap(({ upstream, related }) => [...upstream, ...(ofDistribution ? related : [])]);
  return [...new Set([id, ...aliases, ...led])].toSorted();
}
