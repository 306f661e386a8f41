import { daysBetween } from '../base/day.ts';
import type { Block, Tone } from '../model/document.ts';
import type { Dossier, EvaluationState } from '../model/dossier.ts';
import type { Evaluation, Result } from '../model/evaluation.ts';
import { counted, sortedBy } from './cells.ts';

/** The state of the evaluation in one line, with the age of its data. */
export function evaluationInBrief(state: EvaluationState, today: string): string {
  if (state.kind === 'missing') return 'not evaluated: nobody has looked';
  const { evaluated, data } = state.evaluation;
  const fetched = data.fetched.slice(0, 10);
  const evaluation = `evaluated on ${evaluated} with data of ${fetched}, ${ageOf(fetched, today)}`;
  return state.kind === 'current' ? evaluation : `outdated, because ${state.reason}; ${evaluation}`;
}

/** How many findings of some components have which result; where nobody looked, or could look, that is said. */
export function findingsInBrief(state: EvaluationState, purls: ReadonlySet<string>): { text: string; tone: Tone } {
  if (purls.size === 0) return { text: 'no component to look at', tone: 'quiet' };
  if (state.kind === 'missing') return { text: 'not evaluated', tone: 'bad' };
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

/** The evaluation told in full: its state, its data, its results, and what it could not see. */
export function evaluationBlocks({ evaluation: state, today }: Dossier): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Published anomalies', anchor: 'published-anomalies' };
  if (state.kind === 'missing') {
    const text =
      'The published anomalies of these components were not evaluated. This list says nothing about vulnerabilities.';
    return [heading, { kind: 'notice', tone: 'bad', text }];
  }
  const { evaluation } = state;
  const notice: Block = {
    kind: 'notice',
    tone: state.kind === 'current' ? 'plain' : 'doubt',
    text:
      state.kind === 'current'
        ? `The evaluation of ${evaluation.evaluated} is about these components.`
        : `The evaluation of ${evaluation.evaluated} is outdated: ${state.reason}. Its results are shown, but must not be relied on.`,
  };
  return [heading, notice, evaluationFacts(evaluation, today), ...sources(evaluation), ...uncovered(evaluation)];
}

function evaluationFacts({ data, components, findings, uncovered }: Evaluation, today: string): Block {
  const fetched = data.fetched.slice(0, 10);
  return {
    kind: 'facts',
    rows: [
      { label: 'Data fetched', cells: [{ text: `${fetched}, ${ageOf(fetched, today)}` }] },
      { label: 'Newest advisory', cells: [{ text: data.newest }] },
      { label: 'Hash of the data', cells: [{ text: data.hash, code: true }] },
      { label: 'Components evaluated', cells: [{ text: String(components) }] },
      { label: 'Findings', cells: [{ text: resultsInBrief(findings, components, uncovered.length) }] },
      {
        label: 'Covered by no source',
        cells: [{ text: counted(uncovered.length, 'component'), tone: uncovered.length > 0 ? 'doubt' : 'plain' }],
      },
    ],
  };
}

function sources({ data }: Evaluation): readonly Block[] {
  if (data.sources.length === 0) return [{ kind: 'notice', tone: 'bad', text: 'The data names no source.' }];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Source', width: 12 },
        { title: 'Ecosystem', width: 14 },
        { title: 'Records', width: 10 },
        { title: 'Newest record', width: 18 },
        { title: 'Taken from', width: 46 },
      ],
      rows: data.sources.map(({ feed, ecosystem, records, newest, from }) => [
        { text: feed },
        { text: ecosystem },
        { text: String(records), tone: records === 0 ? 'bad' : 'plain' },
        { text: newest },
        { text: from, code: true },
      ]),
    },
  ];
}

/** What no source covers, grouped by the reason. */
function uncovered(evaluation: Evaluation): readonly Block[] {
  if (evaluation.uncovered.length === 0) return [];
  const groups = Map.groupBy(evaluation.uncovered, ({ reason }) => reason);
  return [
    { kind: 'heading', level: 3, text: 'Components that no source of advisories covers' },
    {
      kind: 'table',
      columns: [
        { title: 'Why', width: 30 },
        { title: 'Number', width: 10 },
        { title: 'Components', width: 60 },
      ],
      rows: sortedBy([...groups], ([reason]) => reason).map(([reason, members]) => [
        { text: reason },
        { text: String(members.length) },
        {
          text: members
            .map(({ component }) => component)
            .toSorted()
            .join(', '),
          code: true,
        },
      ]),
    },
  ];
}

function resultsInBrief(findings: Evaluation['findings'], components: number, blind: number): string {
  if (findings.length === 0) return blind >= components ? 'nobody could look' : 'looked, nothing found';
  const count = (result: Result) => findings.filter((finding) => finding.result === result).length;
  return `${count('affected')} affected, ${count('undetermined')} undetermined, ${count('not-affected')} not affected`;
}

function ageOf(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days < 0) return `${counted(-days, 'day')} after the day of this list`;
  return days === 0 ? 'of the same day' : `${counted(days, 'day')} old`;
}
