import { compareDigits, compareLists, compareText } from '../compare.ts';

/** A version of a Python package, read by PEP 440. */
export type PythonVersion = {
  readonly epoch: string;
  readonly release: readonly string[];
  /** Pre-release, post-release, development release: a rank that says how much it is there, and its number. */
  readonly stages: readonly Stage[];
  readonly local: readonly string[];
};

type Stage = { readonly rank: number; readonly number: string };

/** Reads a version by PEP 440, in any of the spellings that it forgives; `undefined` when the text is none. */
export function readPythonVersion(text: string): PythonVersion | undefined {
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

/** Orders two versions, builds of the same version by their local parts. */
export function comparePythonVersions(a: PythonVersion, b: PythonVersion): number {
  return comparePublicVersions(a, b) || compareLists(a.local, b.local, compareVersionWords);
}

/** Orders two versions without a look at their local parts. */
export function comparePublicVersions(a: PythonVersion, b: PythonVersion): number {
  return (
    compareDigits(a.epoch, b.epoch) ||
    compareLists(a.release, b.release, compareDigits, '0') ||
    compareLists(a.stages, b.stages, compareStages)
  );
}

/** Orders two words of a version; numbers come after words, in local segments as in legacy versions. */
export function compareVersionWords(a: string, b: string): number {
  const isNumber = /^\d+$/.test(a);
  if (isNumber !== /^\d+$/.test(b)) return isNumber ? 1 : -1;
  return isNumber ? compareDigits(a, b) : compareText(a, b);
}

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

function compareStages(a: Stage, b: Stage): number {
  return a.rank - b.rank || compareDigits(a.number, b.number);
}
