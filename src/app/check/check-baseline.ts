import { UsageError } from '../../base/errors.ts';
import { compareBaseline, makeBaseline, shrinkBaseline, type Compared } from '../../dossier/compare-baseline.ts';
import type { CheckBaseline } from '../../model/records/check-baseline.ts';
import { loadRecord } from '../../records/loading/load-record.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import type { Host } from '../host.ts';
import { today } from '../today.ts';
import type { Checked } from './check.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';

const { files: file } = kinds.checkBaseline;

/** Measures diagnostics against the baseline of the device. Throws `UsageError` where there is none that can be used. */
export async function measureAgainstBaseline(host: Host, checked: Measured): Promise<Compared> {
  const bytes = await host.files.read(file);
  if (bytes !== undefined) {
    const baseline = await readBaseline(host, bytes);
    const compared = compareBaseline(checked.diagnostics, baseline, checked.leftOut);
    return unreadIn(checked).length === 0 ? compared : { ...compared, solved: [] };
  }
  throw new UsageError(`there is no ${file}`, 'Write one with `tureen check --write-baseline`, and commit it.');
}

/** What is measured: a check, whose silence about files that cannot be read solves nothing. */
export type Measured = Pick<Checked, 'dossier' | 'diagnostics' | 'leftOut'>;

/** What became of a baseline that was written: how many problems it knows, and how many it knew before. */
export type WrittenBaseline = { readonly file: string; readonly known: number; readonly before: number | undefined };

/**
 * Writes the first baseline with all that is wrong, or takes out of an earlier one what is solved; it only ever shrinks. Throws
 * `UsageError` while files cannot be read: nobody knows what is wrong in them, or solved.
 */
export async function writeBaseline(host: Host, checked: Measured): Promise<WrittenBaseline> {
  const { diagnostics, leftOut } = checked;
  const before = await host.files.read(file);
  const earlier = before === undefined ? undefined : await readBaseline(host, before);
  const [unread] = unreadIn(checked);
  if (unread !== undefined)
    throw new UsageError(
      `${unread} is not read whole, so nobody knows what is wrong in it, or solved`,
      'Mend it, or list an input that is no part of the product under `ignore` in tureen.yaml; then write the baseline.',
    );
  const baseline =
    earlier === undefined ? makeBaseline(diagnostics, today(host)) : shrinkBaseline(earlier, diagnostics, leftOut);
  await host.files.edit([{ path: file, text: `${JSON.stringify(baseline, undefined, 2)}\n`, before }]);
  return { file, known: countOf(baseline), before: earlier === undefined ? undefined : countOf(earlier) };
}

function unreadIn({ dossier }: Measured): readonly string[] {
  return dossier === undefined ? ['tureen.yaml'] : dossier.unread.map(({ file }) => file);
}

function countOf({ known }: CheckBaseline): number {
  return known.reduce((sum, { count }) => sum + count, 0);
}

async function readBaseline(host: Host, bytes: Uint8Array): Promise<CheckBaseline> {
  const { record, diagnostics } = loadRecord(kinds.checkBaseline, file, bytes);
  const [fault] = diagnostics;
  if (record !== undefined && fault === undefined) return record;
  const [at] = fault === undefined ? [] : await locateDiagnostics(host, [fault]);
  const where = [at?.line, at?.column].filter((number) => number !== undefined);
  throw new UsageError(
    at === undefined ? `${file} cannot be used` : `${[file, ...where].join(':')}: ${at.message}`,
    kinds.checkBaseline.help,
  );
}
