import { UsageError } from '../../base/errors.ts';
import { riskTable } from '../../exports/risk-table.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';

/** The rows of the risk file that SOUP touches as CSV, and what is wrong with the files that they were made from. */
export async function exportRisks(
  host: Host,
): Promise<{ readonly text: string; readonly diagnostics: readonly Diagnostic[] }> {
  const { dossier, diagnostics } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  return { text: riskTable(dossier), diagnostics };
}
