import { counted } from '../../base/counted.ts';
import { confidenceInBrief, exploitedInBrief, rejectionInBrief } from '../../base/facts-in-brief.ts';
import type { Evidence } from '../../app/verdicts/describe-case.ts';
import type { Case, Triage, TriedFinding } from '../../app/verdicts/open-triage.ts';
import type { Standing } from '../../model/dossier.ts';
import type { Paint } from '../command.ts';
import { safeText } from '../safe-text.ts';
import { importsText } from './show-reasons.ts';
import { statementText } from './show-vex.ts';
import { standingText, verdictText } from './standing-text.ts';

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
  const summary = findings[0]?.finding.summary;
  return [
    `${paint('bold', safeText(id))} ${marksOf(findings[0], paint)}${isNew === true ? paint('cyan', 'new ') : ''}${safeText(summary ?? 'no summary')}`,
    ...findings.map(
      (one) => `  ${resultOf(one, paint)} ${safeText(bare(one.finding.component))}${standingText(one.standing)}`,
    ),
    '',
  ].join('\n');
}

/** What waits for no review stands before all else. */
function marksOf(one: TriedFinding | undefined, paint: Paint): string {
  if (one?.finding.kind === 'malware') return `${paint('red', 'malicious package')} `;
  return one?.finding.kev === undefined ? '' : `${paint('red', 'exploited')} `;
}

/** Shows one defect with all that is known of it. */
export function showCase(evidence: Evidence, position: string, paint: Paint): string {
  const { case: one, subjects, items, nearby, urgency, hints } = evidence;
  const finding = one.findings[0]?.finding;
  if (finding === undefined) return '';
  const severities = finding.severities.map(({ kind, value, source }) =>
    source === undefined ? `${kind} ${value}` : `${kind} ${value} by ${source}`,
  );
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['also known as', finding.aliases],
    ['published as', severities.length === 0 ? ['no severity'] : severities],
    ['kind', finding.kind === 'vulnerability' ? [] : [finding.kind]],
    ['rejected', (finding.rejected ?? []).map(rejectionInBrief)],
    ['exploited', (finding.kev ?? []).map(exploitedInBrief)],
    ['urgency', urgency],
    ['weaknesses', finding.weaknesses === undefined ? [] : [finding.weaknesses.join(', ')]],
    ['functions', finding.functions ?? []],
    ...subjects.flatMap(subjectRows),
    ['SOUP item', items.map(({ file, record }) => `${record.title ?? record.soup} (${file})`)],
    ['purpose', items.flatMap(({ record }) => beginning(record.purpose))],
    ['nearby', nearby.slice(0, 3).map(({ verdict }) => `${verdict.judged[0]?.anomaly}: ${verdictText(verdict)}`)],
    ['worth a look', hints],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, index) => `  ${paint('dim', (index === 0 ? label : '').padEnd(width))}  ${safeText(value)}`),
  );
  const fresh = one.isNew === true ? paint('cyan', 'new since the last review') : '';
  return [
    `${paint('dim', position)}  ${paint('bold', safeText(one.id))}  ${marksOf(one.findings[0], paint)}${fresh}`.trimEnd(),
    `  ${safeText(finding.summary ?? 'no summary')}`,
    '',
    ...lines,
    '',
  ].join('\n');
}

function subjectRows({
  finding,
  entry,
  standing,
  reasons,
  stated,
}: Evidence['subjects'][number]): readonly (readonly [string, readonly string[]])[] {
  const { component, use } = entry;
  const path = reasons.paths[0];
  return [
    ['component', [bare(finding.component)]],
    ['  result', [`${finding.result}: ${finding.why}`]],
    ['  confidence', [confidenceInBrief(finding.confidence)].filter((text) => text !== '')],
    ['  fixed in', finding.fixed.length === 0 ? ['no record tells'] : [finding.fixed.join(', ')]],
    ['  found at', component.foundAt.slice(0, 2).map(({ file, line }) => `${file}:${line}`)],
    ['  brought by', path === undefined ? [] : [path.slice(0, -1).map(bare).join(' → ')]],
    ['  imported at', importsText(reasons.imports)],
    ['  use', beginning(`${use.scope}: ${use.reason}`)],
    [
      '  class',
      [
        `${entry.class ?? 'none told, counts as C'}${entry.claimedBy.length === 0 ? '' : ` (${entry.claimedBy.map(({ id }) => id).join(', ')})`}`,
      ],
    ],
    ['  before', before(standing)],
    ['  stated by', stated.filter(({ superseded }) => !superseded).map(statementText)],
  ];
}

function before(standing: Standing): readonly string[] {
  if (!('met' in standing) || standing.met === undefined) return [];
  const { verdict } = standing.met.filed;
  return [
    ...('changed' in standing ? standing.changed : []),
    ...('until' in standing ? [`ran out on ${standing.until}`] : []),
    verdictText(verdict),
  ];
}

function resultOf({ finding }: TriedFinding, paint: Paint): string {
  return paint(finding.result === 'affected' ? 'red' : 'yellow', finding.result);
}

/** A screen has few lines; `why` shows the whole. */
function beginning(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return [text.length > 130 ? `${text.slice(0, text.lastIndexOf(' ', 130))} …` : text];
}

function bare(purl: string): string {
  return purl.replace(/[?#].*$/s, '');
}
