/** An entry of a dependency graph: a reference, and the references of what it needs. */
export type GraphEntry = { readonly from: string; readonly to: readonly string[] };

/** Who needs whom in an SBOM, by reference. */
export type DependencyGraph = {
  /** What a reference needs; `undefined` when the graph has no entry for it, which means that nobody knows. */
  readonly needsOf: (ref: string) => readonly string[] | undefined;
  /** How the roots come by a reference; `unknown` when no path leads there. */
  readonly relationOf: (ref: string) => 'direct' | 'transitive' | 'unknown';
};

/** Joins the entries of a graph and walks it once from the roots. */
export function dependencyGraph(entries: readonly GraphEntry[], roots: readonly string[]): DependencyGraph {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of entries) {
    const known = edges.get(from) ?? new Set();
    for (const target of to) known.add(target);
    edges.set(from, known);
  }
  const direct = new Set(roots.flatMap((root) => edges.get(root)?.values().toArray() ?? []));
  const reached = new Set(direct);
  for (const ref of reached) for (const next of edges.get(ref) ?? []) reached.add(next);
  return {
    needsOf: (ref) => edges.get(ref)?.values().toArray(),
    relationOf: (ref) => (direct.has(ref) ? 'direct' : reached.has(ref) ? 'transitive' : 'unknown'),
  };
}
