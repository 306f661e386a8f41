import { waitingInBrief } from '../../../base/anomalies/asked-together.ts';
import { compareGravity, countGravities, gravityOf } from '../../../base/anomalies/gravity.ts';
import { sourcesInBrief } from '../../../base/anomalies/sources-in-brief.ts';
import { counted } from '../../../base/counted.ts';
import { hasEnded, listInBrief, noticesOf, supportInBrief } from '../../../base/facts-in-brief.ts';
import type { Evaluated, EvaluatedFinding } from '../../../app/evaluation/evaluate.ts';
import { questionsOf, type Question } from '../../../app/evaluation/questions-of.ts';
import type { Evaluation, Finding, Result, Uncovered } from '../../../model/anomalies/evaluation.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { leftOut, limited, type Limit } from '../limited.ts';
import { showFindings } from './show-finding.ts';
import { areOfOneDefect, mostPlaces, showDefect, showPlace } from './show-defect.ts';

/** What an evaluation has to show. */
export type ShownEvaluation = Pick<Evaluated, 'evaluation' | 'waiting' | 'ageDays'>;

/**
 * Shows an evaluation to a person: the gravest of what waits for a verdict, what no source covers, the data it rests on, and
 * at the end how much there is and how much of it waits; with `all` every finding with all that is known of it.
 */
export function showEvaluation(shown: ShownEvaluation, all: boolean, paint: Paint): string {
  const { evaluation, waiting, ageDays } = shown;
  const { data } = evaluation;
  const questions = questionsOf(waiting);
  const limit = all ? undefined : { most: 5, rest };
  return [
    ...(all ? showFindings(gravestFirst(evaluation), paint) : showQuestions(questions, paint)),
    ...showUncovered(evaluation, limit, paint),
    ...showSupport(evaluation, limit, paint),
    ...sourcesInBrief(data.sources).map((line) => paint('dim', `  ${safeText(line)}`)),
    ...(data.lists ?? []).map((list) => paint('dim', `  ${safeText(listInBrief(list))} from ${safeText(list.from)}`)),
    ...(data.databases ?? []).map(({ feed, records, from }) =>
      paint('dim', `  ${feed}: ${counted(records, 'record')} from ${safeText(from)}`),
    ),
    ...noticesOf(data).map((notice) => paint('dim', `  ${notice}`)),
    `data fetched ${data.fetched} (${ageOf(ageDays)}), newest record ${data.newest}, ${data.hash}`,
    figures(evaluation, paint),
    toJudge(shown, questions, paint),
    '',
  ].join('\n');
}

function ageOf(days: number): string {
  if (days === 0) return 'today';
  return days < 0 ? `${counted(-days, 'day')} later` : `${counted(days, 'day')} ago`;
}

function showQuestions(questions: readonly Question[], paint: Paint): readonly string[] {
  if (questions.length === 0) return [];
  const limit = { most: 10, rest };
  const shown = questions.slice(0, limit.most);
  const more = leftOut(questions.length, limit, ' questions');
  const isCut = more.length === 0 && shown.some((one) => placesOf(one).some(isLong));
  return [
    ...shown.map((one) => showQuestion(one, paint)),
    ...more,
    ...(isCut ? ['--all shows each component'] : []),
    '',
  ];
}

const rest = '--all shows them';

function showQuestion(question: Question, paint: Paint): string {
  const places = placesOf(question).map((same) => `  ${showPlace(same, paint)}${safeText(useAndRemedy(same[0]))}`);
  return [showDefect(question.findings, { paint }), ...places].join('\n');
}

type Place = readonly [EvaluatedFinding, ...EvaluatedFinding[]];

/** Components that are used alike and mended alike stand in one line. */
function placesOf({ findings }: Question): readonly Place[] {
  const [first] = findings;
  const shown = areOfOneDefect(findings) ? findings : [first];
  const alike = Map.groupBy(shown, (one) => `${one.finding.result} ${useAndRemedy(one)}`);
  return [...alike.values()].flatMap(([one, ...others]): Place[] => (one === undefined ? [] : [[one, ...others]]));
}

function isLong(place: Place): boolean {
  return place.length > mostPlaces;
}

