import { pairsOf, runAt, runLength, templateIndex, type LicenceTemplate } from './licence-templates.ts';

/** Where a template comes in a text, by positions of words, and how alike the two are, from 0 to 1. */
export type Likeness = {
  readonly template: LicenceTemplate;
  readonly from: number;
  readonly to: number;
  readonly score: number;
};

/** The numbers of a text's words; 0 for a word that no licence holds. */
export function numberWords(words: readonly string[]): Int32Array {
  const { numberOf } = templateIndex();
  return Int32Array.from(words, (word) => numberOf.get(word) ?? 0);
}

/**
 * The templates that a text most resembles, the best first, of those with at least `least` likeness. Words numbered -1
 * are taken already. The likeness is the share of pairs of neighbouring words that both have.
 */
export function compareTexts(words: Int32Array, least: number): readonly Likeness[] {
  const { templates } = templateIndex();
  return mostVoted(words)
    .map(({ index, from, to }) => {
      const template = templates[index];
      return template === undefined ? undefined : likeness(words, template, from, to);
    })
    .filter((one) => one !== undefined && one.score >= least)
    .flatMap((one) => one ?? [])
    .toSorted((a, b) => b.score - a.score || b.template.words.length - a.template.words.length || byId(a, b));
}

function byId(a: Likeness, b: Likeness): number {
  return (a.template.ids[0] ?? '') < (b.template.ids[0] ?? '') ? -1 : 1;
}

/** How many templates are compared word by word. */
const mostCompared = 24;
/** The share of its runs that a template must have in the text before it is compared. */
const fewestRuns = 0.25;

type Vote = { readonly index: number; readonly share: number; readonly from: number; readonly to: number };

function mostVoted(words: Int32Array): readonly Vote[] {
  const { templates } = templateIndex();
  const votes = [...offsetsOf(words)].map(([index, offsets]): Vote => {
    const length = templates[index]?.words.length ?? 0;
    const { count, from, to } = mostAligned(offsets, length);
    return { index, share: count / length, from, to: Math.min(words.length, to + runLength) };
  });
  return votes.toSorted((a, b) => b.share - a.share || a.index - b.index).slice(0, mostCompared);
}

/** For each template of which enough runs are in the text, where they stand in the one and in the other: two numbers each. */
function offsetsOf(words: Int32Array): ReadonlyMap<number, number[]> {
  const { templates, runs } = templateIndex();
  const met: { readonly at: number; readonly holders: readonly number[] }[] = [];
  const counts = new Int32Array(templates.length);
  for (let at = 0; at <= words.length - runLength; at += 1) {
    const holders = (words[at] ?? 0) > 0 ? runs.get(runAt(words, at)) : undefined;
    if (holders === undefined) continue;
    met.push({ at, holders });
    for (let next = 0; next < holders.length; next += 2) {
      const index = holders[next] ?? 0;
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  const found = new Map(mostMet(counts).map((index) => [index, new Array<number>()]));
  if (found.size === 0) return found;
  for (const { at, holders } of met)
    for (let next = 0; next < holders.length; next += 2)
      found.get(holders[next] ?? 0)?.push(at, holders[next + 1] ?? 0);
  return found;
}

/** How many templates are aligned; what is missed when a text holds more of them is met when those are taken out. */
const mostTemplates = 64;

function mostMet(counts: Int32Array): readonly number[] {
  const { templates } = templateIndex();
  const shares = [...counts.entries()].flatMap(([index, count]) => {
    const runs = Math.max(1, (templates[index]?.words.length ?? 0) - runLength + 1);
    return count > 0 && count >= fewestRuns * runs ? [{ index, share: count / runs }] : [];
  });
  return shares
    .toSorted((a, b) => b.share - a.share || a.index - b.index)
    .slice(0, mostTemplates)
    .map(({ index }) => index);
}

/** The stretch of the text whose runs come in the order and at the distance of the template. */
function mostAligned(offsets: readonly number[], length: number): { count: number; from: number; to: number } {
  const width = Math.max(16, length * 0.1);
  const votes = new Map<number, number>();
  for (let next = 0; next < offsets.length; next += 2) {
    const bucket = Math.round(((offsets[next] ?? 0) - (offsets[next + 1] ?? 0)) / width);
    votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
  }
  const sums = [...votes.keys()].map((bucket) => ({
    bucket,
    sum: (votes.get(bucket - 1) ?? 0) + 2 * (votes.get(bucket) ?? 0) + (votes.get(bucket + 1) ?? 0),
  }));
  const peak = sums.reduce((best, one) => (one.sum > best.sum ? one : best)).bucket;
  const aligned: number[] = [];
  for (let next = 0; next < offsets.length; next += 2) {
    const at = offsets[next] ?? 0;
    const bucket = Math.round((at - (offsets[next + 1] ?? 0)) / width);
    if (Math.abs(bucket - peak) > 1) continue;
    if (aligned.at(-1) !== at) aligned.push(at);
  }
  return { count: aligned.length, ...dense(aligned, Math.min(6, Math.floor(length / 4))) };
}

/** Without single runs at the ends, which stand there by chance: `enough` of them have to come close together. */
function dense(aligned: readonly number[], enough: number): { from: number; to: number } {
  const span = 2 * enough + 4;
  let first = 0;
  while (first + enough < aligned.length && (aligned[first + enough] ?? 0) - (aligned[first] ?? 0) > span) first += 1;
  let last = aligned.length - 1;
  while (last - enough > first && (aligned[last] ?? 0) - (aligned[last - enough] ?? 0) > span) last -= 1;
  return { from: aligned[first] ?? 0, to: aligned[last] ?? 0 };
}

function likeness(words: Int32Array, template: LicenceTemplate, from: number, to: number): Likeness {
  const pairs = pairsOf(words, from, to);
  let shared = 0;
  for (const [pair, count] of pairs) shared += Math.min(count, template.pairs.get(pair) ?? 0);
  const score = (2 * shared) / Math.max(1, to - from - 1 + template.words.length - 1);
  return { template, from, to, score };
}
