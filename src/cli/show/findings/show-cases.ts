import { idsInBrief, waitingInBrief } from '../../../base/anomalies/asked-together.ts';
import { counted } from '../../../base/counted.ts';
import type { Case, Triage, TriedFinding } from '../../../app/verdicts/open-triage.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { beginning } from '../beginning.ts';
import { marksOf } from './show-case.ts';
import { standingText } from './standing-text.ts';

/** Lists what waits for a verdict, the new first, two lines a defect. */
export function showCases({ cases, doubt, dossier }: Triage, paint: Paint): string {
  const waiting = cases.flatMap((one) => one.findings.map(({ finding }) => finding));
  return [
    ...cases.map((one) => showShortly(one, paint)),
    ...(doubt === undefined ? [] : [`${paint('yellow', 'doubt')} the findings may be others: ${doubt}`]),
    ...notLookedUp(dossier).map((line) => `${paint('yellow', 'doubt')} ${line}`),
    cases.length === 0 ? 'No finding waits for a verdict.' : waitingInBrief(waiting),
    '',
  ].join('\n');
}

/** What nobody looked up has no findings, so that none of it can wait; without a word that would look as if all were judged. */
export function notLookedUp({ evaluation: state }: Triage['dossier']): readonly string[] {
  const count = 'evaluation' in state ? state.evaluation.uncovered.length : 0;
  return count === 0
    ? []
    : [
        `${counted(count, 'component')} of which nothing is known, for no source covers ${count === 1 ? 'it' : 'them'}: \`tureen evaluate\` tells which`,
      ];
}

function showShortly({ id, findings, isNew }: Case, paint: Paint): string {
  const [first, ...others] = findings.map(({ finding }) => finding);
  const named = first === undefined ? id : idsInBrief([first, ...others]);
  const isTogether = named !== id;
  const summary = isTogether ? undefined : first?.summary;
  const shown = isTogether ? findings.slice(0, 1) : findings;
  return [
    `${paint('bold', safeText(named))} ${marksOf(findings[0], paint)}${isNew === true ? paint('cyan', 'new ') : ''}${safeText(beginning(summary ?? (isTogether ? '' : 'no summary'), 110))}`.trimEnd(),
    ...shown.map(
      (one) => `  ${resultOf(one, paint)} ${safeText(bare(one.finding.component))}${standingText(one.standing)}`,
    ),
    '',
  ].join('\n');
}

function resultOf({ finding }: TriedFinding, paint: Paint): string {
  return paint(finding.result === 'affected' ? 'red' : 'yellow', finding.result);
}

function bare(purl: string): string {
  return purl.replace(/[?#].*$/s, '');
}
