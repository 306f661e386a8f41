/** The metrics that a vector states, by their abbreviations. */
export type Metrics = ReadonlyMap<string, string>;

/** The metrics of a version of CVSS, each with the values that it may have. */
export type MetricValues = Readonly<Record<string, readonly string[]>>;

/**
 * Reads `metric:value` pairs between slashes, in any order; `undefined` when one is unknown or stands twice, or when
 * one of the required is missing.
 */
export function readVector(text: string, values: MetricValues, required: readonly string[]): Metrics | undefined {
  if (text.length > longestVector) return undefined;
  const metrics = new Map<string, string>();
  for (const pair of text.split('/')) {
    const [metric = '', value = '', ...rest] = pair.split(':');
    const known = Object.hasOwn(values, metric) && values[metric]?.includes(value) === true;
    if (!known || rest.length > 0 || metrics.has(metric)) return undefined;
    metrics.set(metric, value);
  }
  return required.every((metric) => metrics.has(metric)) ? metrics : undefined;
}

/** All metrics of CVSS 4.0 together take half as much. */
const longestVector = 500;