function useAndRemedy({ finding: { fixed }, entry }: EvaluatedFinding): string {
  const scope = entry?.use.scope ?? 'unknown';
  return ` (${scope === 'unknown' ? 'use unknown' : scope})${fixed.length === 0 ? '' : `, fixed in ${fixed.join(', ')}`}`;
}

const results: readonly Result[] = ['affected', 'undetermined', 'not-affected'];

function gravestFirst({ findings }: Evaluation): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, gravity: gravityOf([finding]), rank: results.indexOf(finding.result) }))
    .toSorted((a, b) => a.rank - b.rank || compareGravity(a.gravity, b.gravity))
    .map(({ finding }) => finding);
}

/** What nobody looked up, by reason, that of most components first; or each component. */
function showUncovered({ uncovered, data }: Evaluation, limit: Limit | undefined, paint: Paint): readonly string[] {
  if (uncovered.length === 0) return [];
  const hint = '`tureen cpe` lists products of CVE records that they may be, for a person to confirm';
  return [
    ...(limit === undefined ? eachUncovered(uncovered, paint) : byReason(uncovered, limit, paint)),
    ...(data.databases === undefined ? [] : [hint]),
    '',
  ];
}

function eachUncovered(uncovered: readonly Uncovered[], paint: Paint): readonly string[] {
  return uncovered.map(
    ({ component, reason }) => `${paint('yellow', 'not covered')} ${safeText(component)}: ${safeText(reason)}`,
  );
}

function byReason(uncovered: readonly Uncovered[], limit: Limit, paint: Paint): readonly string[] {
  const groups = [...Map.groupBy(uncovered, ({ reason }) => reason)].toSorted(([, a], [, b]) => b.length - a.length);
  const told = groups.map(([reason, rows]) => {
    const named = rows.slice(0, 3).map(({ component }) => safeText(component));
    const others = rows.length > 3 ? ` and ${rows.length - 3} more` : '';
    return `${paint('yellow', 'not covered')} ${named.join(', ')}${others}: ${safeText(reason)}`;
  });
  const isCut = groups.length <= limit.most && groups.some(([, rows]) => rows.length > 3);
  return [...limited(told, limit, ' reasons'), ...(isCut ? ['--all shows each component'] : [])];
}

/** What is out of support, or of unknown support although a list knows the product; the rest stands in the frozen file. */
function showSupport(
  { support = [], evaluated }: Evaluation,
  limit: Limit | undefined,
  paint: Paint,
): readonly string[] {
  const shown = support
    .filter(({ endOfLife }) => endOfLife === undefined || hasEnded(endOfLife, evaluated))
    .map((one) => `${paint('yellow', 'support')} ${safeText(`${one.component}: ${supportInBrief(one, evaluated)}`)}`);
  return shown.length === 0 ? [] : [...limited(shown, limit), ''];
}

function figures({ components, findings, uncovered }: Evaluation, paint: Paint): string {
  const count = (result: Result) => findings.filter((finding) => finding.result === result).length;
  const covered =
    uncovered.length === 0
      ? 'each component was looked up'
      : paint('yellow', `no source covers ${counted(uncovered.length, 'component')}`);
  return `${counted(components, 'component')}, ${counted(findings.length, 'finding')}: ${count('affected')} affected, ${count('undetermined')} undetermined, ${count('not-affected')} not affected; ${covered}`;
}

/** What a person has to do about it, which stands last, as the end is what is seen. */
function toJudge(
  { evaluation: { findings, uncovered }, waiting }: ShownEvaluation,
  questions: readonly Question[],
  paint: Paint,
): string {
  const judged = findings.filter(({ result }) => result !== 'not-affected').length - waiting.length;
  const isWhole = uncovered.length === 0;
  const have = judged === 0 ? '' : `; ${judged} ${judged === 1 ? 'has' : 'have'} one`;
  const asked = waitingInBrief(waiting.map(({ finding }) => finding));
  if (questions.length === 0)
    return isWhole ? `${paint('green', asked)}${have}` : `of what was looked up ${asked}${have}`;
  const counts = countGravities(questions.map(({ gravity }) => gravity)).join(', ');
  return `${paint('bold', asked)}: ${counts}${have}`;
}
