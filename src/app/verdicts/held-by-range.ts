import { packageOf } from '../../base/packages/purl.ts';
import { parseVers } from '../../base/packages/vers.ts';
import type { FindingEntry } from '../../model/dossier.ts';
import { isInRange } from '../../versions/is-in-range.ts';

/** A component with its use: what of a finding the range of a verdict is held against. */
export type Ranged = Pick<FindingEntry, 'finding' | 'entry'>;

/** The first of some findings that are left open, and that a verdict on others would close by its range all the same. */
export function heldByRange<T extends Ranged>(
  validFor: string,
  judged: readonly Ranged[],
  leftOpen: readonly T[],
): T | undefined {
  const range = parseVers(validFor);
  if ('problem' in range) return undefined;
  const keys = new Set(judged.map(keyOf));
  return leftOpen.find((one) => {
    const version = one.entry?.component.version;
    return version !== undefined && keys.has(keyOf(one)) && isInRange(range, version) === true;
  });
}

function keyOf({ finding, entry }: Ranged): string {
  return `${finding.id} ${packageOf(finding.component)} ${entry?.use.scope}`;
}
