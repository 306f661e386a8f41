import type { Component } from '../../../model/component.ts';
import type { Inventory } from '../../../model/inventory/inventory.ts';

/** How much of what something needs is known: all of it, a part, or nobody can tell. */
export type Completeness = 'complete' | 'incomplete' | 'unknown';

/** A component in the graph of a document. */
export type GraphNode = {
  /** Its package URL; a second component of the same package URL gets a number. Unique in the document. */
  readonly ref: string;
  readonly component: Component;
  /** The `ref`s of what it needs, sorted; each is in the graph. */
  readonly dependsOn: readonly string[];
  readonly completeness: Completeness;
  /** Package URLs that it needs and that the inventory does not hold. */
  readonly missing: readonly string[];
  /** True when no file says what needs it, so that only the product can be named. */
  readonly unclaimed: boolean;
};

/** The components of a product, sorted by `ref`, and what the product itself needs; from it every component is reached. */
export type DependencyGraph = {
  readonly nodes: readonly GraphNode[];
  readonly product: Pick<GraphNode, 'dependsOn' | 'completeness'>;
};

/** Joins the components of an inventory to one graph without orphans and without edges into the void; cycles stay. */
export function dependencyGraph({ components, files }: Inventory): DependencyGraph {
  const refs = referencesOf(components);
  const rows = [...refs.values()].flat();
  const edges = new Map(rows.map(({ ref, component }) => [ref, edgesOf(component, refs)]));
  const direct = rows
    .filter(({ component }) => component.firstParty || component.relation === 'direct')
    .map(({ ref }) => ref);
  const unclaimed = rootsOutside(direct, edges);
  const nodes = rows.map(({ ref, component }): GraphNode => {
    const missing = (component.dependsOn ?? []).filter((purl) => !refs.has(purl)).toSorted();
    return {
      ref,
      component,
      dependsOn: edges.get(ref) ?? [],
      completeness: component.dependsOn === undefined ? 'unknown' : missing.length > 0 ? 'incomplete' : 'complete',
      missing: [...new Set(missing)],
      unclaimed: unclaimed.has(ref),
    };
  });
  const unread = files.some(({ status }) => status === 'not-understood');
  return {
    nodes: sortedBy(nodes, ({ ref }) => ref),
    product: {
      dependsOn: [...direct, ...unclaimed].toSorted(),
      completeness: unread ? 'incomplete' : unclaimed.size > 0 ? 'unknown' : 'complete',
    },
  };
}

type Row = { readonly ref: string; readonly component: Component };
type References = ReadonlyMap<string, readonly Row[]>;
type Edges = ReadonlyMap<string, readonly string[]>;

function referencesOf(components: readonly Component[]): References {
  const byPurl = Map.groupBy(components, ({ purl }) => purl);
  return new Map(
    [...byPurl].map(([purl, same]) => {
      const sorted = same.length === 1 ? same : sortedBy(same, (component) => JSON.stringify(component));
      return [
        purl,
        sorted.map((component, index) => ({ ref: index === 0 ? purl : `${purl} (${index + 1})`, component })),
      ];
    }),
  );
}

function edgesOf({ dependsOn = [] }: Component, refs: References): readonly string[] {
  return [...new Set(dependsOn)].flatMap((purl) => refs.get(purl)?.map(({ ref }) => ref) ?? []).toSorted();
}

/**
 * The fewest nodes from which everything is reached that `starts` do not reach. Nodes are tried in the reverse order in
 * which a depth-first walk leaves them, so that of a cycle nobody enters one node is taken, and none below it.
 */
function rootsOutside(starts: readonly string[], edges: Edges): ReadonlySet<string> {
  const reached = new Set<string>();
  walk(starts, edges, reached);
  const left = walk([...edges.keys()].toSorted(), edges, new Set(reached)).toReversed();
  return new Set(
    left.filter((ref) => {
      const isRoot = !reached.has(ref);
      if (isRoot) walk([ref], edges, reached);
      return isRoot;
    }),
  );
}

/** Walks depth first from the starts in turn, notes each node in `reached`, and gives them in the order of leaving. */
function walk(starts: readonly string[], edges: Edges, reached: Set<string>): readonly string[] {
  const left: string[] = [];
  const path: { readonly ref: string; readonly next: Iterator<string> }[] = [];
  const enter = (ref: string) => {
    if (reached.has(ref)) return;
    reached.add(ref);
    path.push({ ref, next: (edges.get(ref) ?? []).values() });
  };
  for (const start of starts) {
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done === true) left.push(path.pop()?.ref ?? top.ref);
      else enter(step.value);
    }
  }
  return left;
}

function sortedBy<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return values
    .map((value) => [key(value), value] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, value]) => value);
}
