import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareText } from '../base/compare.ts';
import { splitPackageVersion } from './split-package-version.ts';

/** Arch Linux's `[epoch:]version[-release]`, ordered as pacman's vercmp does: what goes on with letters comes before its end. */
export const alpm: Scheme = {
  name: 'alpm',
  title: 'Arch Linux package versions',
  ecosystems: ['Arch Linux'],
  compare: compareBy(
    (text) => splitPackageVersion(text, piecesOf),
    (left, right) =>
      compareDigits(left.epoch, right.epoch) ||
      comparePieces(left.version, right.version) ||
      comparePieces(left.release, right.release),
  ),
};

type Piece = { readonly parted: number; readonly text: string };

/** Runs of digits or letters, each with the number of other characters before it. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let parted = 0;
  for (const [run] of text.matchAll(/\d+|[A-Za-z]+|[^0-9A-Za-z]+/g)) {
    if (/^[0-9A-Za-z]/.test(run)) pieces.push({ parted, text: run });
    parted = /^[0-9A-Za-z]/.test(run) ? 0 : run.length;
  }
  return pieces;
}

function comparePieces(a: readonly Piece[], b: readonly Piece[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = comparePiece(a[at], b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePiece(a: Piece | undefined, b: Piece | undefined): number {
  if (a === undefined || b === undefined) return rankOf(a) - rankOf(b);
  if (a.parted !== b.parted) return a.parted - b.parted;
  const [isNumber, isOtherNumber] = [/^\d/.test(a.text), /^\d/.test(b.text)];
  if (isNumber !== isOtherNumber) return isNumber ? 1 : -1;
  return isNumber ? compareDigits(a.text, b.text) : compareText(a.text, b.text);
}

/** Letters that follow without a separator come before the end, all else after it. */
function rankOf(piece: Piece | undefined): number {
  if (piece === undefined) return 0;
  return piece.parted === 0 && /^[A-Za-z]/.test(piece.text) ? -1 : 1;
}
