import { packageOf } from '../../base/packages/purl.ts';
import { isValidFor } from '../../dossier/is-valid-for.ts';
import type { FindingEntry } from '../../model/dossier.ts';

/** A component with its use: what of a finding the range of a verdict is held against. */
export type Ranged = Pick<FindingEntry, 'finding' | 'entry'>;

/** The first of some findings that are left open, and that a verdict on others would close by its range all the same. */
export function heldByRange<T extends Ranged>(
  validFor: string,
  judged: readonly Ranged[],
  leftOpen: readonly T[],
): T | undefined {
  const keys = new Set(judged.map(keyOf));
  return leftOpen.find((one) => {
    const version = one.entry?.component.version;
    return version !== undefined && keys.has(keyOf(one)) && isValidFor(validFor, one.finding.component, version);
  });
}

function keyOf({ finding, entry }: Ranged): string {
  return `${finding.id} ${packageOf(finding.component)} ${entry?.use.scope}`;
}
