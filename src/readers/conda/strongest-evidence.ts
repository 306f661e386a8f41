import type { Scope, ScopeEvidence } from '../../model/component.ts';

/** The strongest of the scopes that a package has in several places, such as environments and platforms; `undefined` of none. */
export function strongestEvidence(found: readonly ScopeEvidence[]): ScopeEvidence | undefined {
  const ranked = found.map((evidence) => ({ evidence, rank: strongestFirst.indexOf(evidence.scope) }));
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.evidence;
}

/** What nobody knows may ship, so only a certain `development` stays one. */
const strongestFirst: readonly Scope[] = ['runtime', 'optional', 'unknown', 'development'];
