import { askedTogether, idsInBrief } from '../../../base/anomalies/asked-together.ts';
import { sourcesInBrief } from '../../../base/anomalies/sources-in-brief.ts';
import { counted } from '../../../base/counted.ts';
import {
  confidenceInBrief,
  exploitedInBrief,
  hasEnded,
  listInBrief,
  noticesOf,
  probabilityInBrief,
  rejectionInBrief,
  severityInBrief,
  ssvcInBrief,
  supportInBrief,
} from '../../../base/facts-in-brief.ts';
import type { Evaluation, Finding, Result } from '../../../model/anomalies/evaluation.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** Shows an evaluation to a person: the findings that want a decision, what no source covers, and the data it rests on. */
export function showEvaluation(evaluation: Evaluation, ageDays: number, all: boolean, paint: Paint): string {
  const { data, components, findings, uncovered } = evaluation;
  const shown = findings.filter(({ result }) => all || result !== 'not-affected');
  const count = (result: Result) => findings.filter((finding) => finding.result === result).length;
  return [
    ...together(shown).map((same) => showFinding(same, paint)),
    ...showUncovered(evaluation, paint),
    ...showSupport(evaluation, paint),
    ...sourcesInBrief(data.sources).map((line) => paint('dim', `  ${safeText(line)}`)),
    ...(data.lists ?? []).map((list) => paint('dim', `  ${safeText(listInBrief(list))} from ${safeText(list.from)}`)),
    ...(data.databases ?? []).map(({ feed, records, from }) =>
      paint('dim', `  ${feed}: ${counted(records, 'record')} from ${safeText(from)}`),
    ),
    ...noticesOf(data).map((notice) => paint('dim', `  ${notice}`)),
    `data fetched ${data.fetched} (${ageOf(ageDays)}), newest record ${data.newest}, ${data.hash}`,
    `${counted(components, 'component')}, ${counted(findings.length, 'finding')}: ${paint('red', `${count('affected')} affected`)}, ${paint('yellow', `${count('undetermined')} undetermined`)}, ${count('not-affected')} not affected; ${uncovered.length === 0 ? 'each component was looked up' : `no source covers ${counted(uncovered.length, 'component')}`}`,
    '',
  ].join('\n');
}

function ageOf(days: number): string {
  if (days === 0) return 'today';
  return days < 0 ? `${counted(-days, 'day')} later` : `${counted(days, 'day')} ago`;
}

const colours = { affected: 'red', undetermined: 'yellow', 'not-affected': 'green' } as const;

type Together = readonly [Finding, ...Finding[]];

/** Findings that only commits could tell more of are many, and are shown once for each component. */
function together(findings: readonly Finding[]): readonly Together[] {
  const groups = Map.groupBy(findings, (one) => (one.onlyByGraph === true ? askedTogether(one) : one));
  return [...groups.values()].flatMap(([first, ...others]): Together[] =>
    first === undefined ? [] : [[first, ...others]],
  );
}

function showFinding(same: Together, paint: Paint): string {
  const [finding, ...others] = same;
  const { component, result, why, summary, fixed, kind, kev = [], epss = [] } = finding;
  const { confidence, ssvc, rejected = [], weaknesses = [] } = finding;
  const severities = [...new Set(same.flatMap((one) => one.severities.map(severityInBrief)))];
  const aliases = same.flatMap((one) => (one === finding ? one.aliases : [one.id, ...one.aliases]));
  const sureness = confidenceInBrief(confidence);
  return [
    `${paint(colours[result], result)} ${paint('bold', safeText(component))} ${safeText(idsInBrief(same))}${kind === 'vulnerability' ? '' : ` (${kind})`}`,
    `  ${safeText(why)}`,
    ...(sureness === '' ? [] : [paint('yellow', `  ${sureness}`)]),
    ...rejected.map((one) => paint('yellow', `  ${safeText(rejectionInBrief(one))}`)),
    ...(summary === undefined || others.length > 0 ? [] : [`  ${safeText(summary)}`]),
    ...(aliases.length === 0 ? [] : [paint('dim', `  also ${safeText(aliases.join(', '))}`)]),
    ...(severities.length === 0 ? [] : [paint('dim', `  ${safeText(severities.join('; '))}`)]),
    ...kev.map((entry) => paint('red', `  ${safeText(exploitedInBrief(entry))}`)),
    ...epss.map((entry) => paint('dim', `  ${safeText(probabilityInBrief(entry))}`)),
    ...(ssvc === undefined ? [] : [paint('dim', `  ${safeText(ssvcInBrief(ssvc))}`)]),
    ...(weaknesses.length === 0 ? [] : [paint('dim', `  ${weaknesses.join(', ')}`)]),
    ...(fixed.length === 0 ? [] : [paint('dim', `  fixed in ${safeText(fixed.join(', '))}`)]),
    '',
  ].join('\n');
}

function showUncovered({ uncovered, data }: Evaluation, paint: Paint): string[] {
  const hint =
    uncovered.length > 0 && data.databases !== undefined
      ? ['`tureen cpe` lists products of CVE records that they may be, for a person to confirm\n']
      : [];
  const byReason = Map.groupBy(uncovered, ({ reason }) => reason);
  const told = [...byReason].map(([reason, rows]) => {
    const named = rows.slice(0, 5).map(({ component }) => component);
    return `${paint('yellow', 'not covered')} ${safeText(named.join(', '))}${rows.length > 5 ? ` and ${rows.length - 5} more` : ''}: ${safeText(reason)}\n`;
  });
  return [...told, ...hint];
}

/** What is out of support, or of unknown support although a list knows the product; the rest stands in the frozen file. */
function showSupport({ support = [], evaluated }: Evaluation, paint: Paint): string[] {
  const shown = support.filter(({ endOfLife }) => endOfLife === undefined || hasEnded(endOfLife, evaluated));
  return shown.map(
    (one) => `${paint('yellow', 'support')} ${safeText(`${one.component}: ${supportInBrief(one, evaluated)}`)}\n`,
  );
}
