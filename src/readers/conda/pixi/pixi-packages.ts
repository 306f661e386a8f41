import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Component, Relation, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { relock } from '../../python/locked/read-hashes.ts';
import { archivedComponent } from '../archived-component.ts';
import type { PixiInstallation } from './pixi-environments.ts';
import type { PixiAsked } from './pixi-manifest.ts';
import { pixiNeeds } from './pixi-needs.ts';
import type { PixiNode } from './pixi-node.ts';
import { strongestEvidence } from '../strongest-evidence.ts';

/** Makes one component of the entries of a package and version, which stand once for each platform and build. */
export function readPixiPackages(
  nodes: readonly PixiNode[],
  installations: readonly PixiInstallation[],
  asked: PixiAsked | undefined,
): Reading {
  const groups = [...Map.groupBy(nodes, identityOf).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ group: [first, ...others] as const, ...factsOf(first, others) }],
  );
  const purls = new Map(groups.flatMap(({ group, facts }) => group.map((node) => [node, facts.purl] as const)));
  const { targets, missing } = pixiNeeds(nodes, installations, asked?.pypi ?? []);
  const installed = scopesByNode(installations);
  const pypi = new Set(asked?.pypi.map(({ name }) => name));
  const neededBy = (one: PixiNode) => [...(targets.get(one) ?? [])];
  const needed = new Set(nodes.flatMap(neededBy));
  const neededByOwn = new Set(nodes.filter(({ own }) => own).flatMap(neededBy));
  const relationOf = (group: readonly PixiNode[]): Relation => {
    const isAsked = ({ manager, name }: PixiNode) => (manager === 'conda' ? asked?.conda : pypi)?.has(name) === true;
    if (group.some((node) => node.own || neededByOwn.has(node) || isAsked(node))) return 'direct';
    return asked !== undefined && group.some((node) => needed.has(node)) ? 'transitive' : 'unknown';
  };
  const components = groups.map(({ group, facts }): Component => {
    const evidence = scopeOf(group, installed);
    const needs = group.flatMap(neededBy).flatMap((node) => purls.get(node) ?? []);
    return {
      ...facts,
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: relationOf(group),
      firstParty: group.some(({ own }) => own),
      dependsOn: [...new Set(needs)].filter((purl) => purl !== facts.purl).toSorted(),
    };
  });
  const diagnostics = [
    ...groups.flatMap(({ problems }) => problems),
    ...[...missing].map(([node, names]) => gap(node, names)),
  ];
  return { components, graph: 'complete', diagnostics };
}

/** Builds of one version are one component, unless another channel made them. */
function identityOf({ manager, name, version, own, ...node }: PixiNode): string {
  return JSON.stringify([manager, name, version, own, 'listed' in node ? node.listed.archive.channel : undefined]);
}

function factsOf(first: PixiNode, others: readonly PixiNode[]): ReturnType<typeof archivedComponent> {
  if (first.manager === 'conda') {
    const listed = others.flatMap((node) => (node.manager === 'conda' ? node.listed : []));
    return archivedComponent(first.name, first.version, [first.listed, ...listed]);
  }
  const all = [first, ...others.flatMap((node) => (node.manager === 'pypi' ? node : []))];
  const hashes = all.flatMap(({ facts }) => facts.hashes);
  const isOnly = all.every(({ facts }) => facts.download === first.facts.download);
  const facts = {
    ...first.facts,
    hashes: [...new Map(hashes.map((hash) => [hash.value, hash])).values()],
    download: isOnly ? first.facts.download : undefined,
  };
  return { facts, problems: all.flatMap(({ problems }) => problems) };
}

function scopesByNode(installations: readonly PixiInstallation[]): ReadonlyMap<PixiNode, ReadonlySet<ScopeEvidence>> {
  const found = new Map<PixiNode, Set<ScopeEvidence>>();
  for (const { evidence, nodes } of installations)
    for (const node of nodes) found.set(node, (found.get(node) ?? new Set()).add(evidence));
  return found;
}

/** The strongest scope of all environments that hold one of the entries. */
function scopeOf(
  group: readonly [PixiNode, ...PixiNode[]],
  installed: ReadonlyMap<PixiNode, ReadonlySet<ScopeEvidence>>,
): ScopeEvidence {
  const found = strongestEvidence(group.flatMap((node) => [...(installed.get(node) ?? [])]));
  return found ?? { scope: 'unknown', reason: 'no environment holds it', at: group[0].at };
}

function gap({ name, at }: PixiNode, missing: ReadonlySet<string>): Diagnostic {
  const names = [...missing].map(quote).join(', ');
  return entryProblem(at, `${name} needs ${names}, which an environment of this lockfile does not hold`, relock);
}
