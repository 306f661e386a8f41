import { idsInBrief } from '../../../base/anomalies/asked-together.ts';
import { gravityMarks, gravityOf } from '../../../base/anomalies/gravity.ts';
import type { Finding } from '../../../model/anomalies/evaluation.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { beginning } from '../beginning.ts';
import { resultColours } from './result-colours.ts';

/** The defect of findings that a person is asked about together, in one line: how grave it is, and whether it is new. */
export function showDefect(
  found: readonly [Found, ...Found[]],
  { isNew, paint }: { readonly isNew?: boolean | undefined; readonly paint: Paint },
): string {
  const [{ finding: first }, ...others] = found;
  const findings = [first, ...others.map(({ finding }) => finding)] as const;
  return [
    paint('bold', safeText(idsInBrief(findings))),
    ...showMarks(findings, paint),
    ...(isNew === true ? [paint('cyan', 'new')] : []),
    ...(areOfOneDefect(found) ? [safeText(beginning(first.summary ?? 'no summary', 110))] : []),
  ].join(' ');
}

/** What findings of one defect are, where they are no mere vulnerability, and how grave, in brackets; nothing where nobody tells. */
export function showMarks(findings: readonly [Finding, ...Finding[]], paint: Paint): readonly string[] {
  const [{ kind }] = findings;
  const gravity = gravityOf(findings);
  const marks = [...(kind === 'vulnerability' || kind === 'malware' ? [] : [kind]), ...gravityMarks(gravity)];
  const colour = gravity.malware || gravity.exploited ? 'red' : 'yellow';
  return marks.length === 0 ? [] : [paint(colour, safeText(`(${marks.join(', ')})`))];
}

/** Whether findings are of one defect; of several that only commits could tell more of none is told alone. */
export function areOfOneDefect(findings: readonly Found[]): boolean {
  return new Set(findings.map(({ finding }) => finding.id)).size === 1;
}

/** Where a defect is found: the result, and the components without what only a machine reads. */
export function showPlace(findings: readonly [Found, ...Found[]], paint: Paint): string {
  const [{ finding }] = findings;
  const names = findings.slice(0, mostPlaces).map((one) => safeText(one.finding.component.replace(/[?#].*$/s, '')));
  const rest = findings.length > mostPlaces ? ` and ${findings.length - mostPlaces} more` : '';
  return `${paint(resultColours[finding.result], finding.result)} ${names.join(', ')}${rest}`;
}

type Found = { readonly finding: Finding };

/** So many components stand in one line. */
export const mostPlaces = 3;
