import { waitingInBrief } from '../base/anomalies/asked-together.ts';
import { counted } from '../base/counted.ts';
import { daysBetween } from '../base/day.ts';
import type { Tone } from '../model/document.ts';
import type { EvaluationState, FindingEntry, Standing } from '../model/dossier.ts';
import type { Evaluation, Result } from '../model/anomalies/evaluation.ts';

/** The state of the evaluation in one line, with the age of its data. */
export function evaluationInBrief(state: EvaluationState, today: string): string {
  if (state.kind === 'missing') return 'not evaluated: nobody has looked';
  if (state.kind === 'unread') return `not known: ${state.file} cannot be read`;
  const { evaluated, data } = state.evaluation;
  const fetched = data.fetched.slice(0, 10);
  const evaluation = `evaluated on ${evaluated} with data ${fetched === evaluated && fetched === today ? 'of the same day' : `of ${fetched}, ${ageOf(fetched, today)}`}`;
  return state.kind === 'current' ? evaluation : `outdated, because ${state.reason}; ${evaluation}`;
}

/** How many findings of some components have which result; where nobody looked, or could look, that is said. */
export function findingsInBrief(state: EvaluationState, purls: ReadonlySet<string>): { text: string; tone: Tone } {
  if (purls.size === 0) return { text: 'no component to look at', tone: 'quiet' };
  if (state.kind === 'missing') return { text: 'not evaluated', tone: 'bad' };
  if (state.kind === 'unread') return { text: 'not known: the evaluation cannot be read', tone: 'bad' };
  const own = state.evaluation.findings.filter(({ component }) => purls.has(component));
  const blind = state.evaluation.uncovered.filter(({ component }) => purls.has(component)).length;
  const text = [
    resultsInBrief(own, purls.size, blind),
    ...(blind === 0 ? [] : [`no source of advisories covers ${counted(blind, 'component')}`]),
  ].join('; ');
  if (state.kind === 'outdated') return { text: `outdated, because ${state.reason}; it gave: ${text}`, tone: 'doubt' };
  const open = own.some(({ result }) => result !== 'not-affected');
  return { text, tone: open ? 'bad' : blind > 0 ? 'doubt' : 'plain' };
}

/** How many findings have which result; `blind` of the components no source covers. */
export function resultsInBrief(findings: Evaluation['findings'], components: number, blind: number): string {
  if (findings.length === 0) return blind >= components ? 'nobody could look' : 'looked, nothing found';
  const count = (result: Result) => findings.filter((finding) => finding.result === result).length;
  return `${count('affected')} affected, ${count('undetermined')} undetermined, ${count('not-affected')} not affected`;
}

/** How many of the findings that want a verdict have one that holds, how many wait, for which reason, and in how many questions. */
export function verdictsInBrief(findings: readonly FindingEntry[]): { readonly text: string; readonly tone: Tone } {
  const count = (kind: Standing['kind']) => findings.filter(({ standing }) => standing.kind === kind).length;
  const kinds = [
    { number: count('open'), what: 'open' },
    { number: count('again'), what: 'to be judged again' },
    { number: count('expired'), what: 'run out' },
  ].filter(({ number }) => number > 0);
  if (kinds.length === 0 && count('judged') === 0) return { text: 'none is needed', tone: 'plain' };
  const told = [`${count('judged')} judged`, ...kinds.map(({ number, what }) => `${number} ${what}`)].join(', ');
  if (kinds.length === 0) return { text: told, tone: 'good' };
  const waiting = findings.filter(({ standing: { kind } }) => kind !== 'judged' && kind !== 'not-needed');
  return { text: `${told}; ${waitingInBrief(waiting.map(({ finding }) => finding))}`, tone: 'bad' };
}

/** How old a day is on another. */
export function ageOf(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days < 0) return `${counted(-days, 'day')} after the day of this list`;
  return days === 0 ? 'of the same day' : `${counted(days, 'day')} old`;
}
