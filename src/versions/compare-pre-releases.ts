import { compareDigits, compareLists, compareText } from '../base/compare.ts';

/** Semantic Versioning 2.0.0, clause 11.3 and 11.4: a version without a pre-release, an empty text here, comes after all that have one. */
export function comparePreReleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return compareLists(a.split('.'), b.split('.'), compareIdentifiers);
}

function compareIdentifiers(a: string, b: string): number {
  const isNumber = /^\d+$/.test(a);
  if (isNumber !== /^\d+$/.test(b)) return isNumber ? -1 : 1;
  return isNumber ? compareDigits(a, b) : compareText(a, b);
}
