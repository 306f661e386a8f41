import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareLists, compareText } from '../base/compare.ts';

/** Conan 2: numbers and words parted by dots, a pre-release behind `-` before and a build behind `+` after the same version. */
export const conan: Scheme = {
  name: 'conan',
  title: 'Conan versions',
  ecosystems: ['ConanCenter'],
  compare: compareBy(
    parse,
    (left, right) =>
      compareLists(left.items, right.items, compareItems, '0') ||
      Number(left.preRelease === undefined) - Number(right.preRelease === undefined) ||
      compareLists(itemsOf(left.preRelease), itemsOf(right.preRelease), compareItems, '0') ||
      compareLists(itemsOf(left.build), itemsOf(right.build), compareItems, '0'),
  ),
};

type Version = {
  readonly items: readonly string[];
  readonly preRelease: string | undefined;
  readonly build: string | undefined;
};

function parse(text: string): Version | undefined {
  const match = /^[vV]?(?<body>[0-9A-Za-z_.]+)(?:-(?<preRelease>[^+]+))?(?:\+(?<build>.+))?$/.exec(text.trim())?.groups;
  if (match === undefined || !/\d/.test(match['body'] ?? '')) return undefined;
  return { items: itemsOf(match['body']), preRelease: match['preRelease'], build: match['build'] };
}

function itemsOf(text: string | undefined): readonly string[] {
  return text?.toLowerCase().split('.') ?? [];
}

/** By the number that an item begins with, then by the rest; a word comes after every number. */
function compareItems(a: string, b: string): number {
  const [left, right] = [/^\d+/.exec(a)?.[0], /^\d+/.exec(b)?.[0]];
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined) || compareText(a, b);
  return compareDigits(left, right) || compareText(a.slice(left.length), b.slice(right.length));
}
