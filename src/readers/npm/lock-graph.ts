import type { Component, Scope, ScopeEvidence } from '../../model/component.ts';
import type { ComponentFacts } from '../../base/packages/component-facts.ts';

/** An entry of a lockfile. Entries that share their facts are one package, as it is set up beside different peers. */
export type LockEntry = {
  readonly facts: ComponentFacts;
  /** What it is to the product: a package that the lockfile was made for, a folder of its own, or somebody else's. */
  readonly kind: 'root' | 'own' | 'foreign';
};

/** An entry that another one needs, and whether that one can do without. */
export type LockEdge = { readonly to: LockEntry; readonly isOptional: boolean };

/** An entry that the product asks for itself, and what that says of its scope. */
export type Asked = { readonly to: LockEntry; readonly evidence: ScopeEvidence };

/** A lockfile as a graph. */
export type LockGraph = {
  /** Every entry, and what it needs. */
  readonly edges: ReadonlyMap<LockEntry, readonly LockEdge[]>;
  readonly asked: readonly Asked[];
  /** What it means that nothing which the product asks for leads to an entry. */
  readonly unreached: string;
};

/** Makes a component of each package, with the scope and the relation that follow from what the product and its own folders ask for. */
export function lockComponents({ edges, asked, unreached }: LockGraph): Component[] {
  const scopes = strongestScopes(asked, edges);
  const askedByOwn = [...edges].flatMap(([{ kind }, needed]) => (kind === 'own' ? needed : []));
  const direct = new Set([...asked, ...askedByOwn].map(({ to }) => to.facts));
  return [...Map.groupBy(edges.keys(), ({ facts }) => facts)].map(([facts, same]): Component => {
    const at = facts.foundAt[0];
    const isOwn = same.some(({ kind }) => kind !== 'foreign');
    const isRoot = same.some(({ kind }) => kind === 'root');
    const reached = isRoot
      ? ({ scope: 'runtime', reason: 'a package that the lockfile was made for', at } as const)
      : strongest(same.flatMap((entry) => scopes.get(entry) ?? []));
    const evidence: ScopeEvidence = reached ?? { scope: 'unknown', reason: unreached, at };
    const needed = same.flatMap((entry) => edges.get(entry) ?? []);
    return {
      ...facts,
      ...(isOwn && { pinning: { kind: 'exact' } as const }),
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: isOwn || direct.has(facts) ? 'direct' : reached === undefined ? 'unknown' : 'transitive',
      firstParty: isOwn,
      dependsOn: [...new Set(needed.map(({ to }) => to.facts.purl))].filter((purl) => purl !== facts.purl).toSorted(),
    };
  });
}

/** What ships anywhere ships, and what nobody knows may ship. */
const scopeOrder: readonly Scope[] = ['runtime', 'optional', 'unknown', 'development'];

function strongest(evidence: readonly ScopeEvidence[]): ScopeEvidence | undefined {
  if (evidence.length < 2) return evidence[0];
  return evidence.toSorted((a, b) => scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope))[0];
}

/**
 * The strongest scope in which each entry is needed, with the evidence that leads to it by the fewest steps. What a
 * shipped package can do without is optional; a root is not walked through, for what it asks for is asked already.
 */
function strongestScopes(asked: readonly Asked[], edges: LockGraph['edges']): ReadonlyMap<LockEntry, ScopeEvidence> {
  const found = new Map<LockEntry, ScopeEvidence>();
  const optional: Asked[] = [];
  for (const scope of scopeOrder) {
    const queue = [...asked, ...optional].filter(({ evidence }) => evidence.scope === scope);
    for (const { to: from, evidence } of queue) {
      if (found.has(from)) continue;
      found.set(from, evidence);
      if (from.kind === 'root') continue;
      for (const { to, isOptional } of edges.get(from) ?? []) {
        if (found.has(to)) continue;
        if (isOptional && scope === 'runtime') optional.push({ to, evidence: optionalFor(from) });
        else queue.push({ to, evidence });
      }
    }
  }
  return found;
}

function optionalFor({ facts }: LockEntry): ScopeEvidence {
  const { name, version, foundAt } = facts;
  return { scope: 'optional', reason: `optional for ${name}@${version ?? '?'}`, at: foundAt[0] };
}
