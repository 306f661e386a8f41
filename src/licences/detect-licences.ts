import type { DetectedLicence, LicenceReading } from '../model/licences/detected-licence.ts';
import { compareTexts, numberWords, type Likeness } from './compare-texts.ts';
import { doubtOf, idsOf, saysMore } from './doubt-likeness.ts';
import type { FoundLicence } from './found-licence.ts';
import { joinExceptions } from './join-exceptions.ts';
import { licenceWords, type LicenceWords } from './licence-words.ts';
import { findNotices } from './notices/find-notices.ts';
import { identifierLines } from './notices/identifier-lines.ts';
import type { Notice } from './notices/notice.ts';
import { settleTexts } from './settle-texts.ts';

/** A text of a licence that is less alike than this is not taken for it. */
const least = 0.7;
/** How many licences one file may hold by their texts, and by notices and identifiers. */
const most = 40;
const mostNotices = 1000;
/** How much of a text is looked at; what is longer holds more than licences. */
const longestText = 2 ** 20;

/**
 * Detects the licences in a text: whole texts by likeness to the SPDX list, notices that name a licence, and identifiers;
 * an exception is joined with its licence. What is unsure carries its doubt and is never an answer.
 */
export function detectLicences(text: string): LicenceReading {
  return licenceDetector()(text);
}

/** As `detectLicences`, for many texts: those that differ in nothing but their copyright notices are compared once. */
export function licenceDetector(): (text: string) => LicenceReading {
  const known = new Map<string, FoundInWords>();
  return (text) => {
    const looked = text.slice(0, longestText);
    const read = licenceWords(looked);
    const identified = identifierLines(looked, read).slice(0, mostNotices);
    const key = JSON.stringify([read.words.join(' '), identified]);
    const { found, otherWords } = known.get(key) ?? findInWords(read.words, identified);
    known.set(key, { found, otherWords });
    return { detected: found.map((one) => withLines(one, read)), otherWords };
  };
}

type FoundInWords = { readonly found: readonly FoundLicence[]; readonly otherWords: number };

function findInWords(words: readonly string[], identified: readonly Notice[]): FoundInWords {
  const numbers = numberWords(words);
  const found: FoundLicence[] = [];
  const take = (by: 'notice' | 'identifier') => (notice: Notice) => {
    found.push(noticeOf(by, notice));
    numbers.fill(-1, notice.from, notice.to);
  };
  identified.forEach(take('identifier'));
  while (found.length < identified.length + most) {
    const stretches = apart(compareTexts(numbers, least));
    if (stretches.length === 0) break;
    for (const stretch of stretches) {
      const [best, ...rivals] = within(stretch, numbers);
      found.push({ from: best.from, to: best.to, ...textOf(best, rivals, numbers) });
      numbers.fill(-1, best.from, best.to);
    }
  }
  const rest = () => words.map((word, at) => (numbers[at] === -1 ? '' : word));
  findNotices(rest()).slice(0, mostNotices).forEach(take('notice'));
  const sorted = found.toSorted((a, b) => a.from - b.from);
  return {
    found: settleTexts(joinExceptions(sorted, rest())),
    otherWords: numbers.reduce((count, number) => (number === -1 ? count : count + 1), 0),
  };
}

/** The best ones that do not overlap. */
function apart(alike: readonly Likeness[]): readonly Likeness[] {
  const taken: Likeness[] = [];
  for (const one of alike) {
    if (taken.every(({ from, to }) => one.to <= from || to <= one.from)) taken.push(one);
  }
  return taken;
}

/** How many words around a stretch are looked at with it. */
const margin = 40;

/**
 * What a stretch resembles when it is compared alone, for each text comes once in the comparison of a whole file. A long
 * text that is nearly met goes before a short one that is a part of it.
 */
function within(stretch: Likeness, numbers: Int32Array): readonly [Likeness, ...Likeness[]] {
  const start = Math.max(0, stretch.from - margin);
  const alike = compareTexts(numbers.slice(start, stretch.to + margin), least)
    .map((one) => ({ ...one, from: one.from + start, to: one.to + start }))
    .filter((one) => one.from < stretch.to && stretch.from < one.to);
  const [first = stretch] = alike;
  const longer = alike.find((one) => one.score >= almost && saysMore(one, first, numbers));
  const best = longer ?? first;
  return [best, ...alike.filter((one) => one !== best)];
}

/** A longer text that is as alike as this is meant by the whole of it. */
const almost = 0.85;

function textOf(best: Likeness, rivals: readonly Likeness[], numbers: Int32Array): Omit<FoundLicence, 'from' | 'to'> {
  const doubt = doubtOf(best, rivals, numbers);
  const candidates = [best, ...(doubt?.rivals ?? [])].flatMap(({ template, score }) =>
    idsOf(template).map((id) => ({ id, score: Math.round(score * 1000) / 1000 })),
  );
  return { by: best.score === 1 ? 'exact-text' : 'near-text', candidates, doubt: doubt?.why };
}

function noticeOf(by: 'notice' | 'identifier', { ids, doubt, from, to }: Notice): FoundLicence {
  return { by, candidates: ids.map((id) => ({ id, score: 1 })), doubt, from, to };
}

function withLines({ from, to, ...found }: FoundLicence, { lines }: LicenceWords): DetectedLicence {
  return { ...found, line: lines[from] ?? 1, endLine: lines[to - 1] ?? 1 };
}
