import { entryProblem } from '../../base/reading.ts';
import { quote } from '../../base/quote.ts';
import type { Component, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import type { CargoLock } from './cargo-lock-schema.ts';
import { cargoFinder, cargoNode, type CargoNode } from './cargo-node.ts';
import { cargoNotes } from './cargo-notes.ts';
import { cargoMembers, cargoScopes } from './cargo-scopes.ts';
import type { CargoWorkspace } from './cargo-workspace.ts';

/** Makes components of a lockfile's packages, with scope and relation by what the product's Cargo.toml files ask for. */
export function readCargoPackages(
  file: string,
  lock: CargoLock,
  workspace: CargoWorkspace,
  lineOf: (path: KeyPath) => number,
): Reading {
  const nodes = [
    ...(lock.root === undefined ? [] : [cargoNode(lock.root, lock.metadata, { file, line: lineOf(['root']) })]),
    ...lock.package.map((entry, index) => cargoNode(entry, lock.metadata, { file, line: lineOf(['package', index]) })),
  ];
  const diagnostics: Diagnostic[] = [];
  const edges = edgesIn(nodes, diagnostics);
  const edgesOf = (node: CargoNode) => edges.get(node) ?? [];
  const members = cargoMembers(nodes, workspace, edgesOf);
  const scopes = cargoScopes(members, workspace, edgesOf);
  const built = new Set(members.filter(({ isMember }) => isMember).map(({ node }) => node));
  const direct = new Set(nodes.filter(({ own }) => own).flatMap(edgesOf));
  const needed = new Set(nodes.flatMap(edgesOf));
  const components = nodes.map((node): Component => {
    const evidence = built.has(node)
      ? memberEvidence(node)
      : (scopes.get(node) ?? noEvidence(node, members.length > 0));
    return {
      ...node.facts,
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: node.own || direct.has(node) ? 'direct' : needed.has(node) ? 'transitive' : 'unknown',
      firstParty: node.own,
      dependsOn: [...new Set(edgesOf(node).map(({ facts }) => facts.purl))].toSorted(),
    };
  });
  return {
    components,
    graph: 'complete',
    diagnostics: [...diagnostics, ...cargoNotes({ file, lock, nodes, members, workspace })],
  };
}

function edgesIn(nodes: readonly CargoNode[], diagnostics: Diagnostic[]): ReadonlyMap<CargoNode, readonly CargoNode[]> {
  const find = cargoFinder(nodes);
  return new Map(
    nodes.map((node) => [
      node,
      node.entry.dependencies.flatMap((dependency) => {
        const found = find(dependency);
        if (found !== undefined) return [found];
        const message = `${node.entry.name} needs ${quote(dependency)}, which this lockfile does not hold`;
        diagnostics.push(entryProblem(node.at, message, 'Run cargo generate-lockfile and commit Cargo.lock.'));
        return [];
      }),
    ]),
  );
}

function memberEvidence({ at }: CargoNode): ScopeEvidence {
  return { scope: 'runtime', reason: 'a package that the lockfile was made for', at };
}

function noEvidence({ at }: CargoNode, isAnyKnown: boolean): ScopeEvidence {
  const reason = isAnyKnown
    ? 'no Cargo.toml that was found asks for it'
    : 'Cargo.lock does not tell; Cargo.toml was not found';
  return { scope: 'unknown', reason, at };
}
