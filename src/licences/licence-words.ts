import { isCopyrightLine } from './copyright-line.ts';

/** The words of a text that count when licences are compared, and the line that each stands on, counted from 1. */
export type LicenceWords = { readonly words: readonly string[]; readonly lines: readonly number[] };

/**
 * Reduces a text to what the SPDX matching guidelines compare: case, white space, punctuation, comment marks, bullets,
 * copyright notices and two ways of spelling a word make no difference, nor do the names of persons in disclaimers.
 */
export function licenceWords(text: string): LicenceWords {
  const words: string[] = [];
  const lines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const bare = bareLine(line);
    if (bare === '' || isCopyrightLine(bare)) continue;
    for (const [word] of bare.toLowerCase().matchAll(wordPattern)) {
      words.push(sameWord(word));
      lines.push(index + 1);
    }
  }
  return withoutNames({ words, lines });
}

const wordPattern = /[a-z0-9\u00c0-\u1fff\u3040-\uffff]+(?:['’-][a-z0-9\u00c0-\u1fff\u3040-\uffff]+)*/g;

/** Without comment marks and the bullet or number of a list item. */
function bareLine(line: string): string {
  const bare = line.replace(/^[^\p{L}\p{N}(<[©]+/u, '').trimEnd();
  return bare.replace(/^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\(\*\))(?=\s|$)\s*/i, '');
}

function sameWord(word: string): string {
  const joined = word.replace(/['’-]/g, '');
  return spellings.get(joined) ?? joined;
}

const spellings: ReadonlyMap<string, string> = new Map([
  ...pairs('licence license licences licenses licenced licensed sublicence sublicense sublicences sublicenses'),
  ...pairs('owner holder owners holders acknowledgement acknowledgment analogue analog analyse analyze'),
  ...pairs('artefact artifact authorisation authorization authorised authorized calibre caliber cancelled canceled'),
  ...pairs('catalogue catalog centre center emphasised emphasized favour favor favourite favorite fulfil fulfill'),
  ...pairs('fulfilment fulfillment initialise initialize judgement judgment labelling labeling labour labor'),
  ...pairs('merchantibility merchantability organisation organization practise practice programme program'),
  ...pairs('realise realize recognise recognize signalling signaling utilisation utilization whilst while'),
  ...pairs('wilful willful https http redistributions redistribution'),
]);

function pairs(text: string): readonly (readonly [string, string])[] {
  const words = text.split(' ');
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? word] as const] : []));
}

/** What a template leaves open between two fixed phrases: whose name it is, and who disclaims. */
const openPhrases: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[] = [
  { from: ['neither', 'the', 'name'], to: ['nor'] },
  { from: ['neither', 'the', 'names'], to: ['nor'] },
  { from: ['provided', 'by'], to: ['as', 'is'] },
  { from: ['as', 'is', 'and'], to: ['disclaims'] },
  { from: ['as', 'is', 'and'], to: ['disclaim'] },
  { from: ['in', 'no', 'event', 'shall'], to: ['be', 'liable'] },
  { from: ['in', 'no', 'event', 'will'], to: ['be', 'liable'] },
  { from: ['except', 'as', 'contained', 'in', 'this', 'notice', 'the'], to: ['shall', 'not'] },
];
const longestName = 30;

function withoutNames({ words, lines }: LicenceWords): LicenceWords {
  const kept: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    kept.push(at);
    for (const { from, to } of openPhrases) {
      const end = startsAt(words, at, from) ? endOf(words, at + from.length, to) : undefined;
      if (end === undefined) continue;
      for (let within = 1; within < from.length; within += 1) kept.push(at + within);
      at = end - 1;
      break;
    }
  }
  return { words: kept.map((at) => words[at] ?? ''), lines: kept.map((at) => lines[at] ?? 0) };
}

function startsAt(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[at + index] === word);
}

function endOf(words: readonly string[], from: number, to: readonly string[]): number | undefined {
  for (let at = from; at < from + longestName && at < words.length; at += 1) if (startsAt(words, at, to)) return at;
  return undefined;
}
