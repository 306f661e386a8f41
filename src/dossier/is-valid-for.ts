import { parseVers } from '../base/packages/vers.ts';
import { isInRange } from '../versions/is-in-range.ts';

/**
 * Whether the range of a verdict holds a version of a package. What cannot be compared, or only by the order of another
 * ecosystem, is not in it: then a person is asked.
 */
export function isValidFor(validFor: string | undefined, component: string, version: string): boolean {
  const range = validFor === undefined ? undefined : parseVers(validFor);
  if (range === undefined || 'problem' in range || !component.startsWith(`pkg:${range.type}/`)) return false;
  return isInRange(range, version) === true;
}
