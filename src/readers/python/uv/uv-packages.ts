import { entryProblem } from '../../../base/reading.ts';
import type { Component, Relation, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath } from '../../../model/place.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import type { UvEdge, UvLock, UvPackage } from './uv-lock-schema.ts';
import { nodeFinder, uvNode, type FindNodes, type UvNode } from './uv-node.ts';
import { uvRoots, uvScopes, uvSections } from './uv-scopes.ts';

/** Makes components of a lockfile's packages, with scope and relation by what its roots ask for. */
export function readUvPackages(file: string, lock: UvLock, lineOf: (path: KeyPath) => number): Reading {
  const at = (keyPath: KeyPath) => ({ file, line: lineOf(keyPath) });
  const diagnostics: Diagnostic[] = [];
  const nodes = lock.package.map((entry, index) => uvNode(entry, index, at(['package', index]), diagnostics));
  const find = nodeFinder(nodes);
  const roots = uvRoots(lock, nodes);
  const sections = uvSections(lock, roots, at);
  const scopes = uvScopes(sections, find);
  const asked = [
    ...sections.map(({ edges }) => edges),
    ...nodes.filter(({ own }) => own).map(({ entry }) => edgesOf(entry)),
  ];
  const direct = new Set(asked.flat().flatMap(find));
  const components = nodes.map((node) => {
    const evidence = roots.has(node) ? rootEvidence(node) : (scopes.get(node) ?? noEvidence(node));
    const relation = node.own || direct.has(node) ? 'direct' : scopes.has(node) ? 'transitive' : 'unknown';
    return component(node, evidence, relation, needs(node, find, diagnostics));
  });
  return { components, graph: 'complete', diagnostics };
}

function component(
  { own, facts }: UvNode,
  evidence: ScopeEvidence,
  relation: Relation,
  dependsOn: readonly string[],
): Component {
  return { ...facts, scope: evidence.scope, scopeEvidence: [evidence], relation, firstParty: own, dependsOn };
}

function rootEvidence({ at }: UvNode): ScopeEvidence {
  return { scope: 'runtime', reason: 'a package that the lockfile was made for', at };
}

function noEvidence({ at }: UvNode): ScopeEvidence {
  return { scope: 'unknown', reason: 'nothing that the lockfile was made for needs it', at };
}

function needs({ entry, at }: UvNode, find: FindNodes, diagnostics: Diagnostic[]): string[] {
  const purls = new Set<string>();
  for (const edge of edgesOf(entry)) {
    const found = find(edge);
    for (const { facts } of found) purls.add(facts.purl);
    if (found.length > 0) continue;
    const asked = edge.version === undefined ? `"${edge.name}"` : `"${edge.name}" ${edge.version}`;
    const message = `${entry.name} needs ${asked}, which this lockfile does not hold`;
    diagnostics.push(entryProblem(at, message, 'Run uv lock and commit the lockfile.'));
  }
  return [...purls].toSorted();
}

/** What an entry asks for under any heading; of a foreign package uv keeps only the extras that somebody uses. */
function edgesOf(entry: UvPackage): readonly UvEdge[] {
  return [
    entry.dependencies,
    ...Object.values(entry['optional-dependencies']),
    ...Object.values(entry['dev-dependencies']),
  ].flat();
}
