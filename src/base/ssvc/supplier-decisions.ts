import type { SsvcPriority } from '../../model/anomalies/ssvc.ts';

/**
 * The table of a supplier who develops a fix, 1.0.0 of CERT/CC's SSVC, as data: by exploitation, utility and technical impact
 * the priority for a minimal and a significant impact on public safety.
 */
export const supplierTable: readonly (readonly [string, string, string, SsvcPriority, SsvcPriority])[] = [
  ['none', 'laborious', 'partial', 'defer', 'scheduled'],
  ['none', 'laborious', 'total', 'scheduled', 'out-of-cycle'],
  ['none', 'efficient', 'partial', 'scheduled', 'out-of-cycle'],
  ['none', 'efficient', 'total', 'scheduled', 'out-of-cycle'],
  ['none', 'super effective', 'partial', 'scheduled', 'out-of-cycle'],
  ['none', 'super effective', 'total', 'out-of-cycle', 'out-of-cycle'],
  ['poc', 'laborious', 'partial', 'scheduled', 'out-of-cycle'],
  ['poc', 'laborious', 'total', 'scheduled', 'immediate'],
  ['poc', 'efficient', 'partial', 'scheduled', 'immediate'],
  ['poc', 'efficient', 'total', 'out-of-cycle', 'immediate'],
  ['poc', 'super effective', 'partial', 'out-of-cycle', 'immediate'],
  ['poc', 'super effective', 'total', 'out-of-cycle', 'immediate'],
  ['active', 'laborious', 'partial', 'out-of-cycle', 'immediate'],
  ['active', 'laborious', 'total', 'out-of-cycle', 'immediate'],
  ['active', 'efficient', 'partial', 'out-of-cycle', 'immediate'],
  ['active', 'efficient', 'total', 'out-of-cycle', 'immediate'],
  ['active', 'super effective', 'partial', 'immediate', 'immediate'],
  ['active', 'super effective', 'total', 'immediate', 'immediate'],
];

/** What a defect is worth to an attacker, by whether its use can be automated and by value density (SSVC Utility 1.0.1). */
export const utilityTable: readonly (readonly [string, string, string])[] = [
  ['no', 'diffuse', 'laborious'],
  ['no', 'concentrated', 'efficient'],
  ['yes', 'diffuse', 'efficient'],
  ['yes', 'concentrated', 'super effective'],
];
