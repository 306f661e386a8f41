import { counted } from '../../base/counted.ts';
import { noticesOf } from '../../base/facts-in-brief.ts';
import type { Block } from '../../model/document.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { sortedBy } from '../cells.ts';
import { ageOf, resultsInBrief, verdictsInBrief } from '../evaluation-brief.ts';
import { findingsTable } from '../findings-table.ts';

/** The evaluation told in full: its state, its data, its results, and what it could not see. */
export function evaluationBlocks(dossier: Dossier): readonly Block[] {
  const { evaluation: state, today, findings } = dossier;
  const heading: Block = { kind: 'heading', level: 2, text: 'Published anomalies', anchor: 'published-anomalies' };
  if (!('evaluation' in state)) {
    const why =
      state.kind === 'missing'
        ? 'The published anomalies of these components were not evaluated.'
        : `The evaluation of the published anomalies of these components, ${state.file}, cannot be read.`;
    const text = `${why} This list says nothing about vulnerabilities.`;
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
  return [
    heading,
    notice,
    evaluationFacts(evaluation, today, findings),
    ...sources(evaluation),
    ...lists(evaluation),
    ...databases(evaluation),
    ...judged(dossier),
    ...uncovered(evaluation),
  ];
}

function evaluationFacts(
  { data, components, findings, uncovered }: Evaluation,
  today: string,
  entries: Dossier['findings'],
): Block {
  const fetched = data.fetched.slice(0, 10);
  return {
    kind: 'facts',
    rows: [
      { label: 'Data fetched', cells: [{ text: `${fetched}, ${ageOf(fetched, today)}` }] },
      { label: 'Newest advisory', cells: [{ text: data.newest }] },
      { label: 'Hash of the data', cells: [{ text: data.hash, code: true }] },
      { label: 'Components evaluated', cells: [{ text: String(components) }] },
      { label: 'Findings', cells: [{ text: resultsInBrief(findings, components, uncovered.length) }] },
      { label: 'Verdicts', cells: [verdictsInBrief(entries)] },
      {
        label: 'Covered by no source',
        cells: [{ text: counted(uncovered.length, 'component'), tone: uncovered.length > 0 ? 'doubt' : 'plain' }],
      },
    ],
  };
}

/** Every finding that affects or may affect, of tools and of what has no record, too. */
function judged(dossier: Dossier): readonly Block[] {
  const shown = dossier.findings.filter(({ standing }) => standing.kind !== 'not-needed');
  if (shown.length === 0) return [];
  return [{ kind: 'heading', level: 3, text: 'Findings and verdicts' }, findingsTable(shown, dossier)];
}

function sources({ data }: Evaluation): readonly Block[] {
  if (data.sources.length === 0)
    return data.databases === undefined ? [{ kind: 'notice', tone: 'bad', text: 'The data names no source.' }] : [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Source', width: 12 },
        { title: 'Ecosystem', width: 14 },
        { title: 'Records', width: 10 },
        { title: 'Newest record', width: 21 },
        { title: 'Taken from', width: 43 },
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

/** The lists that tell of exploitation and support; without them nothing is said of either. */
function lists({ data }: Evaluation): readonly Block[] {
  if (data.lists === undefined) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'List', width: 12 },
        { title: 'Edition', width: 14 },
        { title: 'Entries', width: 10 },
        { title: 'Dated', width: 18 },
        { title: 'Taken from', width: 46 },
      ],
      rows: data.lists.map(({ feed, edition, records, dated, from }) => [
        { text: feed },
        { text: edition ?? 'not told' },
        { text: String(records) },
        { text: dated ?? 'not told' },
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

/** The databases that were fetched whole, with what their publishers want to be shown where their data is used. */
function databases({ data }: Evaluation): readonly Block[] {
  if (data.databases === undefined) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Database', width: 12 },
        { title: 'Records', width: 14 },
        { title: 'Newest record', width: 28 },
        { title: 'Taken from', width: 46 },
      ],
      rows: data.databases.map(({ feed, records, newest, from }) => [
        { text: feed },
        { text: String(records) },
        { text: newest },
        { text: from, code: true },
      ]),
    },
    ...noticesOf(data).map((text): Block => ({ kind: 'notice', tone: 'plain', text })),
  ];
}
