import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareLists, compareText } from '../base/compare.ts';
import { splitPackageVersion } from './split-package-version.ts';

/** RPM, `[epoch:]version[-release]`, ordered as rpm 4.15 and later do: with the tilde before and the caret behind everything. */
export const rpm: Scheme = {
  name: 'rpm',
  title: 'RPM package versions',
  ecosystems: [
    'AlmaLinux',
    'Azure Linux',
    'Mageia',
    'openEuler',
    'openSUSE',
    'Photon OS',
    'Red Hat',
    'Rocky Linux',
    'SUSE',
  ],
  compare: compareBy(
    (text) => splitPackageVersion(text, piecesOf),
    (left, right) =>
      compareDigits(left.epoch, right.epoch) ||
      compareLists(left.version, right.version, comparePiece, '') ||
      compareLists(left.release, right.release, comparePiece, ''),
  ),
};

/** Runs of digits, runs of letters, tildes and carets; all other characters only part them. */
function piecesOf(text: string): readonly string[] {
  return text.match(/\d+|[A-Za-z]+|[~^]/g) ?? [];
}

function comparePiece(a: string, b: string): number {
  const kinds = kindOf(a) - kindOf(b);
  if (kinds !== 0) return kinds;
  return kindOf(a) === number ? compareDigits(a, b) : compareText(a, b);
}

const number = 4;

/** The tilde comes before the end, the caret after it, then letters, then numbers. */
function kindOf(piece: string): number {
  if (piece === '~') return 0;
  if (piece === '') return 1;
  if (piece === '^') return 2;
  return /^\d/.test(piece) ? number : 3;
}
