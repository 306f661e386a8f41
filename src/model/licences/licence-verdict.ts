import type { LicenceUse } from './licence-use.ts';

/** A kind of licence: what asks for much the same, in the same circumstances. */
export type LicenceFamily =
  | 'public-domain'
  | 'public-domain-claim'
  | 'permissive'
  | 'permissive-patent'
  | 'permissive-advertising'
  | 'weak-copyleft-file'
  | 'weak-copyleft-library'
  | 'copyleft-with-exception'
  | 'strong-copyleft'
  | 'network-copyleft'
  | 'source-available'
  | 'non-commercial'
  | 'field-of-use'
  | 'font'
  | 'data'
  | 'data-share-alike'
  | 'documentation'
  | 'model'
  | 'model-restricted'
  | 'proprietary'
  | 'no-licence'
  | 'unknown';

/** What a licence can make somebody owe. */
export type ObligationKind =
  | 'notice'
  | 'source-offer'
  | 'written-offer'
  | 'relinking'
  | 'installation-information'
  | 'network-source'
  | 'share-changes'
  | 'share-alike'
  | 'patent'
  | 'no-endorsement'
  | 'advertising'
  | 'font-name'
  | 'field-of-use'
  | 'export'
  | 'agreement';

/** What follows from a licence and its use; `undetermined` where a fact is missing that decides. */
export type LicenceOutcome =
  | 'allowed'
  | 'allowed-with-obligations'
  | 'undetermined'
  | 'needs-legal-review'
  | 'not-allowed';

/** A fact on which a verdict can hang. */
export type LicenceFact = 'licence' | keyof LicenceUse;

/** What one rule says of one licence. */
export type LicenceReason = {
  /** The licence with its exception, as SPDX spells it, or what is stated instead. */
  readonly licence: string;
  readonly family: LicenceFamily;
  /** The rules of the table that were asked: one, or several where a fact is missing. */
  readonly rules: readonly string[];
  readonly outcome: LicenceOutcome;
  readonly why: string;
};

/** A person's choice between alternatives, or that there is one to make. */
export type LicenceChoice = {
  readonly between: readonly string[];
  readonly taken: string;
  readonly recorded: boolean;
};

/** What follows from using something under a licence expression in a certain way. It is no legal advice. */
export type LicenceVerdict = {
  readonly outcome: LicenceOutcome;
  readonly expression: string;
  readonly reasons: readonly LicenceReason[];
  readonly obligations: readonly ObligationKind[];
  /** What is owed too, should a missing fact turn out so. */
  readonly conditional: readonly ObligationKind[];
  /** The facts that decide and that nobody has stated. */
  readonly missing: readonly LicenceFact[];
  readonly choices: readonly LicenceChoice[];
};
