import type { SafetyClass } from '../../model/clause.ts';
import { safetyClasses } from '../../model/risks/grading.ts';

/** Whether a class is the one that asks least: identity and upkeep, but neither requirements nor risks of SOUP. */
export function asksLeast(decided: SafetyClass | undefined): boolean {
  return decided === safetyClasses.grades[0];
}
