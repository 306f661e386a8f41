import type { SsvcPoints } from '../../model/anomalies/cve.ts';
import { priorities, type SsvcPriority } from '../../model/anomalies/ssvc.ts';
import { humanImpacts, publicSafetyImpacts, type SsvcContext } from '../../model/anomalies/ssvc-context.ts';
import { deployerTable } from './deployer-decisions.ts';
import { supplierTable, utilityTable } from './supplier-decisions.ts';

/** What a person states of the device, as far as it is stated. */
export type StatedContext = Partial<SsvcContext>;

/** Points of SSVC, each of them known or not. */
export type KnownPoints = { readonly [Point in keyof SsvcPoints]: SsvcPoints[Point] | undefined };

/** The priorities that known points leave open for whoever develops the fix, by CERT/CC's table for suppliers. */
export function decideAsSupplier(
  { exploitation, automatable, technicalImpact }: KnownPoints,
  { valueDensity, publicSafety }: StatedContext,
): readonly SsvcPriority[] {
  const utilities = new Set(
    utilityTable
      .filter(([automated, density]) => fits(automatable, automated) && fits(valueDensity, density))
      .map(([, , utility]) => utility),
  );
  const rows = supplierTable.filter(
    ([exploited, utility, impact]) =>
      fits(exploitation, exploited) && utilities.has(utility) && fits(technicalImpact, impact),
  );
  return openIn(rows, publicSafetyImpacts, publicSafety);
}

/** The priorities that known points leave open for whoever runs the device, by CERT/CC's table for deployers. */
export function decideAsDeployer(
  { exploitation, automatable }: KnownPoints,
  { exposure, humanImpact }: StatedContext,
): readonly SsvcPriority[] {
  const rows = deployerTable.filter(
    ([exploited, exposed, automated]) =>
      fits(exploitation, exploited) && fits(exposure, exposed) && fits(automatable, automated),
  );
  return openIn(rows, humanImpacts, humanImpact);
}

function fits(known: string | undefined, value: string): boolean {
  return known === undefined || known === value;
}

/** The first three columns of each table are points; each column after them is one answer to what only a person can know. */
function openIn(
  rows: readonly (readonly string[])[],
  answers: readonly string[],
  known: string | undefined,
): readonly SsvcPriority[] {
  const columns = answers.flatMap((answer, index) => (fits(known, answer) ? [3 + index] : []));
  return priorities.filter((priority) => rows.some((row) => columns.some((column) => row[column] === priority)));
}
