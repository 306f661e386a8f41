import type { Scheme } from '../model/scheme.ts';
import { compareDigits, compareLists, compareText } from './compare.ts';

/** PEP 440; a text from before it, such as `2004d`, comes before every version of it, as setuptools had it. */
export const pep440: Scheme = {
  name: 'pep440',
  title: 'Python versions (PEP 440)',
  ecosystems: ['PyPI'],
  compare: (a, b) => {
    if (a.trim() === '' || b.trim() === '') return undefined;
    const left = parse(a);
    const right = parse(b);
    if (left === undefined && right === undefined) return compareLists(legacyWords(a), legacyWords(b), compareWords);
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    return (
      compareDigits(left.epoch, right.epoch) ||
      compareLists(left.release, right.release, compareDigits, '0') ||
      compareLists(left.stages, right.stages, compareStages) ||
      compareLists(left.local, right.local, compareWords)
    );
  },
};

type Version = {
  readonly epoch: string;
  readonly release: readonly string[];
  /** Pre-release, post-release, development release: a rank that says how much it is there, and its number. */
  readonly stages: readonly Stage[];
  readonly local: readonly string[];
};

type Stage = { readonly rank: number; readonly number: string };

const pattern = new RegExp(
  [
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d[\d.]*\d|\d)/,
    /(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>\d*))?/,
    /(?:-(?<dashed>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\d*))?/,
    /(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\d*))?/,
    /(?:\+(?<local>[a-z\d](?:[a-z\d._-]*[a-z\d])?))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
);

const preReleaseRanks = new Map([
  ['a', 1],
  ['alpha', 1],
  ['b', 2],
  ['beta', 2],
]);

function parse(text: string): Version | undefined {
  const groups = pattern.exec(text.trim().toLowerCase())?.groups;
  if (groups === undefined) return undefined;
  const release = groups['release']?.split('.') ?? [];
  const local = groups['local']?.split(/[-_.]/) ?? [];
  if (release.includes('') || local.includes('')) return undefined;
  const { pre, post, dev, dashed } = groups;
  const hasPost = post !== undefined || dashed !== undefined;
  const withoutPre = { rank: dev !== undefined && !hasPost ? 0 : 4, number: '0' };
  return {
    epoch: groups['epoch'] ?? '0',
    release,
    stages: [
      pre === undefined ? withoutPre : { rank: preReleaseRanks.get(pre) ?? 3, number: groups['preNumber'] ?? '' },
      { rank: hasPost ? 1 : 0, number: dashed ?? groups['postNumber'] ?? '' },
      { rank: dev === undefined ? 1 : 0, number: groups['devNumber'] ?? '' },
    ],
    local,
  };
}

function compareStages(a: Stage, b: Stage): number {
  return a.rank - b.rank || compareDigits(a.number, b.number);
}

/** Numbers come after words, in local segments as in legacy versions. */
function compareWords(a: string, b: string): number {
  const isNumber = /^\d+$/.test(a);
  if (isNumber !== /^\d+$/.test(b)) return isNumber ? 1 : -1;
  return isNumber ? compareDigits(a, b) : compareText(a, b);
}

const legacyNames = new Map([
  ['pre', 'c'],
  ['preview', 'c'],
  ['rc', 'c'],
  ['dev', '@'],
  ['-', 'final-'],
]);

/** A word before `final` takes away the hyphens before it; every word takes away the zeros before it. */
function legacyWords(text: string): readonly string[] {
  const words: string[] = [];
  const tokens =
    text
      .trim()
      .toLowerCase()
      .match(/\d+|[a-z]+|[.-]|[^\da-z.-]+/g) ?? [];
  for (const token of [...tokens.filter((candidate) => candidate !== '.'), 'final']) {
    const word = legacyNames.get(token) ?? token;
    if (!/^\d/.test(word)) {
      if (word < 'final') while (words.at(-1) === 'final-') words.pop();
      while (/^0+$/.test(words.at(-1) ?? '')) words.pop();
    }
    words.push(word);
  }
  return words;
}
