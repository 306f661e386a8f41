import { UsageError } from '../../base/errors.ts';
import { measureCoverage } from '../../dossier/coverage/measure-coverage.ts';
import type { Coverage } from '../../model/coverage.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';

/** Measures how much of the inventory the records account for. Throws `UsageError` where they cannot be loaded. */
export async function coverage(host: Host): Promise<Coverage> {
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  return measureCoverage(dossier);
}

/** Whether everything is accounted for, and the list is exact. */
export function isWhole({ components, redList }: Coverage): boolean {
  return components > 0 && Object.values(redList).every((list) => list.length === 0);
}
