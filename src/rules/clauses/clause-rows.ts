import { safetyClasses } from '../../model/risks/grading.ts';
import type { Clause, SafetyClass, Standard } from '../../model/clause.ts';

/** A clause without what all clauses of its standard share. */
export type ClauseRow = readonly [number: string, mnemonic: string, classes: readonly SafetyClass[], cover: Cover];

/** Who sees to a clause besides the rules that name it, and where the row was taken from if not from what its neighbours were. */
export type Cover = Partial<
  Pick<Clause, 'alsoAsked' | 'documents' | 'human' | 'source' | 'categories'> & { readonly edition: string }
>;

/** Of software of every safety class of IEC 62304. */
export const everyClass: readonly SafetyClass[] = safetyClasses.grades;
/** Of software that can contribute to an injury. */
export const classesBAndC: readonly SafetyClass[] = ['B', 'C'];
/** Of software that can contribute to a serious injury or a death. */
export const classC: readonly SafetyClass[] = ['C'];
/** Of standards that know no software safety classes. */
export const noClasses: readonly SafetyClass[] = [];

/** Makes the clauses of one standard from their rows. */
export function clausesOf(
  standard: Standard,
  shared: Pick<Clause, 'edition' | 'source'>,
  rows: readonly ClauseRow[],
): readonly Clause[] {
  return rows.map(([number, mnemonic, classes, cover]) => ({
    id: `${standard}:${number}` as const,
    ...shared,
    mnemonic,
    classes,
    ...cover,
  }));
}
