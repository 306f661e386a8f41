import { scoreCvss } from '../../base/cvss/score-cvss.ts';
import type { StatedSeverity } from '../../model/anomalies/advisory.ts';
import type { RatedSeverity } from '../../model/anomalies/evaluation.ts';

/**
 * Adds to each severity what its vector scores, and marks the one that is used where only one can be shown: of the latest
 * version of CVSS the highest score. All are kept, none is averaged with another.
 */
export function rateSeverities(
  stated: readonly (StatedSeverity & { readonly source?: string | undefined })[],
): RatedSeverity[] {
  const rated = stated.map((severity) => ({ severity, cvss: scoreCvss(severity.value) }));
  const [used] = rated
    .filter(({ cvss }) => cvss !== undefined)
    .toSorted((a, b) => rank(b.cvss?.version) - rank(a.cvss?.version) || (b.cvss?.score ?? 0) - (a.cvss?.score ?? 0));
  return rated.map((one) => ({
    kind: one.severity.kind,
    value: one.severity.value,
    ...(one.severity.source !== undefined && { source: one.severity.source }),
    ...(one.cvss !== undefined && { score: one.cvss.score, rating: one.cvss.rating }),
    ...(one === used && { used: true as const }),
  }));
}

function rank(version: string | undefined): number {
  return Number(version ?? 0);
}
