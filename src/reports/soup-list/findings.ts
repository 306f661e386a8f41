import { hasEnded, supportInBrief } from '../../base/facts-in-brief.ts';
import type { Block } from '../../model/document.ts';
import type { Dossier, ItemEntry } from '../../model/dossier.ts';
import type { ComponentSupport } from '../../model/anomalies/evaluation.ts';
import { findingsTable } from '../findings-table.ts';

/** What was published of a SOUP item or what it covers: anomalies with their verdicts, and until when it is supported. */
export function findingBlocks({ own, covered }: ItemEntry, dossier: Dossier): readonly Block[] {
  const { findings, evaluation: state } = dossier;
  if (!('evaluation' in state)) return [];
  const purls = new Set([...own, ...covered].map(({ component }) => component.purl));
  const { support = [], evaluated } = state.evaluation;
  return [
    ...anomalies(
      findings.filter(({ finding, standing }) => standing.kind !== 'not-needed' && purls.has(finding.component)),
      dossier,
    ),
    ...supportBlocks(
      support.filter(({ component }) => purls.has(component)),
      evaluated,
    ),
  ];
}

function anomalies(shown: Dossier['findings'], dossier: Dossier): readonly Block[] {
  if (shown.length === 0) return [];
  return [{ kind: 'heading', level: 3, text: 'Published anomalies' }, findingsTable(shown, dossier)];
}

function supportBlocks(support: readonly ComponentSupport[], evaluated: string): readonly Block[] {
  if (support.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'Support by those who make it' },
    {
      kind: 'table',
      columns: [
        { title: 'Component', width: 40 },
        { title: `Support as of ${evaluated}`, width: 60 },
      ],
      rows: support.map((one) => [
        { text: one.component.replace(/[?#].*$/s, ''), code: true },
        { text: supportInBrief(one, evaluated), tone: toneOf(one, evaluated) },
      ]),
    },
  ];
}

function toneOf({ endOfLife }: ComponentSupport, evaluated: string) {
  if (endOfLife === undefined) return 'doubt' as const;
  return hasEnded(endOfLife, evaluated) ? ('bad' as const) : ('plain' as const);
}
