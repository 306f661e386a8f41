import type { Finding } from '../../model/anomalies/evaluation.ts';
import { decideAsDeployer, decideAsSupplier, type StatedContext } from './decide-priority.ts';

/** What the tables for suppliers and deployers come to for a finding; which of several, what the device states decides. */
export function prioritiesInBrief(ssvc: NonNullable<Finding['ssvc']>, context: StatedContext = {}): string {
  const supplier = decideAsSupplier(ssvc, context).join(' or ');
  const deployer = decideAsDeployer(ssvc, context).join(' or ');
  const { valueDensity, publicSafety, exposure, humanImpact } = context;
  const open = [
    ...(valueDensity === undefined ? ['valueDensity'] : []),
    ...(publicSafety === undefined ? ['publicSafety'] : []),
    ...(exposure === undefined ? ['exposure'] : []),
    ...(humanImpact === undefined ? ['humanImpact'] : []),
  ];
  const ask = open.length === 0 ? '' : ` (not stated under ssvc in tureen.yaml: ${open.join(', ')})`;
  return `SSVC for the supplier of a fix: ${supplier}; for who applies it: ${deployer}${ask}`;
}
