import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { onceForText } from '../base/remembering/once-for-text.ts';
import { compareDigits, compareLists } from '../base/compare.ts';
import { comparePreReleases } from './compare-pre-releases.ts';

/**
 * Semantic Versioning 2.0.0, clause 11, read as leniently as the OSV schema's SEMVER ranges need: `v` in front, fewer or
 * more than three numbers of any length, a pre-release without its hyphen. What comes after `+` does not count.
 */
export const semver: Scheme = {
  name: 'semver',
  title: 'Semantic Versioning',
  ecosystems: ['npm', 'crates.io', 'Go', 'Hex', 'SwiftURL', 'Bitnami', 'GitHub Actions', 'VSCode'],
  compare: compareBy(
    (text) => parse(text),
    (left, right) =>
      compareLists(left.numbers, right.numbers, compareDigits, '0') ||
      comparePreReleases(left.preRelease, right.preRelease),
  ),
};

type Version = { readonly numbers: readonly string[]; readonly preRelease: string };

/** A version is compared with itself and with each bound of a range. */
const parse = onceForText((text: string): Version | undefined => {
  const body = text.trim().replace(/^[\s=vV]+/, '');
  const numeric = /^\d[\d.]*/.exec(body)?.[0];
  if (numeric === undefined) return undefined;
  const numbers = numeric.split('.').filter((part) => part !== '');
  const rest = body.slice(numeric.length).split('+', 1)[0] ?? '';
  if (rest.startsWith('-')) return { numbers, preRelease: rest.slice(1) };
  const isWord = rest !== '' && numbers.length === 1;
  return isWord || /^[xX*]$/.test(rest) ? undefined : { numbers, preRelease: rest };
});
