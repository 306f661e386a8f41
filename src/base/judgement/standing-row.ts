import type { Standing } from '../../model/dossier.ts';

/** Where a finding stands as machines read it: the verdict by its place, and why it does not hold any more. */
export function standingRow(standing: Standing) {
  const filed = 'met' in standing ? standing.met?.filed : undefined;
  return {
    standing: standing.kind,
    ...(filed !== undefined && { verdict: { file: filed.file, index: filed.index, status: filed.verdict.status } }),
    ...(standing.kind === 'again' && { changed: standing.changed }),
    ...(standing.kind === 'expired' && { until: standing.until }),
  };
}
