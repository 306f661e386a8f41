/** An entry of a dependency graph: a reference, and the references of what it needs. */
export type GraphEntry = { readonly ref: string; readonly dependsOn: readonly string[] };

/** Who needs whom in a bill of materials, by reference. */
export type DependencyGraph = {
  /** What a reference needs; `undefined` when the graph has no entry for it, which means that nobody knows. */
  readonly needsOf: (ref: string) => readonly string[] | undefined;
  /** How the root comes by a reference; `unknown` when no path leads there. */
  readonly relationOf: (ref: string) => 'direct' | 'transitive' | 'unknown';
};

/** Joins the entries of a graph and walks it once from the root. */
export function dependencyGraph(entries: readonly GraphEntry[], root: string | undefined): DependencyGraph {
  const edges = new Map<string, Set<string>>();
  for (const { ref, dependsOn } of entries) {
    const known = edges.get(ref) ?? new Set();
    for (const target of dependsOn) known.add(target);
    edges.set(ref, known);
  }
  const direct = new Set(root === undefined ? [] : edges.get(root));
  const reached = new Set(direct);
  for (const ref of reached) for (const next of edges.get(ref) ?? []) reached.add(next);
  return {
    needsOf: (ref) => edges.get(ref)?.values().toArray(),
    relationOf: (ref) => (direct.has(ref) ? 'direct' : reached.has(ref) ? 'transitive' : 'unknown'),
  };
}
