import { waitingInBrief } from '../../../base/anomalies/asked-together.ts';
import { counted } from '../../../base/counted.ts';
import type { Case, Triage } from '../../../app/verdicts/open-triage.ts';
import type { Paint } from '../../command.ts';
import { areOfOneDefect, showDefect, showPlace } from './show-defect.ts';
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

function showShortly({ findings: [first, ...others], isNew }: Case, paint: Paint): string {
  if (first === undefined) return '';
  const all = [first, ...others] as const;
  const shown = areOfOneDefect(all) ? all : [first];
  return [
    showDefect(all, { isNew, paint }),
    ...shown.map((one) => `  ${showPlace([one], paint)}${standingText(one.standing)}`),
    '',
  ].join('\n');
}
