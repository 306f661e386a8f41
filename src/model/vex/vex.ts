/** The statuses of OpenVEX 0.2.0, in the order in which people ask for them. */
export const statuses = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;

/** The justifications of OpenVEX 0.2.0 for `not_affected`. */
export const justifications = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
] as const;

/** The responses of CycloneDX 1.6 (`analysis.response`); OpenVEX has words of the author alone. */
export const responses = ['update', 'workaround_available', 'rollback', 'will_not_fix', 'can_not_fix'] as const;

/** A status of OpenVEX. */
export type VexStatus = (typeof statuses)[number];
/** A justification of OpenVEX. */
export type VexJustification = (typeof justifications)[number];
/** A response of CycloneDX. */
export type VexResponse = (typeof responses)[number];

/** What each status means, and the state that CycloneDX 1.6 has for it (`analysis.state`). */
export const statusWords: Readonly<Record<VexStatus, { readonly means: string; readonly cyclonedx: string }>> = {
  not_affected: { means: 'the defect does nothing in this device', cyclonedx: 'not_affected' },
  affected: { means: 'the defect is there; something is done about it', cyclonedx: 'exploitable' },
  fixed: { means: 'this version holds the fix, although its number does not say so', cyclonedx: 'resolved' },
  under_investigation: { means: 'not known yet; the finding stays open', cyclonedx: 'in_triage' },
};

/**
 * What each justification means, and the nearest of CycloneDX 1.6 (`analysis.justification`), which tells reasons of other
 * kinds apart: where a word is not the same, the verdict's own reason has to say it.
 */
export const justificationWords: Readonly<
  Record<VexJustification, { readonly means: string; readonly cyclonedx: string }>
> = {
  component_not_present: { means: 'the component is not delivered', cyclonedx: 'code_not_present' },
  vulnerable_code_not_present: { means: 'the defective code is not in what we deliver', cyclonedx: 'code_not_present' },
  vulnerable_code_not_in_execute_path: { means: 'the defective code never runs', cyclonedx: 'code_not_reachable' },
  vulnerable_code_cannot_be_controlled_by_adversary: {
    means: 'nobody can feed it what it takes',
    cyclonedx: 'requires_environment',
  },
  inline_mitigations_already_exist: {
    means: 'something in the device stops it',
    cyclonedx: 'protected_by_mitigating_control',
  },
};

/** What each response means. */
export const responseWords: Readonly<Record<VexResponse, string>> = {
  update: 'to a version without the defect',
  workaround_available: 'it is avoided by other means',
  rollback: 'to an earlier version without the defect',
  will_not_fix: 'it could be mended, and stays',
  can_not_fix: 'there is nothing that mends it',
};

/** The justifications of CycloneDX 1.6, each with the nearest of OpenVEX: many of them mean one of these. */
export const justificationOfCyclonedx: Readonly<Record<string, VexJustification>> = {
  code_not_present: 'vulnerable_code_not_present',
  code_not_reachable: 'vulnerable_code_not_in_execute_path',
  requires_configuration: 'vulnerable_code_cannot_be_controlled_by_adversary',
  requires_dependency: 'vulnerable_code_cannot_be_controlled_by_adversary',
  requires_environment: 'vulnerable_code_cannot_be_controlled_by_adversary',
  protected_by_compiler: 'inline_mitigations_already_exist',
  protected_at_runtime: 'inline_mitigations_already_exist',
  protected_at_perimeter: 'inline_mitigations_already_exist',
  protected_by_mitigating_control: 'inline_mitigations_already_exist',
};

/** The states of CycloneDX 1.6, each as a status of OpenVEX. */
export const statusOfCyclonedx: Readonly<Record<string, VexStatus>> = {
  not_affected: 'not_affected',
  false_positive: 'not_affected',
  exploitable: 'affected',
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  in_triage: 'under_investigation',
};
