import type { Scheme } from '../model/scheme.ts';
import { compareDigits, compareLists, compareText } from './compare.ts';

/**
 * Semantic Versioning 2.0.0, clause 11, read as leniently as the OSV schema's SEMVER ranges need: `v` in front, fewer or
 * more than three numbers of any length, a pre-release without its hyphen. What comes after `+` does not count.
 */
export const semver: Scheme = {
  name: 'semver',
  title: 'Semantic Versioning',
  ecosystems: ['npm', 'crates.io', 'Go', 'Hex', 'SwiftURL', 'Bitnami'],
  compare: (a, b) => {
    const left = parse(a);
    const right = parse(b);
    if (left === undefined || right === undefined) return undefined;
    return (
      compareLists(left.numbers, right.numbers, compareDigits, '0') ||
      comparePreRelease(left.preRelease, right.preRelease)
    );
  },
};

type Version = { readonly numbers: readonly string[]; readonly preRelease: string };

function parse(text: string): Version | undefined {
  const body = text.trim().replace(/^[\s=vV]+/, '');
  const numeric = /^\d[\d.]*/.exec(body)?.[0];
  if (numeric === undefined) return undefined;
  const numbers = numeric.split('.').filter((part) => part !== '');
  const rest = body.slice(numeric.length).split('+', 1)[0] ?? '';
  if (rest.startsWith('-')) return { numbers, preRelease: rest.slice(1) };
  const isWord = rest !== '' && numbers.length === 1;
  return isWord || /^[xX*]$/.test(rest) ? undefined : { numbers, preRelease: rest };
}

/** A version without a pre-release comes after every one that has it (11.3). */
function comparePreRelease(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return compareLists(a.split('.'), b.split('.'), compareIdentifiers);
}

function compareIdentifiers(a: string, b: string): number {
  const isNumber = /^\d+$/.test(a);
  if (isNumber !== /^\d+$/.test(b)) return isNumber ? -1 : 1;
  return isNumber ? compareDigits(a, b) : compareText(a, b);
}
