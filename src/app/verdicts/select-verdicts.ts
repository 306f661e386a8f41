import { UsageError } from '../../base/errors.ts';
import type { VerdictEntry } from '../../model/dossier.ts';
import type { JudgedFinding } from '../../model/anomalies/verdict.ts';
import { patternOf } from './pattern-of.ts';

/** Which verdicts are meant: on a defect by any of its ids, on packages by a pattern; both where both are given. */
export type VerdictSelection = {
  readonly id?: string | undefined;
  /** Package URL without version, in which `*` stands for any run of characters. */
  readonly packages?: string | undefined;
};

/**
 * Picks verdicts of which a judged finding is meant by id, and every one by package: who names packages has not looked at
 * others. Throws `UsageError` where none is picked.
 */
export function selectVerdicts(
  verdicts: readonly VerdictEntry[],
  { id, packages }: VerdictSelection,
): readonly VerdictEntry[] {
  const matches = packages === undefined ? () => true : patternOf(packages);
  const picked = verdicts.filter(
    ({ verdict: { judged } }) =>
      judged.every((one) => matches(one.package)) && judged.some((one) => id === undefined || isNamed(id, one)),
  );
  if (picked.length > 0) return picked;
  const meant =
    id === undefined ? `about "${packages}" alone` : `on "${id}"${packages === undefined ? '' : ` in "${packages}"`}`;
  throw new UsageError(
    `there is no verdict ${meant}`,
    'See `tureen approve --list` for verdicts that wait, and `tureen triage --list` for findings without one.',
  );
}

function isNamed(wanted: string, { anomaly, aliases }: JudgedFinding): boolean {
  return [anomaly, ...aliases].some((name) => name.toLowerCase() === wanted.toLowerCase());
}
