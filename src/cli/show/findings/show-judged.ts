import type { Judged } from '../../../app/verdicts/judge.ts';
import type { ReplacedVerdict } from '../../../app/verdicts/replaced-by.ts';
import { counted } from '../../../base/counted.ts';
import type { JudgedFinding } from '../../../model/anomalies/verdict.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Look, Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { verdictText } from './standing-text.ts';

/** Shows the files that a judgement was written to, or would be, and the verdicts that give way to it. */
export function showJudged({ written, replaced }: Judged, dryRun: boolean, paint: Paint): string {
  return [
    ...written.map(
      ({ file, findings }) =>
        `${dryRun ? 'would write' : 'wrote'} ${safeText(file)}: a verdict on ${findings === 1 ? 'one finding' : `${findings} findings`}`,
    ),
    ...replaced.flatMap((one) => replacedLines(one, paint)),
    '',
  ].join('\n');
}

/** An earlier verdict, what of it goes, and the approval that goes with it; or why none of it goes. */
export function replacedLines(
  { file, verdict, lost, kept, left, isApproved }: ReplacedVerdict,
  paint: Paint,
): string[] {
  if (lost.length === 0)
    return [
      `${paint('yellow', 'stays beside it:')} ${safeText(verdictText(verdict))}`,
      `  in ${safeText(file)}: ${safeText(inBrief(kept))}, another version than is judged now`,
    ];
  const { by = '', on = '' } = verdict.approved ?? {};
  const of = left === 0 ? '' : `, for it was also of ${counted(left, 'finding')} that it keeps`;
  return [
    `${paint('yellow', 'replaces:')} ${safeText(verdictText(verdict))}`,
    `  in ${safeText(file)}: ${safeText(inBrief(lost))}${left === 0 ? '' : `; it stays for ${counted(left, 'other finding')}`}`,
    ...(isApproved
      ? [`  ${paint('yellow', 'approved')} by ${safeText(by)} on ${on}: this approval holds no more${of}`]
      : []),
  ];
}

function inBrief(lost: readonly JudgedFinding[]): string {
  const findings = [...Map.groupBy(lost, ({ anomaly }) => anomaly)].map(([anomaly, judged]) => {
    const packages = judged.map(({ package: soup, versions }) => [soup, versions.join(', ')].filter(Boolean).join('@'));
    return `${anomaly} in ${packages.slice(0, 3).join(', ')}${packages.length > 3 ? ` and ${packages.length - 3} more` : ''}`;
  });
  return `${findings.slice(0, 3).join('; ')}${findings.length > 3 ? `; and ${findings.length - 3} more` : ''}`;
}

/** Shows what a judgement leaves open, in the words of the check, and what to do, once for all that it mends. */
export function showLeftOpen(open: readonly Diagnostic[], { paint }: Look, by = 'the verdict'): string {
  const groups = [...Map.groupBy(open, ({ rule, help }) => `${rule} ${help}`).values()];
  const shown = groups
    .slice(0, mostGroups)
    .flatMap((group) => [
      ...group
        .slice(0, mostGroups)
        .map(({ severity, message }) => `  ${paint(colours[severity], severity)}: ${safeText(message)}`),
      ...(group.length > mostGroups ? [`  and ${group.length - mostGroups} more of ${group[0]?.rule}`] : []),
      `    ${paint('cyan', 'help:')} ${safeText(group[0]?.help ?? '')}`,
    ]);
  const rest = groups.slice(mostGroups).flat().length;
  return [
    open.length === 0 ? `${by} leaves nothing open` : `${by} leaves open:`,
    ...shown,
    ...(rest === 0 ? [] : [`  and ${rest} more: see \`tureen check\``]),
  ].join('\n');
}

const mostGroups = 8;
const colours = { error: 'red', warning: 'yellow', note: 'blue' } as const;
