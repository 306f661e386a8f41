import { UsageError } from '../../base/errors.ts';
import type { MetStatement } from '../../model/vex/vex-evidence.ts';
import type { Triage } from '../verdicts/open-triage.ts';
import { selectFindings, type Selection } from '../verdicts/select-findings.ts';

/** What a statement of others suggests for a verdict; whoever judges may say each of it otherwise. */
export type Suggestion = {
  readonly status: string;
  readonly justification: string | undefined;
  readonly reason: string;
};

/**
 * Takes over what an imported document states about the selected findings, because a person asks for it by name. Throws
 * `UsageError` where it states nothing of them, or not the same of all.
 */
export function adoptStatement(triage: Triage, selection: Selection, name: string): Suggestion {
  const file = `soup/vex/${name.replace(/^.*[/\\]/s, '').replace(/(?:\.vex)?\.(?:json|yaml)$/, '')}.yaml`;
  const findings = selectFindings(triage, selection);
  const stated = findings.map(({ finding }) =>
    triage.dossier.vex.about.get(finding)?.find((one) => one.vex.file === file && !one.superseded),
  );
  const [first] = stated;
  const missing = findings[stated.indexOf(undefined)];
  if (missing !== undefined || first === undefined)
    throw new UsageError(
      `${file} states nothing of ${missing?.finding.id} in ${missing?.finding.component}`,
      'See `tureen vex list` for what it is about.',
    );
  const suggestion = suggestionOf(first);
  if (stated.some((one) => one === undefined || suggestionOf(one).reason !== suggestion.reason))
    throw new UsageError(
      `${file} does not state the same of all ${findings.length} findings`,
      'Name one anomaly, or fewer packages with --packages.',
    );
  return suggestion;
}

function suggestionOf({ vex, statement }: MetStatement): Suggestion {
  const { status, justification, impact, notes, action } = statement;
  const words =
    impact ?? notes ?? action?.text ?? `${[status, justification].filter(Boolean).join(', ')}, without words`;
  return { status, justification, reason: `${vex.record.author} states: ${words} (${vex.file})` };
}
