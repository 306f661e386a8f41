import type { Combination, Distribution } from '../../../model/licences/licence-use.ts';
import type { LicenceFamily, LicenceOutcome, ObligationKind } from '../../../model/licences/licence-verdict.ts';

/** What follows for a family in some circumstances; of the rules of a family the first that fits counts. */
export type PolicyRule = {
  readonly id: string;
  readonly families: readonly LicenceFamily[];
  /** The circumstances; a key that is absent fits any. */
  readonly when: {
    readonly distribution?: readonly Distribution[];
    readonly combination?: readonly Combination[];
    readonly modified?: boolean;
  };
  readonly outcome: Exclude<LicenceOutcome, 'undetermined'>;
  readonly obligations: readonly ObligationKind[];
  readonly why: string;
};

/** Makes a rule of the table, one fact an argument. */
export function rule(
  id: string,
  families: readonly LicenceFamily[],
  when: PolicyRule['when'],
  outcome: PolicyRule['outcome'],
  obligations: readonly ObligationKind[],
  why: string,
): PolicyRule {
  return { id, families, when, outcome, obligations, why };
}
