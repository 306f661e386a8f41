import type { Scope } from '../../../model/component.ts';
import type { Completeness, DependencyGraph, GraphNode } from '../facts/dependency-graph.ts';
import { noAssertionElement, noneElement, type Spdx3Element, type Spdx3Maker } from './spdx3-element.ts';
import { spdx3PackageName } from './spdx3-packages.ts';

/** Who needs whom, for what, and how far that is known: an edge for each use that its targets have. */
export function spdx3Edges({ nodes, product }: DependencyGraph, maker: Spdx3Maker): readonly Spdx3Element[] {
  const targets = new Map(
    nodes.map((node) => [node.ref, { id: maker.idOf(spdx3PackageName(node)), scope: node.component.scope }]),
  );
  const needs = (owner: string, { dependsOn, completeness }: Pick<GraphNode, 'dependsOn' | 'completeness'>) => {
    const needed = Map.groupBy(
      dependsOn.flatMap((ref) => targets.get(ref) ?? []),
      ({ scope }) => scope,
    );
    if (needed.size === 0) return [edge(owner, 'unknown', [nobody(completeness)], completeness, maker)];
    return scopes.flatMap((scope) => {
      const to = needed.get(scope)?.map(({ id }) => id);
      return to === undefined ? [] : [edge(owner, scope, to, completeness, maker)];
    });
  };
  return [...needs('Product', product), ...nodes.flatMap((node) => needs(spdx3PackageName(node), node))];
}

const scopes: readonly Scope[] = ['runtime', 'optional', 'development', 'unknown'];

function edge(
  owner: string,
  scope: Scope,
  to: readonly string[],
  completeness: Completeness,
  { idOf, make }: Spdx3Maker,
): Spdx3Element {
  const { type, ...facts } = uses[scope];
  const name = `${owner}-needs${scope === 'unknown' ? '' : `-${scope}`}`;
  return make(type, name, { from: idOf(owner), ...facts, to, completeness: words[completeness] });
}

/** A list may not be empty: an individual says that nothing is needed, or that nobody knows. */
function nobody(completeness: Completeness): string {
  return completeness === 'complete' ? noneElement : noAssertionElement;
}

const words: Readonly<Record<Completeness, string>> = {
  complete: 'complete',
  incomplete: 'incomplete',
  unknown: 'noAssertion',
};

/** What the files say of the use of a target; of what they do not tell the edge says nothing. */
const uses: Readonly<
  Record<Scope, { readonly type: string; readonly relationshipType: string; readonly scope?: string }>
> = {
  runtime: { type: 'LifecycleScopedRelationship', relationshipType: 'dependsOn', scope: 'runtime' },
  development: { type: 'LifecycleScopedRelationship', relationshipType: 'dependsOn', scope: 'development' },
  optional: { type: 'Relationship', relationshipType: 'hasOptionalDependency' },
  unknown: { type: 'Relationship', relationshipType: 'dependsOn' },
};
