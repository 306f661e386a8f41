import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareLists, compareText } from '../base/compare.ts';

/** RubyGems: runs of digits and of letters; a hyphen begins a pre-release, letters come before numbers, zeros at the end do not count. */
export const gem: Scheme = {
  name: 'gem',
  title: 'RubyGems versions',
  ecosystems: ['RubyGems'],
  compare: compareBy(parse, (left, right) => compareLists(left, right, comparePieces, '0')),
};

function parse(text: string): readonly string[] | undefined {
  const body = text.trim().replace(/^[vV](?=\d)/, '');
  if (!/^\d[0-9A-Za-z.+_-]*$/.test(body)) return undefined;
  const pieces = body.replaceAll('-', '.pre.').match(/\d+|[A-Za-z]+/g) ?? [];
  const letters = pieces.findIndex((piece) => /^[A-Za-z]/.test(piece));
  const numbers = letters === -1 ? pieces : pieces.slice(0, letters);
  return [...withoutZeros(numbers), ...(letters === -1 ? [] : withoutZeros(pieces.slice(letters)))];
}

function withoutZeros(pieces: readonly string[]): readonly string[] {
  return pieces.slice(0, pieces.findLastIndex((piece) => !/^0+$/.test(piece)) + 1);
}

function comparePieces(a: string, b: string): number {
  const [isNumber, isOtherNumber] = [/^\d/.test(a), /^\d/.test(b)];
  if (isNumber !== isOtherNumber) return isNumber ? 1 : -1;
  return isNumber ? compareDigits(a, b) : compareText(a, b);
}
