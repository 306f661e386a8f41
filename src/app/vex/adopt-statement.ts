import { UsageError } from '../../base/errors.ts';
import { actionText } from '../../base/vex/action-text.ts';
import type { VexJustification, VexStatus } from '../../model/vex/vex.ts';
import type { MetStatement } from '../../model/vex/vex-evidence.ts';
import type { Triage } from '../verdicts/open-triage.ts';
import { selectFindings, type Selection } from '../verdicts/select-findings.ts';

/** What a statement of others suggests for a verdict; whoever judges may say each of it otherwise. */
export type Suggestion = {
  readonly status: VexStatus;
  readonly justification: VexJustification | undefined;
  readonly reason: string;
};

/** A document that states the same of some findings, and what it suggests for a verdict on them. */
export type Adoptable = { readonly file: string; readonly author: string; readonly suggestion: Suggestion };

/** The documents that a person may take over from: each states the same of every finding, by its latest word. */
export function adoptableFrom(stated: readonly (readonly MetStatement[])[]): readonly Adoptable[] {
  const [first = [], ...others] = stated.map(standing);
  const once = first.filter((one, index) => first.findIndex(({ vex }) => vex.file === one.vex.file) === index);
  return once.flatMap((one) => {
    const suggestion = suggestionOf(one);
    const isSame = others.every((all) => {
      const same = all.find(({ vex }) => vex.file === one.vex.file);
      return same !== undefined && saysTheSame(suggestionOf(same), suggestion);
    });
    return isSame ? [{ file: one.vex.file, author: one.vex.record.author, suggestion }] : [];
  });
}

/** What was not taken back since; what is surely about this version before what may be about another. */
function standing(stated: readonly MetStatement[]): readonly MetStatement[] {
  return stated
    .filter(({ superseded }) => !superseded)
    .toSorted((a, b) => Number(a.doubt !== undefined) - Number(b.doubt !== undefined));
}

function saysTheSame(a: Suggestion, b: Suggestion): boolean {
  return a.status === b.status && a.justification === b.justification && a.reason === b.reason;
}

/**
 * Takes over what an imported document states about the selected findings, because a person asks for it by name. Throws
 * `UsageError` where it states nothing of them, or not the same of all.
 */
export function adoptStatement(triage: Triage, selection: Selection, name: string): Suggestion {
  const file = `soup/vex/${name.replace(/^.*[/\\]/s, '').replace(/(?:\.vex)?\.(?:json|yaml)$/, '')}.yaml`;
  const findings = selectFindings(triage, selection);
  const heard = findings.flatMap(({ finding }) => triage.dossier.vex.about.get(finding) ?? []);
  if (!triage.dossier.vex.documents.some((one) => one.file === file))
    throw new UsageError(`there is no ${file} that can be read`, speakersOf(heard));
  const stated = findings.map(({ finding }) =>
    standing(triage.dossier.vex.about.get(finding) ?? []).find((one) => one.vex.file === file),
  );
  const [first] = stated;
  const missing = findings[stated.indexOf(undefined)];
  if (missing !== undefined || first === undefined)
    throw new UsageError(
      `${file} states nothing of ${missing?.finding.id} in ${missing?.finding.component}`,
      speakersOf(heard),
    );
  const suggestion = suggestionOf(first);
  if (stated.some((one) => one === undefined || !saysTheSame(suggestionOf(one), suggestion)))
    throw new UsageError(
      `${file} does not state the same of all ${findings.length} findings`,
      'Name one anomaly, or fewer packages with --packages.',
    );
  return suggestion;
}

function speakersOf(stated: readonly MetStatement[]): string {
  const speaking = stated.filter(({ superseded }) => !superseded);
  const names = new Set(speaking.map(({ vex }) => vex.file.replace(/^.*\//, '').replace(/\.yaml$/, '')));
  return names.size === 0
    ? 'See `tureen vex list` for what each document is about.'
    : `Name one that does: ${[...names].toSorted().join(', ')}.`;
}

function suggestionOf({ vex, statement, doubt }: MetStatement): Suggestion {
  const { status, justification, impact, notes, action } = statement;
  const words = [impact, notes, action && `action: ${actionText(action)}`].filter((one) => one !== undefined);
  const said =
    words.length > 0 ? words.join('; ') : `${[status, justification].filter(Boolean).join(', ')}, without words`;
  const source = doubt === undefined ? vex.file : `${vex.file}; ${doubt}`;
  return { status, justification, reason: `${vex.record.author} states: ${said} (${source})` };
}
