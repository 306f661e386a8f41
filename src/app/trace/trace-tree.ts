import type { Standing, Trace, TraceLink, TraceNode } from '../../model/trace.ts';

/** A node with what leads on from it; one that was told before is not told again. */
export type TraceTree = {
  readonly node: TraceNode;
  /** What it says for the node above it, of a test or document. */
  readonly standing?: Standing;
  readonly children: readonly TraceTree[];
  readonly again: boolean;
};

/** Everything above and below a node: what it can lead to, and what it rests on. */
export type TraceTrees = { readonly up: readonly TraceTree[]; readonly down: readonly TraceTree[] };

/** Walks the trace from one node in both directions. */
export function traceTrees(trace: Trace, start: string): TraceTrees {
  const from = Map.groupBy(trace.links, (link) => link.from);
  const to = Map.groupBy(trace.links, (link) => link.to);
  const walk = { trace, from, to, start };
  return {
    up: grow(walk, start, upwards, new Set([start])),
    down: grow(walk, start, downwards, new Set([start])),
  };
}

type Walk = {
  readonly trace: Trace;
  readonly from: ReadonlyMap<string, readonly TraceLink[]>;
  readonly to: ReadonlyMap<string, readonly TraceLink[]>;
  readonly start: string;
};

type Step = { readonly id: string; readonly standing: Standing | undefined };

function grow(
  walk: Walk,
  id: string,
  next: (walk: Walk, id: string) => readonly Step[],
  told: Set<string>,
): readonly TraceTree[] {
  return next(walk, id).flatMap(({ id: child, standing }) => {
    const node = walk.trace.nodes.get(child);
    if (node === undefined) return [];
    const again = told.has(child) && next(walk, child).length > 0;
    told.add(child);
    const children = again ? [] : grow(walk, child, next, told);
    return [{ node, ...(standing && { standing }), children, again }];
  });
}

/**
 * Above a SOUP item stand the parts that use it; who asks for the item is told the risks of its failure modes, too, and only
 * who asks for a part is told all of the part's risks.
 */
function upwards({ trace, from, to, start }: Walk, id: string): readonly Step[] {
  const kindOf = (one: string) => trace.nodes.get(one)?.kind;
  if (kindOf(id) === 'software-item' && id !== start) return [];
  const failures = id === start && kindOf(id) === 'soup-item' ? (from.get(id) ?? []).map((link) => link.to) : [];
  const risks = failures.flatMap((failure) =>
    (to.get(failure) ?? [])
      .map((link) => link.from)
      .filter((one) => kindOf(one) === 'risk' || kindOf(one) === 'nothing'),
  );
  const above = (to.get(id) ?? []).map((link) => link.from);
  return [...new Set([...above, ...risks])].map((one) => ({ id: one, standing: undefined }));
}

/** Below a risk only those parts, SOUP items and failure modes are told that contribute to it. */
function downwards(walk: Walk, id: string): readonly Step[] {
  const { trace, from, start } = walk;
  const links = from.get(id) ?? [];
  const kindOf = (one: string) => trace.nodes.get(one)?.kind;
  const isRisk = kindOf(start) === 'risk';
  const kind = kindOf(id);
  const leads = (one: string): boolean => (isRisk ? contributes(walk, one) : true);
  const wanted =
    kind === 'risk'
      ? links.filter(({ to }) => (kindOf(to) === 'software-item' ? leads(to) : !isBelowPart(walk, to)))
      : isRisk && (kind === 'software-item' || kind === 'soup-item')
        ? links.filter(({ to }) => leads(to))
        : links;
  return wanted.map(({ to, standing }) => ({ id: to, standing }));
}

/** Whether a part, SOUP item or failure mode leads to a failure mode of the risk that was asked for. */
function contributes({ trace, from, start }: Walk, id: string): boolean {
  const causes = new Set((from.get(start) ?? []).map(({ to }) => to));
  const kind = trace.nodes.get(id)?.kind;
  if (kind === 'failure-mode') return causes.has(id);
  if (kind === 'software-item' || kind === 'soup-item')
    return (from.get(id) ?? []).some(({ to }) => contributes({ trace, from, to: from, start }, to));
  return false;
}

/** Whether a failure mode is told below one of the parts that the risk names. */
function isBelowPart({ trace, from, to, start }: Walk, id: string): boolean {
  if (trace.nodes.get(id)?.kind !== 'failure-mode') return false;
  const parts = new Set((from.get(start) ?? []).map((link) => link.to));
  const items = (to.get(id) ?? []).map((link) => link.from).filter((one) => trace.nodes.get(one)?.kind === 'soup-item');
  return items.some((item) => (to.get(item) ?? []).some((link) => parts.has(link.from)));
}
