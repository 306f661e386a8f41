import type { Block } from '../../model/document.ts';
import type { EvaluationState, ItemEntry } from '../../model/dossier.ts';
import type { Finding } from '../../model/evaluation.ts';
import { stacked } from '../cells.ts';

/** The published anomalies that affect a SOUP item or what it covers, or of which nobody can tell; what does not is only counted. */
export function findingBlocks({ own, covered }: ItemEntry, state: EvaluationState): readonly Block[] {
  if (state.kind === 'missing') return [];
  const purls = new Set([...own, ...covered].map(({ component }) => component.purl));
  const open = state.evaluation.findings.filter(
    ({ component, result }) => result !== 'not-affected' && purls.has(component),
  );
  if (open.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'Published anomalies to judge' },
    {
      kind: 'table',
      columns: [
        { title: 'Anomaly', width: 16 },
        { title: 'Component', width: 20 },
        { title: 'Result', width: 10 },
        { title: 'Why', width: 40 },
        { title: 'Fixed in', width: 14 },
      ],
      rows: open.map(row),
    },
  ];
}

function row({ id, aliases, component, result, why, fixed }: Finding) {
  return [
    { text: stacked([id, ...aliases]), code: true },
    { text: component.replace(/[?#].*$/s, ''), code: true },
    { text: result, tone: result === 'affected' ? ('bad' as const) : ('doubt' as const) },
    { text: why },
    { text: fixed.length === 0 ? 'not told' : fixed.join(', ') },
  ];
}
