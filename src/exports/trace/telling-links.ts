import type { TraceGraph, TraceLink } from '../../model/trace.ts';

/**
 * The links that a drawing needs: one that other links lead along as well is left out. Only which of several risks has which
 * of several causes is told by no other link.
 */
export function tellingLinks({ nodes, links }: TraceGraph): readonly TraceLink[] {
  const count = (kind: string) => [...nodes.values()].filter((node) => node.kind === kind).length;
  const isTold = count('risk') > 1 && count('failure-mode') > 1;
  const next = Map.groupBy(links, ({ from }) => from);
  const leads = (from: string, to: string, told: Set<string>): boolean =>
    (next.get(from) ?? []).some((link) => {
      if (link.to === to) return true;
      if (told.has(link.to)) return false;
      told.add(link.to);
      return leads(link.to, to, told);
    });
  return links.filter(({ from, to }) => {
    if (isTold && nodes.get(from)?.kind === 'risk' && nodes.get(to)?.kind === 'failure-mode') return true;
    return !(next.get(from) ?? []).some((link) => link.to !== to && leads(link.to, to, new Set([from])));
  });
}
