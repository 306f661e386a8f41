import type { Finding } from '../../model/anomalies/evaluation.ts';

/** What findings have in common that are asked about together: their defect, or that only commits of one repository tell. */
export function askedTogether({ id, component, onlyByGraph }: Finding): string {
  return onlyByGraph === true ? `${component} by commits` : id;
}

/** The ids of findings of which only commits tell more, as one name: the first and how many more. */
export function idsInBrief(findings: readonly [Finding, ...Finding[]]): string {
  const ids = [...new Set(findings.map(({ id }) => id))];
  return ids.length === 1
    ? findings[0].id
    : `${findings[0].id} (with ${ids.length - 1} more that only commits could tell)`;
}
