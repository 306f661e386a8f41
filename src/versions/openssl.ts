import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareLists, compareText } from '../base/compare.ts';

/** OpenSSL: numbers, before 3.0 with letters behind them (`1.0.2z` before `1.0.2za`), and `-alpha1`, `-beta1`, `-pre1` before all. */
export const openssl: Scheme = {
  name: 'openssl',
  title: 'OpenSSL versions',
  ecosystems: [],
  compare: compareBy(
    parse,
    (left, right) =>
      compareLists(left.numbers, right.numbers, compareDigits, '0') ||
      left.letters.length - right.letters.length ||
      compareText(left.letters, right.letters) ||
      left.stage - right.stage ||
      compareDigits(left.count, right.count),
  ),
};

type Version = {
  readonly numbers: readonly string[];
  readonly letters: string;
  /** How far from its release; 0 is the release itself. */
  readonly stage: number;
  readonly count: string;
};

const stages = ['dev', 'alpha', 'beta', 'pre', 'rc'];

function parse(text: string): Version | undefined {
  const match =
    /^(?:openssl[-_ ])?(?<numbers>\d+(?:\.\d+)*)(?<letters>[a-z]*)(?:-(?<stage>dev|alpha|beta|pre|rc)(?<count>\d*))?(?:-fips.*)?(?:\+.*)?$/is.exec(
      text.trim(),
    )?.groups;
  if (match === undefined) return undefined;
  const stage = match['stage']?.toLowerCase();
  return {
    numbers: match['numbers']?.split('.') ?? [],
    letters: match['letters']?.toLowerCase() ?? '',
    stage: stage === undefined ? 0 : stages.indexOf(stage) - stages.length,
    count: match['count'] ?? '',
  };
}
