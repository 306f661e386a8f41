import type { ScopeEvidence } from '../../model/component.ts';
import { strongestScopes, type AskingList } from '../python/locked/strongest-scopes.ts';
import { enabledDependencies } from './cargo-features.ts';
import type { CargoDependency, CargoManifest } from './cargo-manifest.ts';
import type { CargoNode } from './cargo-node.ts';
import { fitsCargoRequirement } from './cargo-requirement.ts';
import type { CargoWorkspace } from './cargo-workspace.ts';

/** A package of the product with its manifest and the packages that each of its dependencies is. */
export type CargoMember = {
  readonly node: CargoNode;
  readonly manifest: CargoManifest;
  readonly isMember: boolean;
  readonly needs: ReadonlyMap<CargoDependency, readonly CargoNode[]>;
};

/** Joins packages of the lockfile that lie in folders with the manifests of these; `edgesOf` gives what the lockfile says one needs. */
export function cargoMembers(
  nodes: readonly CargoNode[],
  { manifests, members }: CargoWorkspace,
  edgesOf: (node: CargoNode) => readonly CargoNode[],
): readonly CargoMember[] {
  const byName = Map.groupBy(manifests.values(), ({ name }) => name);
  return nodes.flatMap((node) => {
    const manifest = node.own ? byName.get(node.entry.name)?.[0] : undefined;
    if (manifest === undefined) return [];
    const edges = Map.groupBy(edgesOf(node), ({ entry }) => entry.name);
    const needs = manifest.dependencies.map(
      (dependency) => [dependency, meant(dependency, edges.get(dependency.name) ?? [])] as const,
    );
    return [{ node, manifest, isMember: members.has(manifest.file), needs: new Map(needs) }];
  });
}

/** Of the packages of one name that a package needs, the ones that a dependency can mean. */
function meant({ details, manifest }: CargoDependency, named: readonly CargoNode[]): readonly CargoNode[] {
  if (named.length < 2) return named;
  const kind = manifest !== undefined ? 'folder' : details.git !== undefined ? 'git' : 'registry';
  const fitting = named.filter(
    ({ source, entry }) =>
      source.kind === kind && (details.version === undefined || fitsCargoRequirement(entry.version, details.version)),
  );
  return fitting.length > 0 ? fitting : named;
}

/** The strongest scope in which the product needs each package, with the line of the Cargo.toml that leads to it. */
export function cargoScopes(
  members: readonly CargoMember[],
  workspace: CargoWorkspace,
  edgesOf: (node: CargoNode) => readonly CargoNode[],
): ReadonlyMap<CargoNode, ScopeEvidence> {
  const enabled = enabledDependencies(workspace);
  const byNode = new Map(members.map((member) => [member.node, member]));
  const asking = members.flatMap((member) => askingLists(member, enabled));
  const further = new Map<CargoNode, readonly CargoNode[]>();
  const furtherOf = (node: CargoNode) => {
    const member = byNode.get(node);
    const edges = further.get(node) ?? (member === undefined ? edgesOf(node) : shippedWith(member, enabled));
    further.set(node, edges);
    return [edges];
  };
  return strongestScopes(asking, (node) => [node], furtherOf);
}

/** What a package asks for as one that the product is made of; of one that members only need, its build tools. */
function askingLists(
  { isMember, needs, manifest }: CargoMember,
  enabled: ReadonlySet<CargoDependency>,
): readonly AskingList<CargoNode>[] {
  return [...needs]
    .filter(([{ table }, edges]) => edges.length > 0 && (isMember || table !== 'dependencies'))
    .map(([dependency, edges]) => {
      const { table, target, at } = dependency;
      const scope = table !== 'dependencies' ? 'development' : enabled.has(dependency) ? 'runtime' : 'optional';
      const which = `${scope === 'optional' ? 'optional ' : ''}${table} of ${manifest.name ?? ''}`;
      return { evidence: { scope, reason: `${which}${target === undefined ? '' : ` for ${target}`}`, at }, edges };
    });
}

/** What ships where a package ships; of one that is no member, the lockfile holds no more than is turned on. */
function shippedWith({ isMember, needs }: CargoMember, enabled: ReadonlySet<CargoDependency>): readonly CargoNode[] {
  return [...needs].flatMap(([dependency, edges]) =>
    dependency.table === 'dependencies' && (!isMember || enabled.has(dependency)) ? edges : [],
  );
}
