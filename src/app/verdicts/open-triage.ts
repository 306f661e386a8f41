import { askedTogether } from '../../base/anomalies/asked-together.ts';
import { changedSince } from '../../base/anomalies/changed-since.ts';
import { classInForce } from '../../base/classes/class-in-force.ts';
import { compareGravity, gravityOf } from '../../base/anomalies/gravity.ts';
import { isWaiting } from '../../base/anomalies/is-waiting.ts';
import { compareText } from '../../base/compare.ts';
import { UsageError } from '../../base/errors.ts';
import { joinVerdicts } from '../../dossier/join-verdicts.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier, FindingEntry } from '../../model/dossier.ts';
import type { Entry } from '../../model/entry.ts';
import { loadRecords } from '../../records/load.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { readVerdictFiles, type VerdictFiles } from './verdict-files.ts';

/** A finding whose component is in the inventory. */
export type TriedFinding = FindingEntry & { readonly entry: Entry };

/**
 * One defect that waits for a verdict, with every finding of it that does; defects of one component that only commits could
 * tell more of are one.
 */
export type Case = {
  /** The id of the defect, of several the first. */
  readonly id: string;
  readonly findings: readonly TriedFinding[];
  /** Whether a record of it was published or changed since the last review; `undefined` where no record tells a day. */
  readonly isNew: boolean | undefined;
};

/** A device that is worked through: its dossier, and what waits for a verdict, the new first. */
export type Triage = {
  readonly dossier: Dossier;
  readonly cases: readonly Case[];
  readonly lastReview: string | undefined;
  /** Why the findings may be others than those of today. */
  readonly doubt: string | undefined;
};

/** Opens the host's folder for triage. Throws `UsageError` where nobody has evaluated, or evaluation or verdicts cannot be read. */
export async function openTriage(host: Host): Promise<Triage> {
  const { dossier, diagnostics } = await openDossier(host, { usage: true });
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  refuseUnread(diagnostics);
  refuseUnevaluated(dossier, diagnostics);
  return triageOf(dossier);
}

/** The same triage with the verdicts as they stand in the files now. */
export async function renewTriage(host: Host, triage: Pick<Triage, 'dossier'>): Promise<Triage> {
  return withVerdicts(triage, await readVerdictFiles(host));
}

/** The same triage with the verdicts of these files. Throws `UsageError` where one cannot be read. */
export function withVerdicts({ dossier }: Pick<Triage, 'dossier'>, files: VerdictFiles): Triage {
  const { verdicts, diagnostics } = loadRecords(files);
  refuseUnread(diagnostics);
  const { entries, today } = dossier;
  const findings = dossier.findings.map(({ finding }) => finding);
  return triageOf({ ...dossier, ...joinVerdicts({ findings, verdicts, entries, today }) });
}

/** Throws `UsageError` where a verdict cannot be read: it would be asked for again, and overwritten. */
export function refuseUnread(diagnostics: readonly Diagnostic[]): void {
  const unread = diagnostics.find(
    ({ severity, place }) => severity === 'error' && /^soup\/verdicts(?:\/|$)/i.test(place.file),
  );
  if (unread === undefined) return;
  throw new UsageError(
    `a verdict cannot be read: ${unread.message} (${unread.place.file})`,
    'Mend the file first; `tureen check` shows the line.',
  );
}

/** Throws `UsageError` where there is no evaluation, or none that can be read: without findings nothing waits, nor is stated. */
export function refuseUnevaluated({ evaluation }: Dossier, diagnostics: readonly Diagnostic[]): void {
  if (evaluation.kind === 'missing')
    throw new UsageError(
      'published anomalies have not been evaluated',
      'Run `tureen sync` and `tureen evaluate` first.',
    );
  if (evaluation.kind !== 'unread') return;
  const fault = diagnostics.find(({ severity, place }) => severity === 'error' && place.file === evaluation.file);
  throw new UsageError(
    `the evaluation of published anomalies cannot be read: ${fault?.message ?? evaluation.file}`,
    fault?.help ?? kinds.evaluation.help,
  );
}

function triageOf(dossier: Dossier): Triage {
  const lastReview = dossier.reviews
    .map(({ record }) => record.date)
    .filter((date) => date <= dossier.today)
    .toSorted()
    .at(-1);
  const waiting = dossier.findings.filter((one): one is TriedFinding => one.entry !== undefined && isWaiting(one));
  const cases = [...Map.groupBy(waiting, ({ finding }) => askedTogether(finding)).values()]
    .map((findings): Case => ({ id: findings[0]?.finding.id ?? '', findings, isNew: isNewSince(lastReview, findings) }))
    .map((one) => ({ one, rank: rankOf(one), gravity: gravityOf(one.findings.map(({ finding }) => finding)) }))
    .toSorted((a, b) => a.rank - b.rank || compareGravity(a.gravity, b.gravity) || compareText(a.one.id, b.one.id))
    .map(({ one }) => one);
  const { evaluation } = dossier;
  return { dossier, cases, lastReview, doubt: evaluation.kind === 'outdated' ? evaluation.reason : undefined };
}

function isNewSince(review: string | undefined, findings: readonly TriedFinding[]): boolean | undefined {
  if (review === undefined) return true;
  return changedSince(
    review,
    findings.flatMap(({ finding }) => finding.records),
  );
}

/** Malicious packages before all, then the new, what is known to be exploited, what was judged and is to be asked again, then by result and class; the severity that is published orders what is left. */
function rankOf({ isNew, findings }: Case): number {
  const some = (test: (one: TriedFinding) => boolean) => (findings.some(test) ? 0 : 1);
  return (
    128 * some(({ finding }) => finding.kind === 'malware') +
    (isNew === false ? 64 : 0) +
    32 * some(({ finding }) => finding.kev !== undefined) +
    16 * some(({ standing }) => standing.kind !== 'open') +
    8 * some(({ finding }) => finding.result === 'affected') +
    4 * some(({ entry }) => entry.use.scope !== 'development') +
    2 * some(({ entry }) => classInForce(entry.class) === 'C') +
    some(({ entry }) => entry.class === 'B')
  );
}
