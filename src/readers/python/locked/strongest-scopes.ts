import type { Scope, ScopeEvidence } from '../../../model/component.ts';

/** A list in which the product asks for packages, such as its dependencies, an extra or a group, and the scope that this gives. */
export type AskingList<Edge> = { readonly evidence: ScopeEvidence; readonly edges: readonly Edge[] };

/**
 * The strongest scope in which each package is needed, with the list that leads to it by the fewest steps. `find` gives
 * the packages of an edge, `listsOf` what a package that an edge led to needs in turn: the same lists each time.
 */
export function strongestScopes<Edge, Node>(
  asking: readonly AskingList<Edge>[],
  find: (edge: Edge) => readonly Node[],
  listsOf: (node: Node, edge: Edge) => readonly (readonly Edge[])[],
): ReadonlyMap<Node, ScopeEvidence> {
  const found = new Map<Node, ScopeEvidence>();
  for (const scope of strongestFirst) {
    const walked = new Set<readonly Edge[]>();
    const queue = asking.filter(({ evidence }) => evidence.scope === scope);
    for (const { edges, evidence } of queue) {
      if (walked.has(edges)) continue;
      walked.add(edges);
      for (const edge of edges) {
        for (const node of find(edge)) {
          if (!found.has(node)) found.set(node, evidence);
          for (const next of listsOf(node, edge)) if (!walked.has(next)) queue.push({ edges: next, evidence });
        }
      }
    }
  }
  return found;
}

const strongestFirst: readonly Scope[] = ['runtime', 'optional', 'development'];
