import type { SafetyClass } from '../../model/clause.ts';
import { safetyClasses } from '../../model/risks/grading.ts';

/** The class that counts for something: what is unclassified counts as the highest (4.3). */
export function classInForce(decided: SafetyClass | undefined): SafetyClass {
  return decided ?? safetyClasses.undecided;
}
