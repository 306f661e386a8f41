import type { Clause, ClauseId } from '../model/clause.ts';
import { iec62304 } from './clauses/iec-62304.ts';
import { iec8100151 } from './clauses/iec-81001-5-1.ts';
import { iso14971 } from './clauses/iso-14971.ts';
import { electronicRecords, fda, iso13485, mdr, realityCheck } from './clauses/regulations.ts';

/** The clauses that Tureen speaks of, by standard and edition, with mnemonics of our own. */
export const clauses: readonly Clause[] = [
  ...iec62304,
  ...iso14971,
  ...iec8100151,
  ...mdr,
  ...iso13485,
  ...electronicRecords,
  ...fda,
  ...realityCheck,
];

const byId: ReadonlyMap<ClauseId, Clause> = new Map(clauses.map((clause) => [clause.id, clause]));

/** The clause of an id. An id that the registry does not hold is a fault of the program. */
export function clauseOf(id: ClauseId): Clause {
  const clause = byId.get(id);
  if (clause === undefined) throw new Error(`no clause "${id}" in the registry`);
  return clause;
}
