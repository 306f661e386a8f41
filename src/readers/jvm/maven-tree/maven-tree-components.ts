import type { Component, ScopeEvidence } from '../../../model/component.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { Graph } from '../../../model/inventory/inventory.ts';
import { mavenComponent, mavenKey, mavenName, mavenPurl } from '../maven-component.ts';
import { mavenScope } from '../maven-scope.ts';
import type { MavenAnswer, MavenTreeNode } from './maven-tree-node.ts';

/**
 * Makes components of the trees or the list in a file. A tree names each artefact once, under the nearest that needs
 * it; only one made with `-Dverbose` shows the other edges too, and that a node without children needs nothing.
 */
export function mavenTreeComponents(
  file: string,
  { nodes, projects }: MavenAnswer,
): { readonly components: readonly Component[]; readonly graph: Graph } {
  const trees = treesIn(nodes);
  const ownNames = new Set([...projects, ...trees.flatMap(({ root }) => (root === undefined ? [] : mavenName(root)))]);
  const verbose = trees.some(({ isVerbose }) => isVerbose);
  const components = trees.flatMap(({ root, winners, edges }) =>
    [...winners.values()]
      .toSorted((a, b) => a.line - b.line)
      .map((node): Component => {
        const at = { file, line: node.line };
        const isOwn = ownNames.has(mavenName(node));
        const evidence = scopeOf(node, node === root, at);
        const needs = edges.get(node);
        return {
          ...mavenComponent(node, at),
          ...(isOwn && { pinning: { kind: 'exact' } as const }),
          scope: evidence.scope,
          scopeEvidence: [evidence],
          relation: node.depth === undefined ? 'unknown' : node.depth <= 1 ? 'direct' : 'transitive',
          firstParty: isOwn,
          dependsOn: needs === undefined ? (verbose ? [] : undefined) : [...needs].toSorted(),
        };
      }),
  );
  return {
    components,
    graph: verbose ? 'complete' : trees.some(({ root }) => root !== undefined) ? 'partial' : 'none',
  };
}

/** One project's answer: the node that counts for each key, and what the nodes need. */
type Tree = {
  readonly root: MavenTreeNode | undefined;
  readonly winners: ReadonlyMap<string, MavenTreeNode>;
  readonly edges: ReadonlyMap<MavenTreeNode, ReadonlySet<string>>;
  /** Whether an artefact is named more than once, which only a verbose tree does. */
  readonly isVerbose: boolean;
};

function treesIn(nodes: readonly MavenTreeNode[]): readonly Tree[] {
  const groups: MavenTreeNode[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    const startsNew =
      node.depth === 0 || last === undefined || (node.depth === undefined) !== (last[0]?.depth === undefined);
    if (startsNew) groups.push([node]);
    else last.push(node);
  }
  return groups.map(treeOf);
}

function treeOf(nodes: readonly MavenTreeNode[]): Tree {
  const winners = new Map<string, MavenTreeNode>();
  for (const node of nodes) {
    const best = winners.get(mavenKey(node));
    const isNearer = best === undefined || (node.depth ?? 0) < (best.depth ?? 0);
    if (!node.omitted && isNearer) winners.set(mavenKey(node), node);
  }
  const edges = new Map<MavenTreeNode, Set<string>>();
  const above: MavenTreeNode[] = [];
  for (const node of nodes) {
    if (node.depth === undefined) continue;
    above.length = node.depth;
    const parent = above.at(-1);
    above.push(node);
    const from = parent && winners.get(mavenKey(parent));
    const to = winners.get(mavenKey(node));
    if (parent === undefined || from?.version !== parent.version || to === undefined) continue;
    const needs = edges.get(from) ?? new Set<string>();
    edges.set(from, needs.add(mavenPurl(to)));
  }
  const root = nodes[0]?.depth === 0 ? nodes[0] : undefined;
  return { root, winners, edges, isVerbose: root !== undefined && winners.size < nodes.length };
}

function scopeOf(node: MavenTreeNode, isRoot: boolean, at: LinePlace): ScopeEvidence {
  if (isRoot) return { scope: 'runtime', reason: 'the project that Maven was asked about', at };
  return { ...mavenScope(node.scope, node.optional), at };
}
