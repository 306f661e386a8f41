import type { TrackedSource } from '../model/anomalies/anomaly-source.ts';
import type { TrackerQuestion } from '../model/plugs/tracker.ts';

/** Which issues are wanted, as GitHub, Gitea and GitLab ask alike but for the name of the day since when they changed. */
export function issueQuery({ labels, sinceDate }: TrackedSource, sinceName: string): TrackerQuestion['query'] {
  return [
    ...(labels.length === 0 ? [] : [['labels', labels.join(',')] as const]),
    ...(sinceDate === undefined ? [] : [[sinceName, `${sinceDate}T00:00:00Z`] as const]),
  ];
}
