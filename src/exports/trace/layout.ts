import type { TraceGraph, TraceKind } from '../../model/trace.ts';

/** Where each node stands: its column, and its place in the column. */
export type Layout = {
  readonly columns: readonly (readonly string[])[];
};

const order: readonly (readonly TraceKind[])[] = [
  ['risk'],
  ['software-item'],
  ['soup-item'],
  ['failure-mode', 'anomaly', 'nothing'],
  ['control'],
  ['requirement'],
  ['test', 'document'],
];

/** Puts nodes into columns from hazard to evidence and orders each column so that few links cross. */
export function layOut({ nodes, links }: TraceGraph): Layout {
  const parts = new Set(
    links.filter(({ from, to }) => isControl(nodes, from) && isControl(nodes, to)).map(({ to }) => to),
  );
  const columnOf = (id: string, kind: TraceKind): number =>
    order.findIndex((kinds) => kinds.includes(kind)) + (parts.has(id) ? 0.5 : 0);
  const byColumn = Map.groupBy(nodes.values(), ({ id, kind }) => columnOf(id, kind));
  let columns = [...byColumn].toSorted(([a], [b]) => a - b).map(([, column]) => column.map(({ id }) => id));
  for (let sweep = 0; sweep < 4; sweep++) {
    columns = sorted(columns, links, 'to');
    columns = sorted(columns.toReversed(), links, 'from').toReversed();
  }
  return { columns };
}

function isControl(nodes: TraceGraph['nodes'], id: string): boolean {
  return nodes.get(id)?.kind === 'control';
}

/** Moves each node to the middle of its neighbours on the side that was sorted before. */
function sorted(columns: readonly (readonly string[])[], links: TraceGraph['links'], side: 'from' | 'to'): string[][] {
  const other = side === 'to' ? 'from' : 'to';
  const neighbours = Map.groupBy(links, (link) => link[side]);
  const heights = new Map<string, number>();
  return columns.map((column) => {
    const wanted = column.map((id, index) => {
      const known = (neighbours.get(id) ?? []).flatMap((link) => heights.get(link[other]) ?? []);
      const middle =
        known.length === 0 ? (index + 0.5) / column.length : known.reduce((a, b) => a + b, 0) / known.length;
      return { id, middle, index };
    });
    const next = wanted.toSorted((a, b) => a.middle - b.middle || a.index - b.index).map(({ id }) => id);
    next.forEach((id, index) => heights.set(id, (index + 0.5) / next.length));
    return next;
  });
}
