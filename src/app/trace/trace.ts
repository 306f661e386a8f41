import { UsageError } from '../../base/errors.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { TraceGraph } from '../../model/trace.ts';
import { check } from '../check/check.ts';
import type { Host } from '../host.ts';
import { findNode } from './find-node.ts';
import { traceTrees, type TraceTree, type TraceTrees } from './trace-tree.ts';

/** The whole chain through one id, as trees and as a graph. */
export type TracedId = TraceTrees & { readonly graph: TraceGraph };

/** Follows an id up to what it can lead to and down to what it rests on. Throws `UsageError` for an id that is not known. */
export async function trace(host: Host, wanted: string): Promise<TracedId> {
  const { dossier, diagnostics } = await check(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  const start = findNode(dossier, wanted);
  const trees = traceTrees(dossier.trace, start);
  const ids = new Set([start, ...idsIn(trees.up), ...idsIn(trees.down)]);
  const graph = {
    start,
    nodes: new Map([...dossier.trace.nodes].filter(([id]) => ids.has(id))),
    links: dossier.trace.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    faults: faultsByNode(dossier, diagnostics),
  };
  return { ...trees, graph };
}

function idsIn(trees: readonly TraceTree[]): readonly string[] {
  return trees.flatMap(({ node, children }) => [node.id, ...idsIn(children)]);
}

/** Gives each diagnostic to the innermost node that its place lies in; what results of tests lack is told at the test, and what an anomaly does at it. */
function faultsByNode({ trace: { nodes } }: Dossier, diagnostics: readonly Diagnostic[]): TraceGraph['faults'] {
  const byPlace = new Map<string, string>();
  for (const { id, place } of nodes.values())
    if (place !== undefined && 'keyPath' in place && id !== '') {
      const key = JSON.stringify([place.file, ...place.keyPath]);
      if (!byPlace.has(key)) byPlace.set(key, id);
    }
  const faults = new Map<string, string[]>();
  for (const { rule, message, place, anomaly } of diagnostics) {
    if (!('keyPath' in place) || /-(?:result|stale)$/.test(rule)) continue;
    const id = anomaly !== undefined && nodes.has(anomaly) ? anomaly : nodeAt(byPlace, place.file, place.keyPath);
    if (id !== undefined) faults.set(id, [...(faults.get(id) ?? []), message]);
  }
  return faults;
}

function nodeAt(
  byPlace: ReadonlyMap<string, string>,
  file: string,
  keyPath: readonly (string | number)[],
): string | undefined {
  for (let length = keyPath.length; length > 0; length--) {
    const id = byPlace.get(JSON.stringify([file, ...keyPath.slice(0, length)]));
    if (id !== undefined) return id;
  }
  return byPlace.get(JSON.stringify([file, 'soup']));
}
