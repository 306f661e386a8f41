import type { Scope, ScopeEvidence } from '../../../model/component.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import { strongestScopes, type AskingList } from '../locked/strongest-scopes.ts';
import type { UvEdge, UvLock, UvPackage } from './uv-lock-schema.ts';
import { folderOf, type FindNodes, type UvNode } from './uv-node.ts';

/** A list of a root: its dependencies, one of its extras or groups. */
export type UvSection = AskingList<UvEdge>;

/** The packages that a lockfile was made for: the members of the workspace, else the package beside it, else all own ones. */
export function uvRoots({ manifest }: UvLock, nodes: readonly UvNode[]): ReadonlySet<UvNode> {
  const members = new Set(manifest?.members);
  const own = nodes.filter((node) => node.own);
  const roots = own.filter(({ entry }) => (members.size > 0 ? members.has(entry.name) : folderOf(entry) === '.'));
  return new Set(roots.length > 0 ? roots : own);
}

/** What the roots, the workspace itself and a script ask for, each list with the scope that it gives. */
export function uvSections(
  { manifest }: UvLock,
  roots: ReadonlySet<UvNode>,
  at: (keyPath: KeyPath) => LinePlace,
): readonly UvSection[] {
  const list = (scope: Scope, reason: string, keyPath: KeyPath, edges: readonly UvEdge[]): UvSection => ({
    evidence: { scope, reason, at: at(keyPath) },
    edges,
  });
  const lists = (scope: Scope, kind: string, owner: string, keyPath: KeyPath, byName: UvPackage['dev-dependencies']) =>
    Object.entries(byName).map(([name, edges]) =>
      list(scope, `${kind} ${name} of ${owner}`, keyPath.concat(name), edges),
    );
  const ofRoots = [...roots].flatMap(({ entry: { name, ...entry }, index }) => {
    const key = (heading: string) => ['package', index, heading];
    return [
      list('runtime', `dependencies of ${name}`, key('dependencies'), entry.dependencies),
      lists('optional', 'extra', name, key('optional-dependencies'), entry['optional-dependencies']),
      lists('development', 'group', name, key('dev-dependencies'), entry['dev-dependencies']),
    ].flat();
  });
  const { members = [], requirements = [], 'dependency-groups': groups = {} } = manifest ?? {};
  // Early versions of uv kept a workspace's development dependencies where a script's requirements stand.
  const [scope, owner] =
    members.length > 0 ? (['development', 'workspace'] as const) : (['runtime', 'script'] as const);
  return [
    ...ofRoots,
    list(scope, `requirements of the ${owner}`, ['manifest', 'requirements'], requirements),
    ...lists('development', 'group', 'the workspace', ['manifest', 'dependency-groups'], groups),
  ].filter(({ edges }) => edges.length > 0);
}

/** The strongest scope in which the sections need each package. */
export function uvScopes(sections: readonly UvSection[], find: FindNodes): ReadonlyMap<UvNode, ScopeEvidence> {
  return strongestScopes(sections, find, (node, { extra }) => listsOf(node, extra));
}

/** What a package needs, and what the extras that are asked of it add. */
function listsOf({ entry }: UvNode, extras: readonly string[]): readonly (readonly UvEdge[])[] {
  const optional = entry['optional-dependencies'];
  const lists = extras.map((extra) => (Object.hasOwn(optional, extra) ? (optional[extra] ?? []) : []));
  return [entry.dependencies, ...lists].filter((edges) => edges.length > 0);
}
