import type { ApprovalState } from '../../../app/verdicts/approval-state.ts';
import type { Approvals } from '../../../app/verdicts/approve.ts';
import { counted } from '../../../base/counted.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { beginning } from '../beginning.ts';
import { verdictText } from './standing-text.ts';
import { verdictLines } from './verdict-lines.ts';

/** Lists the verdicts that wait for an approval, with what each of them says. */
export function showWaiting(waiting: readonly ApprovalState[], all: number, paint: Paint): string {
  const lines = waiting.flatMap((one) => {
    const notes = [one.doubt, one.refused, one.beside].filter((note) => note !== undefined);
    return [...linesOf(one, paint('yellow', 'waits'), paint), ...notes.map((note) => `  ${safeText(note)}`), ''];
  });
  const sum =
    waiting.length === 0
      ? `No verdict waits for an approval, of ${all}.`
      : `${counted(waiting.length, 'verdict waits', 'verdicts wait')} for an approval, of ${all}`;
  return `${[...lines, sum].join('\n')}\n`;
}

/** Shows what became of the verdicts that somebody approves. */
export function showApprovals(
  { approved, before, refused, written }: Approvals,
  dryRun: boolean,
  paint: Paint,
): string {
  const word = dryRun ? 'would be approved' : 'approved';
  const counts = [
    `${counted(approved.length, 'verdict')} ${word}`,
    ...(before.length === 0 ? [] : [`${before.length} approved before`]),
    ...(refused.length === 0 ? [] : [`${refused.length} not`]),
  ];
  return [
    ...approved.flatMap((one) => [
      ...linesOf(one, paint('green', word), paint),
      ...(one.beside === undefined ? [] : [`  ${safeText(one.beside)}`]),
    ]),
    ...refused.flatMap((one) => [...linesOf(one, paint('red', 'not approved'), paint), `  ${safeText(one.reason)}`]),
    ...written.map((file) => `wrote ${safeText(file)}`),
    counts.join(', '),
    '',
  ].join('\n');
}

/** The findings are named in full, and all that the verdict says is: whoever approves answers for each word of it. */
function linesOf({ file, index, verdict, summaries }: ApprovalState, word: string, paint: Paint): readonly string[] {
  const findings = verdict.judged.map(({ anomaly, package: soup, versions }, position) => {
    const summary = summaries[position];
    const what = summary === undefined ? '' : `: ${beginning(summary, 110)}`;
    return `${anomaly} ${soup}${versions.length === 0 ? '' : `@${versions.join(', ')}`}${what}`;
  });
  return [
    `${word} ${paint('dim', safeText(`${file}, verdict ${index + 1}`))}`,
    ...[...findings, verdictText(verdict), ...verdictLines(verdict)].map((line) => `  ${safeText(line)}`),
  ];
}
