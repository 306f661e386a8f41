import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareLists, compareText } from '../base/compare.ts';

/**
 * Versions of what has no rules of its own, as most projects count: numbers by their size, known words of a pre-release
 * before the release, all other words after it. Answers found with it deserve less trust.
 */
export const generic: Scheme = {
  name: 'generic',
  title: 'Versions without rules of their own',
  ecosystems: [],
  compare: compareBy(parse, (left, right) => compareLists(left, right, comparePiece, '')),
};

function parse(text: string): readonly string[] | undefined {
  const body = text
    .trim()
    .toLowerCase()
    .replace(/^(?:version|release|v)[ ._-]?(?=\d)/, '');
  const pieces = body.split('+', 1)[0]?.match(/\d+|[a-z]+/g) ?? [];
  return /^\d/.test(body) ? withoutZeros(pieces.map((piece, at) => spell(piece, pieces[at + 1]))) : undefined;
}

/** Zeros at the end of the numbers do not count. */
function withoutZeros(pieces: readonly string[]): readonly string[] {
  const letters = pieces.findIndex((piece) => /^[a-z]/.test(piece));
  const numbers = letters === -1 ? pieces : pieces.slice(0, letters);
  const end = numbers.findLastIndex((piece) => !/^0+$/.test(piece)) + 1;
  return [...numbers.slice(0, end), ...pieces.slice(numbers.length)];
}

function comparePiece(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (/^\d/.test(a) ? compareDigits(a, b) : compareText(a, b));
}

/** Words that stand before a release, in the order in which it goes through them. */
const preReleases = ['dev', 'nightly', 'snapshot', 'alpha', 'beta', 'milestone', 'preview', 'pre', 'rc'];

/** Other spellings of them; single letters are such only where a number follows at once. */
const spellings = new Map([
  ['cr', 'rc'],
  ['a', 'alpha'],
  ['b', 'beta'],
  ['c', 'rc'],
  ['m', 'milestone'],
]);

function spell(piece: string, next: string | undefined): string {
  return piece.length > 1 || /^\d/.test(next ?? '') ? (spellings.get(piece) ?? piece) : piece;
}

/** A pre-release comes before the end, then other words, then numbers. */
function rankOf(piece: string): number {
  if (piece === '') return 0;
  if (/^\d/.test(piece)) return 2;
  return preReleases.includes(piece) ? preReleases.indexOf(piece) - preReleases.length : 1;
}
