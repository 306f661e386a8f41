import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareText } from '../base/compare.ts';

/**
 * Packagist: four numbers, then PHP's `version_compare`, in which words have ranks and an unknown one comes before them all.
 * What stands from `stable` on does not count, as Composer has it.
 */
export const packagist: Scheme = {
  name: 'packagist',
  title: 'Packagist (Composer) versions',
  ecosystems: ['Packagist'],
  compare: compareBy(parse, comparePieces),
};

function parse(text: string): readonly string[] | undefined {
  const body = text
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '');
  if (!/^(?:\d|dev-)/.test(body) || /\s/.test(body)) return undefined;
  const pieces = body.split(/\+|(?<=[\d._-])stable/, 1)[0]?.match(/\d+|[a-z]+/g) ?? [];
  const words = pieces.findIndex((piece) => /^[a-z]/.test(piece));
  const numbers = words === -1 ? pieces : pieces.slice(0, words);
  return [...numbers, ...Array<string>(Math.max(0, 4 - numbers.length)).fill('0'), ...pieces.slice(numbers.length)];
}

/** Where one version ends, the other is compared with the place of a number, which PHP writes `#`. */
function comparePieces(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    const order = left === undefined || right === undefined ? endOrder(left, right) : comparePiece(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

/** A version that goes on with a number is later; one that goes on with a word is so by the rank of the word. */
function endOrder(left: string | undefined, right: string | undefined): number {
  if (left === undefined) return 0 - endOrder(right, undefined);
  return /^\d/.test(left) ? 1 : rankOf(left) - numberRank;
}

function comparePiece(a: string, b: string): number {
  const ranks = rankOf(a) - rankOf(b);
  if (ranks !== 0) return ranks;
  return rankOf(a) === numberRank && /^\d/.test(a) ? compareDigits(a, b) : rankOf(a) === 0 ? compareText(a, b) : 0;
}

const ranks = new Map([
  ['dev', 1],
  ['alpha', 2],
  ['a', 2],
  ['beta', 3],
  ['b', 3],
  ['rc', 4],
  ['c', 4],
  ['pl', 6],
  ['p', 6],
  ['patch', 6],
]);

const numberRank = 5;

function rankOf(piece: string): number {
  return /^\d/.test(piece) ? numberRank : (ranks.get(piece) ?? 0);
}
