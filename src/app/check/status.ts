import { UsageError } from '../../base/errors.ts';
import { applyRules } from '../../dossier/apply-rules.ts';
import { answerQuestions, type SetAside } from '../../dossier/reality-check/index.ts';
import type { Answer, Evidence } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { WaitingRule } from '../../model/records/unread-file.ts';
import type { WaivedDiagnostic } from '../../model/records/waiver.ts';
import { rules } from '../../rules/index.ts';
import { check } from './check.ts';
import { positionsIn } from './positions-in.ts';
import type { Host } from '../host.ts';

/** An answer whose evidence tells the lines on which it stands. */
export type LocatedAnswer = Omit<Answer, 'evidence' | 'missing'> & {
  readonly evidence: readonly LocatedEvidence[];
  readonly missing: readonly LocatedEvidence[];
};

/** A fact for an answer, where it can be opened, and on which line. */
export type LocatedEvidence = Evidence & { readonly line?: number };

/**
 * Answers the eight questions of the reality check for the host's folder, by what a notified body asks, whatever packs the
 * device's policy names; what its policy switches off or waives stays to be seen.
 */
export async function status(host: Host): Promise<readonly LocatedAnswer[]> {
  const { dossier, diagnostics, waived, waiting } = await check(host, 'notified-body');
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const answers = answerQuestions(
    dossier,
    [...diagnostics, ...waiting.flatMap(unasked)],
    [...waived.map(byWaiver), ...switchedOff(dossier)],
  );
  const places = answers.flatMap(({ evidence, missing }) =>
    [...evidence, ...missing].flatMap(({ place }) => place ?? []),
  );
  const find = await positionsIn(host, places);
  const located = (one: Evidence): LocatedEvidence => {
    const line = one.place === undefined ? undefined : find(one.place).line;
    return line === undefined ? one : { ...one, line };
  };
  return answers.map((answer) => ({
    ...answer,
    evidence: answer.evidence.map(located),
    missing: answer.missing.map(located),
  }));
}

function byWaiver({ diagnostic, by: { file, index, waiver } }: WaivedDiagnostic): SetAside {
  const how = `waived until ${waiver.until} (${waiver.reason})`;
  return { diagnostic, how, place: { file, keyPath: ['waivers', index] } };
}

/** What rules would find that the policy does not ask. */
function switchedOff(dossier: Dossier): readonly SetAside[] {
  const { file, record } = dossier.device;
  return (record.policy?.rules ?? []).flatMap(({ rule, severity, reason }, index) =>
    severity !== 'off'
      ? []
      : applyRules(
          rules.filter(({ id }) => id === rule),
          dossier,
        ).map((diagnostic) => ({
          diagnostic,
          how: `${rule} is switched off (${reason})`,
          place: { file, keyPath: ['policy', 'rules', index] },
        })),
  );
}

/** What nobody could ask is no evidence that nothing is missing. */
function unasked({ rule, clause, files }: WaitingRule): Diagnostic[] {
  return files.map((file) => ({
    rule,
    clause,
    severity: 'error',
    message: `${rule} was not asked, for ${file} is not read whole`,
    place: { file },
    help: 'Mend the file, then ask again.',
  }));
}
