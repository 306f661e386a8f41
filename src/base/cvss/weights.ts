import type { Metrics, MetricValues } from './read-vector.ts';
import type { VersionScores } from './version-scores.ts';

/** What each value of a metric weighs; the first value of a metric that a vector need not state is “not defined”. */
export type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The values that each metric may have. */
export function valuesOf(weights: Weights): MetricValues {
  return Object.fromEntries(Object.entries(weights).map(([metric, values]) => [metric, Object.keys(values)]));
}

/** What a metric of a vector weighs; one that is not stated weighs what “not defined” does. */
export function weightOf(weights: Weights, metrics: Metrics, metric: string): number {
  const values = weights[metric] ?? {};
  return values[metrics.get(metric) ?? Object.keys(values)[0] ?? ''] ?? 0;
}

/** Which scores beyond the base a vector states metrics of. */
export function statedScores(
  metrics: Metrics,
  notDefined: string,
  threat: readonly string[],
  environment: readonly string[],
): VersionScores['stated'] {
  const isStated = (metric: string) => (metrics.get(metric) ?? notDefined) !== notDefined;
  return [
    ...(threat.some(isStated) ? (['threat'] as const) : []),
    ...(environment.some(isStated) ? (['environmental'] as const) : []),
  ];
}
