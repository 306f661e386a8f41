import type { SsvcPriority } from '../../model/anomalies/ssvc.ts';

type Row = readonly [string, string, string, SsvcPriority, SsvcPriority, SsvcPriority, SsvcPriority];

/**
 * The table of a deployer who applies a fix, 1.0.0 of CERT/CC's SSVC, as data: by exploitation, system exposure and whether
 * the use can be automated the priority for a low, medium, high and very high human impact.
 */
export const deployerTable: readonly Row[] = [
  ['none', 'small', 'no', 'defer', 'defer', 'scheduled', 'scheduled'],
  ['none', 'small', 'yes', 'defer', 'scheduled', 'scheduled', 'scheduled'],
  ['none', 'controlled', 'no', 'defer', 'scheduled', 'scheduled', 'scheduled'],
  ['none', 'controlled', 'yes', 'scheduled', 'scheduled', 'scheduled', 'scheduled'],
  ['none', 'open', 'no', 'defer', 'scheduled', 'scheduled', 'scheduled'],
  ['none', 'open', 'yes', 'scheduled', 'scheduled', 'scheduled', 'out-of-cycle'],
  ['poc', 'small', 'no', 'defer', 'scheduled', 'scheduled', 'scheduled'],
  ['poc', 'small', 'yes', 'scheduled', 'scheduled', 'scheduled', 'scheduled'],
  ['poc', 'controlled', 'no', 'defer', 'scheduled', 'scheduled', 'scheduled'],
  ['poc', 'controlled', 'yes', 'scheduled', 'scheduled', 'scheduled', 'out-of-cycle'],
  ['poc', 'open', 'no', 'scheduled', 'scheduled', 'scheduled', 'out-of-cycle'],
  ['poc', 'open', 'yes', 'scheduled', 'scheduled', 'out-of-cycle', 'out-of-cycle'],
  ['active', 'small', 'no', 'scheduled', 'scheduled', 'out-of-cycle', 'out-of-cycle'],
  ['active', 'small', 'yes', 'scheduled', 'out-of-cycle', 'out-of-cycle', 'out-of-cycle'],
  ['active', 'controlled', 'no', 'scheduled', 'scheduled', 'out-of-cycle', 'out-of-cycle'],
  ['active', 'controlled', 'yes', 'out-of-cycle', 'out-of-cycle', 'out-of-cycle', 'out-of-cycle'],
  ['active', 'open', 'no', 'scheduled', 'out-of-cycle', 'out-of-cycle', 'immediate'],
  ['active', 'open', 'yes', 'out-of-cycle', 'out-of-cycle', 'immediate', 'immediate'],
];
