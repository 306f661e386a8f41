import type { ChangelogSource, TrackedSource } from '../../model/anomalies/anomaly-source.ts';

/** What the record asked for, so that a change of it is seen. */
export function filtersOf(source: TrackedSource | ChangelogSource): string {
  if (source.kind === 'changelog') return source.file ?? `${source.at}/${source.path ?? ''}`;
  const { project, at, labels, state, sinceDate } = source;
  const since = sinceDate === undefined ? '' : `, changed since ${sinceDate}`;
  return `${project} at ${at}, ${state}${labels.length === 0 ? '' : `, labelled ${labels.join(' and ')}`}${since}`;
}
