import type { Likeness } from './compare-texts.ts';
import { pairsOf, templateIndex, type LicenceTemplate } from './licence-templates.ts';

/** Why a likeness is no answer, and the other texts that it may be. */
export type Doubt = { readonly why: string; readonly rivals: readonly Likeness[] };

/** A text that differs more from the licence is a question. */
const sure = 0.93;
/** A text of fewer words has to be met word for word. */
const shortest = 40;
/** A rival further behind than this does not count. */
const near = 0.12;

/** Doubts a likeness: it is too small, another text fits as well, weighty words were added, or one text has two names. */
export function doubtOf(best: Likeness, others: readonly Likeness[], numbers: Int32Array): Doubt | undefined {
  const ids = idsOf(best.template);
  if (best.score < 1) {
    if (best.score < sure || best.template.words.length < shortest)
      return { why: `the text is only ${percent(best.score)} that of ${ids[0]}`, rivals: closest(best, others) };
    const pairs = pairsOf(numbers, best.from, best.to);
    const rivals = closest(best, others).filter((rival) => !isRefuted(rival.template, best.template, pairs));
    if (rivals.length > 0)
      return {
        why: `${[best, ...rivals].map(({ template }) => template.ids[0]).join(' and ')} fit nearly as well`,
        rivals,
      };
    const added = weightyWords(best, numbers);
    if (added.length > 0)
      return {
        why: `beside the words of ${ids[0]} it says ${added.map((word) => `"${word}"`).join(', ')}`,
        rivals: [],
      };
  }
  if (ids.length > 1)
    return { why: `${ids.join(' and ')} have the same text; only a notice tells which is meant`, rivals: [] };
  return undefined;
}

/** The identifiers that a text can stand for; where one of them holds unless something else is said, that one. */
export function idsOf({ ids }: LicenceTemplate): readonly string[] {
  const plain = ids.find((id) => holdsUnlessSaid.has(id));
  return plain === undefined ? ids : [plain];
}

const holdsUnlessSaid = new Set(['MPL-2.0', 'OFL-1.0', 'OFL-1.1', 'CAL-1.0']);

function closest(best: Likeness, others: readonly Likeness[]): readonly Likeness[] {
  const ids = new Set(best.template.ids);
  const seen = new Set<string>();
  return others
    .filter(({ score, template }) => score > best.score - near && !template.ids.some((id) => ids.has(id)))
    .filter(
      ({
        template: {
          ids: [id = ''],
        },
      }) => !seen.has(id) && seen.add(id),
    )
    .slice(0, 3);
}

/**
 * Whether what tells two licences apart stands in the text as in the one and not as in the other; what only the other says
 * and the text does not, is enough.
 */
function isRefuted(rival: LicenceTemplate, best: LicenceTemplate, text: ReadonlyMap<number, number>): boolean {
  const its = ownPairs(rival, best, text);
  if (its.count >= fewestOwn && its.share <= 0.1) return true;
  const ours = ownPairs(best, rival, text);
  return (ours.count === 0 || ours.share >= 0.5) && (its.count === 0 || its.share <= 0.25);
}

/** So many pairs of words are a clause and no chance. */
const fewestOwn = 8;

/** Whether a longer licence is meant, because what it says beyond the other one stands in the text. */
export function saysMore(longer: Likeness, shorter: Likeness, numbers: Int32Array): boolean {
  if (longer.template.words.length <= shorter.template.words.length) return false;
  const { count, share } = ownPairs(longer.template, shorter.template, pairsOf(numbers, longer.from, longer.to));
  return count >= fewestOwn && share >= 0.6;
}

/** How many pairs one licence has and the other has not, and the share of them that is in the text. */
function ownPairs(one: LicenceTemplate, other: LicenceTemplate, text: ReadonlyMap<number, number>) {
  const own = [...one.pairs.keys()].filter((pair) => !other.pairs.has(pair));
  return { count: own.length, share: own.filter((pair) => text.has(pair)).length / Math.max(1, own.length) };
}

/** Words that turn what a licence grants; one more of them than the licence has is for a person to read. */
const weighty =
  'no except only must prohibited forbidden restricted commercial noncommercial medical military nuclear evil academic research educational evaluation fee royalty patent terminate'.split(
    ' ',
  );

function weightyWords({ template, from, to }: Likeness, numbers: Int32Array): readonly string[] {
  const text = numbers.subarray(from, to);
  return [...weighty.map((word) => [word]), ['not', 'neither']]
    .filter((words) => countOf(text, words) > countOf(template.words, words))
    .flatMap(([word]) => word ?? []);
}

function countOf(text: Int32Array, words: readonly string[]): number {
  const { numberOf } = templateIndex();
  const wanted = new Set(words.map((word) => numberOf.get(word) ?? -2));
  return text.reduce((count, number) => (wanted.has(number) ? count + 1 : count), 0);
}

function percent(score: number): string {
  return `${Math.floor(score * 100)} %`;
}
