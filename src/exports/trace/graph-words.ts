import type { Standing, TraceGraph, TraceKind, TraceNode } from '../../model/trace.ts';

/** What a person calls each kind of node. */
export const kindNames: Readonly<Record<TraceKind, string>> = {
  risk: 'hazardous situation',
  'software-item': 'software item',
  'soup-item': 'SOUP item',
  'failure-mode': 'failure mode',
  control: 'risk control',
  requirement: 'requirement',
  anomaly: 'anomaly',
  test: 'test',
  document: 'document',
  nothing: 'leads nowhere',
};

/** How a node stands: something is missing, it is fine as far as it can be told, or nothing was told. */
export type NodeTone = 'good' | 'doubt' | 'bad' | 'plain';

/** How a node stands by what the rules miss at it, or a test by its worst result. */
export function toneOf({ links, faults }: TraceGraph, { id, kind }: TraceNode): NodeTone {
  if (kind === 'nothing' || (faults.get(id)?.length ?? 0) > 0) return 'bad';
  if (kind !== 'test') return 'plain';
  const kinds = links.filter((link) => link.to === id).flatMap(({ standing }) => standing?.kind ?? []);
  const tones = new Set(kinds.map((one) => standingTones[one]));
  return tones.has('bad') ? 'bad' : tones.has('doubt') ? 'doubt' : 'good';
}

const standingTones: Readonly<Record<Standing['kind'], NodeTone>> = {
  passed: 'good',
  document: 'plain',
  skipped: 'bad',
  failed: 'bad',
  missing: 'bad',
  stale: 'doubt',
};

/** What is written into the box of a node below its id. */
export function captionOf({ links }: TraceGraph, { id, kind, title, facts }: TraceNode): string {
  const standings = links.filter((link) => link.to === id).flatMap(({ standing }) => standing?.kind ?? []);
  const results = [...new Set(standings)].filter((one) => one !== 'document').toSorted();
  return [title, ...(kind === 'test' ? results : []), ...facts.slice(-1)].filter((text) => text !== '').join('; ');
}
