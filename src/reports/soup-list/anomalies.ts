import { anomalyState, mayContribute } from '../../base/anomalies/anomaly-state.ts';
import { counted } from '../../base/counted.ts';
import type { Block, Cell, Tone } from '../../model/document.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import type { AnomalyEntry, AnomalyStanding, ItemAnomalies } from '../../model/anomalies/item-anomalies.ts';
import { placeIn } from '../cells.ts';
import { personName } from '../person-name.ts';

/** What was published of a SOUP item besides vulnerabilities (7.1.3): the frozen list, and what people judged. */
export function anomalyBlocks(item: ItemEntry, dossier: Dossier): readonly Block[] {
  const nameOf = (id: string) => personName(dossier, id);
  if (item.filed.record.anomalySources.length === 0 && !mayContribute(item)) return [];
  const state = anomalyState(item);
  const tones: Readonly<Record<typeof state.kind, Tone>> = {
    checked: 'plain',
    'not-checked': 'bad',
    'not-applicable': 'quiet',
  };
  const place = placeIn(item.filed, 'anomalySources');
  return [
    { kind: 'heading', level: 3, text: 'Published anomaly lists' },
    { kind: 'paragraph', cells: [{ text: capital(state.text), tone: tones[state.kind], place }] },
    ...documentBlocks(item, nameOf),
    ...listBlocks(item.anomalies, nameOf),
  ];
}

type NameOf = (id: string) => string;

function documentBlocks({ filed }: ItemEntry, nameOf: NameOf): readonly Block[] {
  const documents = filed.record.anomalySources.flatMap((source, index) =>
    source.kind === 'attachment' ? [{ source, place: placeIn(filed, 'anomalySources', index) }] : [],
  );
  if (documents.length === 0) return [];
  return [
    {
      kind: 'facts',
      rows: documents.map(({ source: { file, sha256, received, versions, evaluated }, place }) => ({
        label: `Document ${file}`,
        cells: [
          { text: `received ${received}, of ${versions.join(', ')}, sha256 ${sha256.slice(0, 16)}…: `, place },
          evaluated === undefined
            ? { text: 'not evaluated', tone: 'bad' }
            : { text: `${evaluated.outcome} (${nameOf(evaluated.by)}, ${evaluated.on})` },
        ],
      })),
    },
  ];
}

function listBlocks({ list, intact, entries, sample, dispositions }: ItemAnomalies, nameOf: NameOf): readonly Block[] {
  if (list === undefined) return [];
  const { frozen, hash, versions, sources, delta } = list.record;
  const relevant = entries.filter(({ relevance }) => relevance.kind !== 'out');
  const shown = relevant.toSorted((a, b) => Number(waits(b)) - Number(waits(a))).slice(0, mostRows);
  const since =
    delta === undefined
      ? 'the first list'
      : `since ${delta.since}: ${delta.new.length} new, ${delta.changed.length} changed, ${delta.closed.length} closed, ${delta.gone.length} gone`;
  const stated = dispositions?.record.sample;
  const facts: readonly (readonly [string, Cell])[] = [
    ['Frozen', { text: `${frozen}, for ${versions.join(', ') || 'no version'}; ${since}` }],
    [
      'Hash',
      { text: intact ? hash : `${hash}, which its content does not have`, tone: intact ? 'plain' : 'bad', code: true },
    ],
    ...sources.map(
      ({ kind, list: what, filters, asked, truncated }) =>
        [
          'Source',
          {
            text: `${kind}, ${what}: ${filters}; ${counted(asked.length, 'answer')}${truncated ? ', truncated' : ''}`,
            tone: truncated ? 'doubt' : 'plain',
          },
        ] as const,
    ),
    ...(sample === undefined
      ? []
      : [
          [
            'Sample',
            stated === undefined
              ? { text: 'none is stated: every entry is judged' }
              : {
                  text: `${stated.take} of ${stated.of}, drawn by the plan for lists above ${stated.above} (${nameOf(stated.by)}, ${stated.on})`,
                },
          ] as const,
        ]),
  ];
  return [
    { kind: 'facts', rows: facts.map(([label, cell]) => ({ label, cells: [cell] })) },
    ...(shown.length === 0 ? [] : [entryTable(shown, dispositions?.file, nameOf)]),
    ...(relevant.length > shown.length
      ? [
          {
            kind: 'paragraph' as const,
            cells: [{ text: `And ${relevant.length - shown.length} more, in ${list.file}.` }],
          },
        ]
      : []),
  ];
}

/** A printed list has an end; the file has all. What waits for a person comes first, so that the end hides none of it. */
const mostRows = 100;

function waits({ standing }: AnomalyEntry): boolean {
  return standing.kind === 'open' || standing.kind === 'again';
}

function entryTable(entries: readonly AnomalyEntry[], file: string | undefined, nameOf: NameOf): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Anomaly', width: 16 },
      { title: 'What is published', width: 34 },
      { title: 'Concerns us', width: 20 },
      { title: 'Disposition', width: 30 },
    ],
    rows: entries.map(({ anomaly, relevance, standing }) => [
      { text: anomaly.id, code: true },
      { text: `${anomaly.title} (${anomaly.state})` },
      { text: relevance.reason },
      dispositionCell(standing, file, nameOf),
    ]),
  };
}

function dispositionCell(standing: AnomalyStanding, file: string | undefined, nameOf: NameOf): Cell {
  if (standing.kind === 'not-drawn') return { text: 'outside of the sample', tone: 'quiet' };
  if (standing.kind === 'open' || standing.kind === 'not-needed') return { text: 'none yet', tone: 'bad' };
  const { index, disposition } = standing.met;
  const { answer, reason, by, on, failureModes, risks, controls } = disposition;
  const isUnnamed = answer === 'hazard' && failureModes.length + risks.length === 0;
  const links = [
    ...(isUnnamed ? ['by no failure mode or risk that is named yet'] : []),
    ...failureModes,
    ...risks,
    ...controls,
  ];
  const text = `${answer.replace('-', ' ')}: ${reason}${links.length === 0 ? '' : ` [${links.join(', ')}]`} (${nameOf(by)}, ${on})`;
  const place = file === undefined ? {} : { place: { file, keyPath: ['dispositions', index] } };
  return standing.kind === 'judged'
    ? { text, ...(isUnnamed && { tone: 'bad' }), ...place }
    : { text: `to be judged again, ${standing.changed}; it was ${text}`, tone: 'doubt', ...place };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
