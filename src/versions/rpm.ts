import type { Scheme } from '../model/plugs/scheme.ts';
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
  compare: (a, b) => {
    const left = parse(a);
    const right = parse(b);
    if (left === undefined || right === undefined) return undefined;
    return (
      compareDigits(left.epoch, right.epoch) ||
      compareLists(left.version, right.version, comparePiece, '') ||
      compareLists(left.release, right.release, comparePiece, '')
    );
  },
};

type Version = { readonly epoch: string; readonly version: readonly string[]; readonly release: readonly string[] };

function parse(text: string): Version | undefined {
  const split = splitPackageVersion(text);
  const version = piecesOf(split?.version ?? '');
  if (split === undefined || version.length === 0) return undefined;
  return { epoch: split.epoch, version, release: piecesOf(split.release) };
}

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
