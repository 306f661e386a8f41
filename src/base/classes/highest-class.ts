import type { SafetyClass } from '../../model/clause.ts';
import { safetyClasses } from '../../model/risks/grading.ts';

/** The highest of some classes; `undefined` when there is none. */
export function highestClass(classes: readonly (SafetyClass | undefined)[]): SafetyClass | undefined {
  return safetyClasses.grades.findLast((candidate) => classes.includes(candidate));
}
