import type { SafetyClass } from '../../model/clause.ts';
import { safetyClasses } from '../../model/risks/grading.ts';

/** Whether a class asks less than another. */
export function isBelow(lower: SafetyClass, higher: SafetyClass): boolean {
  return safetyClasses.grades.indexOf(lower) < safetyClasses.grades.indexOf(higher);
}
