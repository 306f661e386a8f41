import { isMet, readMarker, type Marker } from '../../python/needs/marker.ts';
import { readNeed, type Need } from '../../python/needs/need.ts';
import { registryName } from '../../python/pypi-package.ts';
import { isVirtual, nameInSpec } from '../conda-package.ts';
import type { PixiInstallation } from './pixi-environments.ts';
import type { PixiNode } from './pixi-node.ts';

/** What each package needs within the environments and on the platforms where it is installed. */
export type PixiNeeds = {
  readonly targets: ReadonlyMap<PixiNode, ReadonlySet<PixiNode>>;
  /** What packages of conda need and an environment lacks. */
  readonly missing: ReadonlyMap<PixiNode, ReadonlySet<string>>;
};

/** Finds who needs whom; `asked` are the packages of a registry of Python that the project asks for, with their extras. */
export function pixiNeeds(
  nodes: readonly PixiNode[],
  installations: readonly PixiInstallation[],
  asked: readonly Need[],
): PixiNeeds {
  const targets = new Map(nodes.map((node) => [node, new Set<PixiNode>()]));
  const missing = new Map<PixiNode, Set<string>>();
  const condaNeeds = new Map(nodes.map((node) => [node, namesIn(node.entry.depends)]));
  const pypiNeeds = activeNeeds(nodes, asked);
  for (const installation of installations) {
    const conda = byName(installation, 'conda');
    const pypi = new Map([...byMappedName(installation), ...byName(installation, 'pypi')]);
    for (const node of installation.nodes) {
      const found = targets.get(node);
      for (const name of condaNeeds.get(node) ?? []) {
        const target = conda.get(name);
        if (target !== undefined) found?.add(target);
        else missing.set(node, (missing.get(node) ?? new Set()).add(name));
      }
      for (const { name } of pypiNeeds.get(node) ?? []) {
        const target = pypi.get(name) ?? conda.get(name);
        if (target !== undefined && target !== node) found?.add(target);
      }
    }
  }
  return { targets, missing };
}

function namesIn(depends: PixiNode['entry']['depends']): readonly string[] {
  return (depends || []).map(nameInSpec).filter((name) => !isVirtual(name));
}

function byName({ nodes }: PixiInstallation, manager: PixiNode['manager']): ReadonlyMap<string, PixiNode> {
  return new Map(nodes.filter((node) => node.manager === manager).map((node) => [node.name, node]));
}

/** Packages of conda by the names that the lockfile says they have among those of Python. */
function byMappedName({ nodes }: PixiInstallation): ReadonlyMap<string, PixiNode> {
  return new Map(
    nodes.flatMap((node) =>
      (node.entry.purls || []).flatMap((purl) => {
        const [, name] = /^pkg:pypi\/([^@?#]+)/.exec(purl) ?? [];
        return name === undefined ? [] : [[registryName(name), node] as const];
      }),
    ),
  );
}

type Conditional = { readonly need: Need; readonly marker: Marker | undefined };

/** The needs of each package of a registry of Python, with those of the extras that anybody asks for. */
function activeNeeds(nodes: readonly PixiNode[], asked: readonly Need[]): ReadonlyMap<PixiNode, readonly Need[]> {
  const read = new Map(nodes.map((node) => [node, conditionalNeeds(node)]));
  const named = Map.groupBy(nodes, ({ name }) => name);
  const extras = new Map<string, Set<string>>();
  const active = (node: PixiNode) =>
    (read.get(node) ?? [])
      .filter(
        ({ marker }) =>
          marker === undefined ||
          isMet(marker, ({ variable, operator, value }) => {
            if (variable !== 'extra') return true;
            return (extras.get(node.name)?.has(registryName(value)) === true) === (operator === '==');
          }),
      )
      .map(({ need }) => need);
  const queue = [asked, ...nodes.map(active)];
  for (const needs of queue) {
    for (const need of needs) {
      const known = extras.get(need.name) ?? new Set<string>();
      const fresh = need.extras.filter((extra) => !known.has(extra));
      if (fresh.length === 0) continue;
      extras.set(need.name, new Set([...known, ...fresh]));
      for (const each of (named.get(need.name) ?? []).map(active)) queue.push(each);
    }
  }
  return new Map(nodes.map((node) => [node, active(node)]));
}

function conditionalNeeds({ entry }: PixiNode): readonly Conditional[] {
  return (entry.requires_dist || []).flatMap((text) => {
    const need = readNeed(text);
    if (need === undefined) return [];
    return [{ need, marker: need.marker === undefined ? undefined : readMarker(need.marker) }];
  });
}
