import { UsageError } from '../../base/errors.ts';
import { writeCsv } from '../../base/formats/tables/write-csv.ts';
import { writeWorkbook } from '../../base/formats/tables/write-xlsx.ts';
import { riskTable } from '../../exports/risk-table.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';

/** How the rows of the risk file are written. */
export type RiskFormat = 'csv' | 'xlsx';

/** The rows of the risk file that SOUP touches as CSV or a workbook, and what is wrong with the files that they were made from. */
export async function exportRisks(
  host: Host,
  format: RiskFormat,
): Promise<{ readonly content: string | Uint8Array; readonly diagnostics: readonly Diagnostic[] }> {
  const { dossier, diagnostics } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const table = riskTable(dossier);
  const content = format === 'xlsx' ? writeWorkbook(table) : writeCsv([table.titles, ...table.rows]);
  return { content, diagnostics };
}
