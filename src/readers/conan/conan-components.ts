import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { conanComponent, type ConanReference } from './conan-reference.ts';

/** A node of a graph of Conan; those it needs are named by their ids. */
export type ConanNode = {
  readonly id: string;
  readonly at: LinePlace;
  /** Undefined for a conanfile without a name. */
  readonly reference: ConanReference | undefined;
  /** Whether it is a conanfile of the product itself. */
  readonly isLocal: boolean;
  /** Whether it is made for the machine that builds, not for the target. */
  readonly isForBuild: boolean;
  readonly requires: readonly string[];
  /** What it needs to be built or tested. */
  readonly buildRequires: readonly string[];
  /** Recipes whose code its own recipe uses. */
  readonly pythons: readonly ConanReference[];
  readonly facts?: Partial<Component>;
};

/** Makes components of a whole graph of Conan: what its root requires for the target ships, what only building takes does not. */
export function conanComponents(nodes: readonly ConanNode[]): readonly Component[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const roots = rootsOf(nodes);
  const rootIds = new Set(roots.map(({ id }) => id));
  const direct = new Set(roots.flatMap(({ requires, buildRequires }) => [...requires, ...buildRequires]));
  const shipped = reach(roots, byId, ({ requires }) => requires);
  const met = reach(roots, byId, ({ requires, buildRequires }) => [...requires, ...buildRequires]);
  return nodes.flatMap((node): Component[] => {
    const { id, at, reference, isLocal, pythons, requires, buildRequires, facts } = node;
    const isRoot = rootIds.has(id);
    const ofPythons = pythons.map((one): Component => {
      const evidence: ScopeEvidence = {
        scope: 'development',
        reason: '"python_requires", code that recipes share',
        at,
      };
      const relation = isRoot && isLocal ? 'direct' : 'transitive';
      return { ...conanComponent(one, at), scope: evidence.scope, scopeEvidence: [evidence], relation };
    });
    if (reference === undefined) return ofPythons;
    const evidence = { ...scopeOf(node, shipped, met), at };
    const needed = [...requires, ...buildRequires].flatMap((to) => byId.get(to)?.reference ?? []);
    const component: Component = {
      ...conanComponent(reference, at),
      ...facts,
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: isRoot || direct.has(id) ? 'direct' : 'transitive',
      firstParty: isLocal,
      dependsOn: [...new Set([...needed, ...pythons].map((one) => conanComponent(one, at).purl))].toSorted(),
    };
    return [component, ...ofPythons];
  });
}

/** A lockfile that was made for a reference has no conanfile: its root is the node that nobody needs. */
function rootsOf(nodes: readonly ConanNode[]): readonly ConanNode[] {
  const local = nodes.filter(({ isLocal }) => isLocal);
  if (local.length > 0) return local;
  const needed = new Set(nodes.flatMap(({ requires, buildRequires }) => [...requires, ...buildRequires]));
  return nodes.filter(({ id }) => !needed.has(id));
}

function reach(
  roots: readonly ConanNode[],
  byId: ReadonlyMap<string, ConanNode>,
  next: (node: ConanNode) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...roots];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (reached.has(node.id)) continue;
    reached.add(node.id);
    for (const each of next(node).flatMap((id) => byId.get(id) ?? [])) open.push(each);
  }
  return reached;
}

function scopeOf(
  { id, isForBuild }: ConanNode,
  shipped: ReadonlySet<string>,
  met: ReadonlySet<string>,
): Omit<ScopeEvidence, 'at'> {
  if (isForBuild) return { scope: 'development', reason: 'context "build"' };
  if (shipped.has(id)) return { scope: 'runtime', reason: 'required for the target, all the way from the root' };
  return met.has(id)
    ? { scope: 'development', reason: 'required only to build or to test' }
    : { scope: 'unknown', reason: 'no path leads to it from the root' };
}
