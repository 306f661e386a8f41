import { helpOf, type SbomCheck } from '../../../app/sbom/check-sbom.ts';
import type { SbomDocument } from '../../../model/inventory/sbom-document.ts';
import type { SbomOutcome, SbomVerdict } from '../../../model/plugs/sbom-profile.ts';
import type { Look, Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { limited } from '../limited.ts';
import { showTable } from '../show-table.ts';

/** Shows a check of an SBOM to a person: a table for each profile, then the gaps, at most `most` places of each. */
export function showSbomCheck(file: string, check: SbomCheck, most: number, look: Look): string {
  const { document, verdicts } = check;
  if (document === undefined) return '';
  const { family, specVersion, serialisation, components, subjects } = document;
  const head = `${safeText(file)}: ${family} ${safeText(specVersion)} (${serialisation}), ${components.length + subjects.length} components\n`;
  return [head, ...verdicts.map((verdict) => showVerdict(verdict, document, most, look))].join('\n');
}

function showVerdict({ profile, outcomes }: SbomVerdict, document: SbomDocument, most: number, look: Look): string {
  const { paint } = look;
  const rows = outcomes.map(({ requirement: { id, element, level }, met, unknown, notApplicable, gaps }) => [
    id,
    element,
    level,
    ...[met, unknown, gaps.length, notApplicable].map((number) => (number === 0 ? '–' : String(number))),
  ]);
  const others = profile.elsewhere.map(({ id, title, reason }) => `  ${paint('bold', id)} ${title}: ${reason}`);
  const reasons = outcomes.flatMap(({ requirement: { id }, reason }) =>
    reason === undefined ? [] : [`  ${paint('bold', id)}: ${reason}`],
  );
  return [
    paint('bold', profile.title),
    '',
    showTable(['requirement', 'element', 'level', 'met', 'unknown', 'missing', 'n/a'], rows, look),
    ...(reasons.length === 0 ? [] : ['', paint('dim', 'not applicable'), ...reasons]),
    ...(others.length === 0 ? [] : ['', paint('dim', 'not in the SBOM'), ...others]),
    '',
    ...outcomes.flatMap((outcome) => showGaps(outcome, document, most, paint)),
    summary(outcomes, paint),
    '',
  ].join('\n');
}

function showGaps({ requirement, gaps }: SbomOutcome, document: SbomDocument, most: number, paint: Paint): string[] {
  const { id, title, level } = requirement;
  if (gaps.length === 0 || level === 'may') return [];
  const shown = gaps.map(({ message, at }) => `${safeText(at.file)}:${at.line}  ${safeText(message)}`);
  return [
    `${paint(colours[level], level)} ${paint('bold', id)}: ${title}`,
    ...limited(shown, { most, rest: '--all shows them' }).map((line) => `  ${line}`),
    `  ${paint('cyan', 'help:')} ${helpOf(requirement, document)}`,
    '',
  ];
}

const colours = { must: 'red', should: 'yellow', 'if-exists': 'blue' } as const;

function summary(outcomes: readonly SbomOutcome[], paint: Paint): string {
  const count = (wanted: (outcome: SbomOutcome) => boolean) => outcomes.filter(wanted).length;
  const isDuty = ({ requirement: { level } }: SbomOutcome) => level === 'must' || level === 'should';
  const open = count((one) => isDuty(one) && one.gaps.length > 0);
  const duties = count(isDuty);
  const verdict = open === 0 ? paint('green', 'complete') : paint('red', `${open} of ${duties} requirements have gaps`);
  const declared = count((one) => one.unknown > 0);
  return declared === 0 ? verdict : `${verdict}; ${declared} are met in part by what is declared as not known`;
}
