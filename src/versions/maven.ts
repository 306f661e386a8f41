import type { Scheme } from '../model/plugs/scheme.ts';
import { compareDigits, compareText } from '../base/compare.ts';
import { mavenTokens, type MavenToken } from './maven-tokens.ts';

/** Maven's POM reference, "Version Order Specification": any text is a version, and words of a release cycle have ranks. */
export const maven: Scheme = {
  name: 'maven',
  title: 'Maven versions',
  ecosystems: ['Maven'],
  compare: (a, b) => {
    const [left, right] = [a.trim(), b.trim()];
    if (left === '' || right === '') return undefined;
    return compareTokens(mavenTokens(left), mavenTokens(right));
  },
};

/** Where one version ends it goes on with tokens that mean nothing, parted as those of the other. */
function compareTokens(a: readonly MavenToken[], b: readonly MavenToken[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    const order = compareToken(left ?? nothingLike(right), right ?? nothingLike(left));
    if (order !== 0) return order;
  }
  return 0;
}

function nothingLike(other: MavenToken | undefined): MavenToken {
  const isNumber = other?.kind === 'number';
  return { kind: isNumber ? 'number' : 'word', text: isNumber ? '0' : '', hyphen: other?.hyphen === true };
}

/** A word comes before a number behind a hyphen, and that before a number behind a dot. */
function compareToken(a: MavenToken, b: MavenToken): number {
  const places = placeOf(a) - placeOf(b);
  if (places !== 0) return places;
  return a.kind === 'number' ? compareDigits(a.text, b.text) : compareWords(a.text, b.text);
}

function placeOf({ kind, hyphen }: MavenToken): number {
  if (kind === 'word') return 0;
  return hyphen ? 1 : 2;
}

const words = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];

/** Words without a rank come after all that have one, in the order of their letters. */
function compareWords(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || compareText(a, b);
}

function rankOf(word: string): number {
  const rank = words.indexOf(word);
  return rank === -1 ? words.length : rank;
}
