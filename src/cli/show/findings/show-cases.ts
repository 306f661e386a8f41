import { idsInBrief } from '../../../base/anomalies/asked-together.ts';
import { counted } from '../../../base/counted.ts';
import type { Case, Triage, TriedFinding } from '../../../app/verdicts/open-triage.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { beginning } from '../beginning.ts';
import { marksOf } from './show-case.ts';
import { standingText } from './standing-text.ts';

/** Lists what waits for a verdict, the new first, two lines a defect. */
export function showCases({ cases, doubt }: Triage, paint: Paint): string {
  const findings = cases.reduce((sum, one) => sum + one.findings.length, 0);
  return [
    ...cases.map((one) => showShortly(one, paint)),
    ...(doubt === undefined ? [] : [`${paint('yellow', 'doubt')} the findings may be others: ${doubt}`]),
    cases.length === 0
      ? 'No finding waits for a verdict.'
      : `${counted(cases.length, 'anomaly waits', 'anomalies wait')} for a verdict, in ${counted(findings, 'finding')}`,
    '',
  ].join('\n');
}

function showShortly({ id, findings, isNew }: Case, paint: Paint): string {
  const [first, ...others] = findings.map(({ finding }) => finding);
  const named = first === undefined ? id : idsInBrief([first, ...others]);
  const isTogether = named !== id;
  const summary = isTogether ? undefined : first?.summary;
  const shown = isTogether ? findings.slice(0, 1) : findings;
  return [
    `${paint('bold', safeText(named))} ${marksOf(findings[0], paint)}${isNew === true ? paint('cyan', 'new ') : ''}${safeText(beginning(summary ?? (isTogether ? '' : 'no summary'), 110))}`,
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
