import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareLists, compareText } from '../base/compare.ts';

/**
 * Alpine's `numbers[letter][_suffix[number]…][~commit][-rN]`, ordered as apk-tools do: numbers behind the first that begin
 * with a zero are compared like the digits behind a decimal point. What is no such version has no order.
 */
export const apk: Scheme = {
  name: 'apk',
  title: 'Alpine package versions',
  ecosystems: ['Alpaquita', 'Alpine', 'BellSoft Hardened Containers', 'Chainguard', 'MinimOS', 'Wolfi'],
  compare: compareBy(
    parse,
    (left, right) =>
      compareNumbers(left.numbers, right.numbers) ||
      compareText(left.letter, right.letter) ||
      compareLists(left.suffixes, right.suffixes, compareSuffixes, noSuffix) ||
      compareText(left.commit, right.commit) ||
      Number(left.build !== '') - Number(right.build !== '') ||
      compareDigits(left.build, right.build),
  ),
};

type Suffix = { readonly rank: number; readonly number: string };

type Version = {
  readonly numbers: readonly string[];
  readonly letter: string;
  readonly suffixes: readonly Suffix[];
  readonly commit: string;
  readonly build: string;
};

const before = ['alpha', 'beta', 'pre', 'rc'];
const after = ['cvs', 'svn', 'git', 'hg', 'p'];
const noSuffix: Suffix = { rank: 0, number: '' };

function parse(text: string): Version | undefined {
  const match =
    /^(?<numbers>\d+(?:\.\d+)*)(?<letter>[a-z]?)(?<suffixes>(?:_[a-z]+\d*)*)(?:~(?<commit>[0-9a-f]+))?(?:-r(?<build>\d+))?$/.exec(
      text.trim(),
    )?.groups;
  const suffixes = match?.['suffixes']?.split('_').slice(1).map(suffixOf);
  if (match === undefined || suffixes === undefined || suffixes.includes(undefined)) return undefined;
  return {
    numbers: match['numbers']?.split('.') ?? [],
    letter: match['letter'] ?? '',
    suffixes: suffixes.filter((suffix) => suffix !== undefined),
    commit: match['commit'] ?? '',
    build: match['build'] ?? '',
  };
}

function suffixOf(text: string): Suffix | undefined {
  const word = text.replace(/\d+$/, '');
  const rank = before.includes(word) ? before.indexOf(word) - before.length : after.indexOf(word) + 1;
  return rank === 0 ? undefined : { rank, number: text.slice(word.length) };
}

function compareSuffixes(a: Suffix, b: Suffix): number {
  return a.rank - b.rank || compareDigits(a.number, b.number);
}

function compareNumbers([a = '', ...restA]: readonly string[], [b = '', ...restB]: readonly string[]): number {
  return compareDigits(a, b) || compareLists(restA, restB, compareLaterNumbers);
}

function compareLaterNumbers(a: string, b: string): number {
  const asDecimals = /^0\d/.test(a) || /^0\d/.test(b);
  return asDecimals ? compareText(a, b) : compareDigits(a, b);
}
