import type { ScopeEvidence } from '../../../model/component.ts';
import type { SbomDependency, SbomDocument } from '../../../model/inventory/sbom-document.ts';

/** What the edges of a document tell about the use of the elements that they lead to; the strongest use comes first. */
export function scopesByEdge(document: SbomDocument): ReadonlyMap<string, readonly ScopeEvidence[]> {
  const byRef = new Map<string, ScopeEvidence[]>();
  for (const { to, scope, stated, at } of document.dependencies) {
    if (scope === undefined) continue;
    for (const ref of to) {
      const known = byRef.get(ref) ?? [];
      if (!known.some((one) => one.scope === scope)) known.push({ scope, reason: stated, at });
      byRef.set(ref, known);
    }
  }
  for (const known of byRef.values()) known.sort((a, b) => order.indexOf(a.scope) - order.indexOf(b.scope));
  for (const [ref, way] of onlyForDevelopment(document)) {
    const known = byRef.get(ref) ?? [];
    if (known.every(({ scope }) => scope === 'optional')) byRef.set(ref, [way]);
  }
  return byRef;
}

const order: readonly ScopeEvidence['scope'][] = ['runtime', 'optional', 'development', 'unknown'];

/** What no way leads to from the product but through an edge for development, each with that edge. */
function onlyForDevelopment({ subjects, dependencies }: SbomDocument): ReadonlyMap<string, ScopeEvidence> {
  const found = new Map<string, ScopeEvidence>();
  if (!dependencies.some(({ scope }) => scope === 'development')) return found;
  const edges = Map.groupBy(dependencies, ({ from }) => from);
  const shipped = new Set(subjects.flatMap(({ ref }) => ref ?? []));
  const ways: SbomDependency[] = [];
  for (const ref of shipped)
    for (const edge of edges.get(ref) ?? []) {
      if (edge.scope === 'development') ways.push(edge);
      else for (const to of edge.to) shipped.add(to);
    }
  for (const { to: first, stated, at } of ways) {
    const evidence = { scope: 'development' as const, reason: `reached through ${stated} alone`, at };
    const reached = new Set(first.filter((ref) => !shipped.has(ref) && !found.has(ref)));
    for (const ref of reached) {
      found.set(ref, evidence);
      for (const edge of edges.get(ref) ?? [])
        for (const to of edge.to) if (!shipped.has(to) && !found.has(to)) reached.add(to);
    }
  }
  return found;
}
