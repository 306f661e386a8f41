import { comparePythonVersions, compareVersionWords, readPythonVersion } from '../base/packages/python-version.ts';
import type { Scheme } from '../model/plugs/scheme.ts';
import { compareLists } from '../base/compare.ts';

/** PEP 440; a text from before it, such as `2004d`, comes before every version of it, as setuptools had it. */
export const pep440: Scheme = {
  name: 'pep440',
  title: 'Python versions (PEP 440)',
  ecosystems: ['PyPI'],
  compare: (a, b) => {
    if (a.trim() === '' || b.trim() === '') return undefined;
    const left = readPythonVersion(a);
    const right = readPythonVersion(b);
    if (left === undefined && right === undefined)
      return compareLists(legacyWords(a), legacyWords(b), compareVersionWords);
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    return comparePythonVersions(left, right);
  },
};

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
