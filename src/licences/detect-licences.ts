import type { DetectedLicence, LicenceReading } from '../model/licences/detected-licence.ts';
import { compareTexts, numberWords, type Likeness } from './compare-texts.ts';
import { doubtOf, idsOf, saysMore } from './doubt-likeness.ts';
import { findNotices, type Notice } from './licence-notices.ts';
import { licenceWords, type LicenceWords } from './licence-words.ts';

/** A text of a licence that is less alike than this is not taken for it. */
const least = 0.7;
/** How many licences one file may hold. */
const most = 40;
/** How much of a text is looked at; what is longer holds more than licences. */
const longestText = 2 ** 20;

/**
 * Detects the licences in a text: whole texts by likeness to the SPDX list, and notices that name a licence. What is
 * unsure carries its doubt and is never an answer.
 */
export function detectLicences(text: string): LicenceReading {
  const read = licenceWords(text.slice(0, longestText));
  const numbers = numberWords(read.words);
  const texts: Found[] = [];
  while (texts.length < most) {
    const stretches = apart(compareTexts(numbers, least));
    if (stretches.length === 0) break;
    for (const stretch of stretches) {
      const [best, ...rivals] = within(stretch, numbers);
      texts.push({ from: best.from, to: best.to, ...textOf(best, rivals, numbers) });
      numbers.fill(-1, best.from, best.to);
    }
  }
  const rest = read.words.map((word, at) => (numbers[at] === -1 ? '' : word));
  const notices = findNotices(rest).map(noticeOf);
  for (const { from, to } of notices) numbers.fill(-1, from, to);
  return {
    detected: settle([...texts, ...notices].toSorted((a, b) => a.from - b.from)).map((one) => withLines(one, read)),
    otherWords: numbers.reduce((count, number) => (number === -1 ? count : count + 1), 0),
  };
}

type Found = Pick<DetectedLicence, 'by' | 'candidates' | 'doubt'> & { readonly from: number; readonly to: number };

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

function textOf(best: Likeness, rivals: readonly Likeness[], numbers: Int32Array): Omit<Found, 'from' | 'to'> {
  const doubt = doubtOf(best, rivals, numbers);
  const candidates = [best, ...(doubt?.rivals ?? [])].flatMap(({ template, score }) =>
    idsOf(template).map((id) => ({ id, score: Math.round(score * 1000) / 1000 })),
  );
  return { by: best.score === 1 ? 'exact-text' : 'near-text', candidates, doubt: doubt?.why };
}

function noticeOf({ ids, from, to }: Notice): Found {
  const doubt = ids.length === 1 ? undefined : 'the notice does not say whether later versions are allowed';
  return { by: 'notice', candidates: ids.map((id) => ({ id, score: 1 })), doubt, from, to };
}

/** A notice in the same file tells which of several licences with one text is meant. */
function settle(found: readonly Found[]): readonly Found[] {
  const told = new Set(
    found.flatMap(({ by, doubt, candidates }) =>
      by === 'notice' && doubt === undefined ? candidates.map(({ id }) => id) : [],
    ),
  );
  return found.map((one) => {
    const meant = one.candidates.filter(({ id }) => told.has(id));
    const sameText = one.candidates.every(({ score }) => score === one.candidates[0]?.score);
    return one.doubt !== undefined && sameText && meant.length === 1
      ? { ...one, candidates: meant, doubt: undefined }
      : one;
  });
}

function withLines({ from, to, ...found }: Found, { lines }: LicenceWords): DetectedLicence {
  return { ...found, line: lines[from] ?? 1, endLine: lines[to - 1] ?? 1 };
}
