import type { SsvcDecision } from '../../model/anomalies/ssvc.ts';

/** How much the mission and the well-being of people hang on what is attacked; only its user can know. */
export const missionImpacts = ['low', 'medium', 'high'] as const;

/**
 * CISA's coordinator table 2.0.3 as data: by exploitation, automatable and technical impact the decision for a low, medium
 * and high impact on mission and well-being.
 */
export const cisaTable: readonly (readonly [string, string, string, SsvcDecision, SsvcDecision, SsvcDecision])[] = [
  ['none', 'no', 'partial', 'track', 'track', 'track'],
  ['none', 'no', 'total', 'track', 'track', 'track*'],
  ['none', 'yes', 'partial', 'track', 'track', 'attend'],
  ['none', 'yes', 'total', 'track', 'track', 'attend'],
  ['poc', 'no', 'partial', 'track', 'track', 'track*'],
  ['poc', 'no', 'total', 'track', 'track*', 'attend'],
  ['poc', 'yes', 'partial', 'track', 'track', 'attend'],
  ['poc', 'yes', 'total', 'track', 'track*', 'attend'],
  ['active', 'no', 'partial', 'track', 'track', 'attend'],
  ['active', 'no', 'total', 'track', 'attend', 'act'],
  ['active', 'yes', 'partial', 'attend', 'attend', 'act'],
  ['active', 'yes', 'total', 'attend', 'act', 'act'],
];
