import type { ScopeEvidence } from '../../model/component.ts';
import type { SbomDocument } from '../../model/inventory/sbom-document.ts';

/** What the edges of a document tell about the use of the elements that they lead to; the strongest use comes first. */
export function scopesByEdge({ dependencies }: SbomDocument): ReadonlyMap<string, readonly ScopeEvidence[]> {
  const byRef = new Map<string, ScopeEvidence[]>();
  for (const { to, scope, stated, at } of dependencies) {
    if (scope === undefined) continue;
    for (const ref of to) {
      const known = byRef.get(ref) ?? [];
      if (!known.some((one) => one.scope === scope)) known.push({ scope, reason: stated, at });
      byRef.set(ref, known);
    }
  }
  for (const known of byRef.values()) known.sort((a, b) => order.indexOf(a.scope) - order.indexOf(b.scope));
  return byRef;
}

const order: readonly ScopeEvidence['scope'][] = ['runtime', 'optional', 'development', 'unknown'];
