import { UsageError } from '../../base/errors.ts';
import { compareBaseline, makeBaseline, shrinkBaseline, type Compared } from '../../dossier/compare-baseline.ts';
import type { CheckBaseline } from '../../model/records/check-baseline.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { loadRecord } from '../../records/load-record.ts';
import { kinds } from '../../records/record-kinds.ts';
import type { Host } from '../host.ts';
import { today } from '../today.ts';

const { files: file } = kinds.checkBaseline;

/** Measures diagnostics against the baseline of the device. Throws `UsageError` where there is none that can be used. */
export async function measureAgainstBaseline(host: Host, diagnostics: readonly Diagnostic[]): Promise<Compared> {
  const baseline = await loadBaseline(host);
  if (baseline !== undefined) return compareBaseline(diagnostics, baseline);
  throw new UsageError(`there is no ${file}`, 'Write one with `tureen check --write-baseline`, and commit it.');
}

/** What became of a baseline that was written: how many problems it knows, and how many it knew before. */
export type WrittenBaseline = { readonly file: string; readonly known: number; readonly before: number | undefined };

/** Writes the first baseline with all that is wrong, or takes out of an earlier one what is solved; it only ever shrinks. */
export async function writeBaseline(host: Host, diagnostics: readonly Diagnostic[]): Promise<WrittenBaseline> {
  const earlier = await loadBaseline(host);
  const baseline =
    earlier === undefined ? makeBaseline(diagnostics, today(host)) : shrinkBaseline(earlier, diagnostics);
  await host.files.write(file, `${JSON.stringify(baseline, undefined, 2)}\n`);
  return { file, known: countOf(baseline), before: earlier === undefined ? undefined : countOf(earlier) };
}

function countOf({ known }: CheckBaseline): number {
  return known.reduce((sum, { count }) => sum + count, 0);
}

async function loadBaseline(host: Host): Promise<CheckBaseline | undefined> {
  const bytes = await host.files.read(file);
  if (bytes === undefined) return undefined;
  const { record, diagnostics } = loadRecord(kinds.checkBaseline, file, bytes);
  const [fault] = diagnostics;
  if (record !== undefined && fault === undefined) return record;
  throw new UsageError(fault?.message ?? `${file} cannot be used`, kinds.checkBaseline.help);
}
