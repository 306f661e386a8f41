import { idsInBrief } from '../../../base/anomalies/asked-together.ts';
import {
  confidenceInBrief,
  exploitedInBrief,
  probabilityInBrief,
  rejectionInBrief,
  severityInBrief,
  supportInBrief,
} from '../../../base/facts-in-brief.ts';
import type { Evidence } from '../../../app/verdicts/describe-case.ts';
import type { TriedFinding } from '../../../app/verdicts/open-triage.ts';
import type { Standing } from '../../../model/dossier.ts';
import type { SoupItem } from '../../../model/records/soup-item.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { beginning } from '../beginning.ts';
import { importsText } from '../inventory/show-reasons.ts';
import { statementText } from './show-vex.ts';
import { verdictText } from './standing-text.ts';
import { verdictLines } from './verdict-lines.ts';

/** Shows one defect with all that is known of it. */
export function showCase(evidence: Evidence, position: string, paint: Paint): string {
  const { case: one, subjects, items, nearby, urgency, hints } = evidence;
  const [finding, ...others] = one.findings.map((each) => each.finding);
  if (finding === undefined) return '';
  const isTogether = others.some(({ id }) => id !== one.id);
  const severities = finding.severities.map(severityInBrief);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['also known as', finding.aliases],
    ['published as', severities.length === 0 ? ['no severity'] : severities],
    ['kind', finding.kind === 'vulnerability' ? [] : [finding.kind]],
    ['rejected', (finding.rejected ?? []).map(rejectionInBrief)],
    ['exploited', (finding.kev ?? []).map(exploitedInBrief)],
    ['likelihood', (finding.epss ?? []).map(probabilityInBrief)],
    ['urgency', urgency],
    ['weaknesses', finding.weaknesses === undefined ? [] : [finding.weaknesses.join(', ')]],
    ['functions', finding.functions ?? []],
    ['defects', isTogether ? [one.findings.map((each) => each.finding.id).join(', ')] : []],
    ...alike(isTogether ? subjects.slice(0, 1) : subjects).flatMap(subjectRows),
    ['SOUP item', items.map(({ file, record }) => `${record.title ?? record.soup} (${file})`)],
    ['purpose', items.flatMap(({ record }) => (record.purpose === undefined ? [] : beginning(record.purpose)))],
    ['safety path', items.flatMap(({ record }) => safetyPathText(record))],
    ['can fail', firstOf(items.flatMap(({ record }) => record.failureModes.map(({ id, mode }) => `${id}: ${mode}`)))],
    ['nearby', firstOf(nearby.map(({ verdict }) => `${verdict.judged[0]?.anomaly}: ${verdictText(verdict)}`))],
    ['worth a look', hints],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, index) => `  ${paint('dim', (index === 0 ? label : '').padEnd(width))}  ${safeText(value)}`),
  );
  const since = evidence.lastReview === undefined ? 'no review was held yet' : 'new since the last review';
  const fresh = one.isNew === true ? paint('cyan', since) : '';
  return [
    `${paint('dim', position)}  ${paint('bold', safeText(idsInBrief([finding, ...others])))}  ${marksOf(one.findings[0], paint)}${fresh}`.trimEnd(),
    `  ${safeText((isTogether ? undefined : finding.summary) ?? 'no summary')}`,
    '',
    ...lines,
    '',
  ].join('\n');
}

type Subject = Evidence['subjects'][number];
type Row = readonly [string, readonly string[]];

/** Components of which all that is known is the same, but place and comparison, are shown once: a screen has few lines. */
function alike(subjects: readonly Subject[]): readonly (readonly [Subject, ...Subject[]])[] {
  const groups = Map.groupBy(subjects, (one) => JSON.stringify([one.entry.use.scope, commonRows(one)]));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

function subjectRows(group: readonly [Subject, ...Subject[]]): readonly Row[] {
  const all = group.flatMap(({ entry }) => entry.component.foundAt);
  const shown = group.flatMap(({ entry }) => entry.component.foundAt.slice(0, 2)).slice(0, 3);
  const rest = all.length - shown.length;
  return [
    ['component', group.map(({ finding }) => bare(finding.component))],
    ['  found at', [...shown.map(({ file, line }) => `${file}:${line}`), ...(rest > 0 ? [`and at ${rest} more`] : [])]],
    ['  result', [...new Set(group.map(({ finding }) => `${finding.result}: ${finding.why}`))]],
    [
      '  use',
      firstOf(
        [...new Set(group.map(({ entry: { use } }) => beginning(`${use.scope}: ${use.reason}`)))],
        'more like these',
      ),
    ],
    ...commonRows(group[0]),
  ];
}

/** What the record says of harm: who judges a defect asks first whether anything hangs on the component. */
function safetyPathText({ safetyPath, noContribution }: SoupItem): readonly string[] {
  return [
    ...(safetyPath === undefined ? [] : [beginning(`${safetyPath.on ? 'yes' : 'no'}: ${safetyPath.reason}`)]),
    ...(noContribution === undefined ? [] : [beginning(`no contribution: ${noContribution}`)]),
  ];
}

/** A screen has few lines. */
function firstOf(texts: readonly string[], ending = 'more'): readonly string[] {
  return texts.length > 4 ? [...texts.slice(0, 3), `and ${texts.length - 3} ${ending}`] : texts;
}

function commonRows({ finding, entry, standing, reasons, stated, approval }: Subject): readonly Row[] {
  const path = reasons.paths[0];
  const { asOf = '', cycles = [] } = reasons.support ?? {};
  return [
    ['  records', [finding.records.map(recordText).join(', ')]],
    ['  confidence', [confidenceInBrief(finding.confidence)].filter((text) => text !== '')],
    ['  fixed in', finding.fixed.length === 0 ? ['no record tells'] : [finding.fixed.join(', ')]],
    ['  brought by', path === undefined ? [] : [path.slice(0, -1).map(bare).join(' → ')]],
    ['  imported at', importsText(reasons.imports)],
    [
      '  class',
      [
        `${entry.class ?? 'none told, counts as C'}${entry.claimedBy.length === 0 ? '' : ` (${entry.claimedBy.map(({ id }) => id).join(', ')})`}`,
      ],
    ],
    ['  supported', cycles.map((cycle) => supportInBrief(cycle, asOf))],
    ['  before', before(standing, approval)],
    ['  stated by', stated.filter(({ superseded }) => !superseded).map(statementText)],
  ];
}

/** A record with the feed that brought it, where its name does not begin with that. */
function recordText({ id, feed }: Subject['finding']['records'][number]): string {
  return feed === undefined || id.startsWith(`${feed}/`) ? id : `${id} of ${feed}`;
}

function before(standing: Standing, approval: string | undefined): readonly string[] {
  if (!('met' in standing) || standing.met === undefined) return [];
  const { verdict } = standing.met.filed;
  return [
    ...('changed' in standing ? standing.changed : []),
    ...('until' in standing ? [`ran out on ${standing.until}`] : []),
    verdictText(verdict),
    ...verdictLines(verdict),
    ...(approval === undefined ? [] : [approval]),
  ];
}

function bare(purl: string): string {
  return purl.replace(/[?#].*$/s, '');
}

/** What waits for no review stands before all else. */
function marksOf(one: TriedFinding | undefined, paint: Paint): string {
  if (one?.finding.kind === 'malware') return `${paint('red', 'malicious package')} `;
  return one?.finding.kev === undefined ? '' : `${paint('red', 'exploited')} `;
}
