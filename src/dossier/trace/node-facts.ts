import { rateRisk, ratingText } from '../../base/risk/rate-risk.ts';
import type { FailureControl, RiskControl } from '../../model/risks/risk-control.ts';
import type { RiskAcceptance, RiskEstimate, RiskMatrix } from '../../model/risks/risk-matrix.ts';
import { segregationText } from '../../base/judgement/segregation-text.ts';
import type { Requirement, SoupItem } from '../../model/records/soup-item.ts';

/** How a risk or failure mode is estimated by the matrix, and who accepted what is left. */
export function estimateFacts(
  matrix: RiskMatrix | undefined,
  given: {
    readonly before?: RiskEstimate | undefined;
    readonly after?: RiskEstimate | undefined;
    readonly accepted?: RiskAcceptance | undefined;
  },
): readonly string[] {
  const { before, after, accepted } = given;
  const rated = (estimate: RiskEstimate | undefined, when: string) =>
    estimate === undefined || matrix === undefined ? [] : [`${when}: ${ratingText(rateRisk(matrix, estimate))}`];
  return [
    ...rated(before, 'without controls'),
    ...rated(after, 'with controls'),
    ...(accepted === undefined ? [] : [`accepted by ${accepted.by} on ${accepted.on}`]),
  ];
}

/** Of which kind a control is, and where. */
export function controlFacts({ kind, implementedIn }: FailureControl | RiskControl): readonly string[] {
  const fact = [kind, implementedIn && `in ${implementedIn}`].filter((part) => part !== undefined).join(', ');
  return fact === '' ? [] : [fact];
}

/** The bound of a performance requirement. */
export function limitFacts(requirement: Requirement): readonly string[] {
  return requirement.kind === 'performance' ? [`${requirement.metric} ${requirement.limit} ${requirement.unit}`] : [];
}

/** Whether an item is on the safety path, and what keeps it from harming others. */
export function itemFacts({ safetyPath, segregation }: SoupItem): readonly string[] {
  return [
    ...(safetyPath === undefined ? [] : [`${safetyPath.on ? 'on' : 'not on'} the safety path`]),
    ...(segregation === undefined ? [] : [`segregation: ${segregationText(segregation)}`]),
  ];
}
