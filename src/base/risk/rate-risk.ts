import type { RiskEstimate, RiskLevel, RiskMatrix, RiskZone } from '../../model/risks/risk-matrix.ts';

/** What an estimate comes to by the matrix. */
export type RatedRisk = { readonly severity: RiskLevel; readonly probability: RiskLevel; readonly zone: RiskZone };

/** An estimate by the matrix, or what it names that the matrix does not have; nothing is guessed in between. */
export type Rating = RatedRisk | { readonly unknown: readonly string[] };

/** Looks an estimate up in the matrix: P1 and P2 give the probability of harm, with the severity it gives the zone. */
export function rateRisk(matrix: RiskMatrix, { severity, p1, p2, probability }: RiskEstimate): Rating {
  const unknown = [
    ...missing(matrix.severity, 'severity', severity),
    ...missing(matrix.p1, 'p1', p1),
    ...missing(matrix.p2, 'p2', p2),
    ...missing(matrix.probability, 'probability', probability),
  ];
  if (unknown.length > 0) return { unknown };
  const harm = probability ?? cell(matrix.product, p1, matrix.p2, p2);
  if (harm === undefined) return { unknown: [`a product of p1 ${p1} and p2 ${p2}`] };
  const zoneId = cell(matrix.acceptability, harm, matrix.severity, severity);
  const zone = matrix.zones.find(({ id }) => id === zoneId);
  const levels = [levelOf(matrix.severity, severity), levelOf(matrix.probability, harm)];
  const [worst, likely] = levels;
  return zone === undefined || worst === undefined || likely === undefined
    ? { unknown: [`an acceptability of ${severity} and ${harm}`] }
    : { severity: worst, probability: likely, zone };
}

/** Whether one rated risk is worse than another in severity or probability. */
export function isWorse(matrix: RiskMatrix, one: RatedRisk, other: RatedRisk): boolean {
  return (
    matrix.severity.indexOf(one.severity) > matrix.severity.indexOf(other.severity) ||
    matrix.probability.indexOf(one.probability) > matrix.probability.indexOf(other.probability)
  );
}

/** An estimate in a few words, such as `Serious × Remote: Acceptable`. */
export function ratingText(rating: Rating): string {
  return 'unknown' in rating
    ? `not in the matrix: ${rating.unknown.join(', ')}`
    : `${rating.severity.name} × ${rating.probability.name}: ${rating.zone.name}`;
}

function levelOf(levels: readonly RiskLevel[], wanted: string): RiskLevel | undefined {
  return levels.find(({ id }) => id === wanted);
}

function missing(levels: readonly RiskLevel[], name: string, wanted: string | undefined): readonly string[] {
  return wanted === undefined || levelOf(levels, wanted) !== undefined ? [] : [`${name} ${wanted}`];
}

function cell(
  rows: Readonly<Record<string, readonly string[]>>,
  row: string | undefined,
  columns: readonly RiskLevel[],
  column: string | undefined,
): string | undefined {
  if (row === undefined || !Object.hasOwn(rows, row)) return undefined;
  return rows[row]?.[columns.findIndex(({ id }) => id === column)];
}
