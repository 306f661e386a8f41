import { licencePhrases } from './licence-phrases.ts';
import type { NamedTerm } from './notice.ts';

/** Reads a licence that stands by its name at a position: the longest name that is known. */
export function namedTerm(words: readonly string[], at: number): NamedTerm | undefined {
  for (const { phrase, ids } of phrases.get(words[at] ?? '') ?? []) {
    if (!phrase.every((word, index) => words[at + index] === word)) continue;
    const doubt = ids.length === 1 ? undefined : `"${phrase.join(' ')}" names no version`;
    return { ids, doubt, after: at + phrase.length };
  }
  return undefined;
}

type Phrase = { readonly phrase: readonly string[]; readonly ids: readonly string[] };

/** By their first words, the longest first. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  licencePhrases
    .map(([phrase, ids]): Phrase => ({ phrase: phrase.split(' '), ids: ids.split(' ') }))
    .toSorted((a, b) => b.phrase.length - a.phrase.length),
  ({ phrase: [first = ''] }) => first,
);
