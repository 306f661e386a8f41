import { exceptionTexts, licenceTexts } from './licence-texts.ts';
import { licenceWords } from './licence-words.ts';

/** A licence text as numbers, one a word, and the identifiers that all stand for it. */
export type LicenceTemplate = {
  readonly ids: readonly string[];
  readonly words: Int32Array;
  /** How often each pair of words comes. */
  readonly pairs: ReadonlyMap<number, number>;
};

/** All templates, the number of each word in them, and which template holds which run of four words. */
export type TemplateIndex = {
  readonly templates: readonly LicenceTemplate[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** For a run of words, the templates that hold it and the first places where it comes: two numbers each. */
  readonly runs: ReadonlyMap<number, readonly number[]>;
};

/** How many words make a run that is looked up. */
export const runLength = 4;

let built: TemplateIndex | undefined;

/** The SPDX texts of licences and exceptions, made ready for comparison when first asked for. */
export function templateIndex(): TemplateIndex {
  built ??= buildIndex([...licenceTexts(), ...exceptionTexts()]);
  return built;
}

function buildIndex(texts: readonly (readonly [string, string])[]): TemplateIndex {
  const numberOf = new Map<string, number>();
  const byWords = new Map<string, { readonly ids: string[]; readonly words: Int32Array }>();
  for (const [id, text] of texts) {
    for (const variant of variantsOf(text).flatMap((one) => [one, ...rewordings(id, one)])) {
      const { words } = licenceWords(variant);
      const key = words.join(' ');
      const known = byWords.get(key);
      if (known === undefined) byWords.set(key, { ids: [id], words: numbered(words, numberOf) });
      else if (!known.ids.includes(id)) known.ids.push(id);
    }
  }
  const templates = [...byWords.values()].map(({ ids, words }) => ({ ids, words, pairs: pairsOf(words) }));
  return { templates, numberOf, runs: runsOf(templates) };
}

/** The text without its title, which is often left out, and the same without what follows the end of the terms. */
function variantsOf(text: string): readonly string[] {
  const body = withoutTitle(text);
  const end = /^.*\bEND OF (?:THE )?TERMS AND CONDITIONS\b.*$/im.exec(body);
  return end === null ? [body] : [body, body.slice(0, end.index)];
}

/** The wording of the third clause that many projects have since 4.4BSD, in place of the one on the list. */
const authorsName =
  'The name of the author may not be used to endorse or promote products derived from this software without specific prior written permission.';

/** Other wordings of a text that are as common as that of the list; of Bison's exception the last sentence tells only of its history. */
function rewordings(id: string, text: string): readonly string[] {
  if (id === 'Bison-exception-2.2') return [text.replace(/This special exception was added[^]*$/, '')];
  if (id !== 'BSD-3-Clause') return [];
  return [text.replace(/Neither the name of[^]*?written\s+permission\./, authorsName)];
}

function withoutTitle(text: string): string {
  const lines = text.split('\n');
  let start = 0;
  while (start < 6 && isTitle(lines[start] ?? '')) start += 1;
  const body = lines.slice(start).join('\n');
  return body.length > 80 ? body : text;
}

function isTitle(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return (
    line.trim() === '' ||
    (words.length <= 12 &&
      /\blicen[cs]e|\bversion\b|\bagreement\b|\bexception\b/i.test(line) &&
      !/[.;,]\s*$/.test(line))
  );
}

function numbered(words: readonly string[], numberOf: Map<string, number>): Int32Array {
  return Int32Array.from(words, (word) => {
    const known = numberOf.get(word) ?? numberOf.size + 1;
    numberOf.set(word, known);
    return known;
  });
}

/** How often each pair of neighbours comes between two positions. */
export function pairsOf(words: Int32Array, from = 0, to = words.length): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (let at = from; at < to - 1; at += 1) {
    const pair = pairAt(words, at);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Numbers of words stay under 2^20. */
function pairAt(words: Int32Array, at: number): number {
  return (words[at] ?? 0) * 2 ** 20 + (words[at + 1] ?? 0);
}

/** The number of the run of words at a position; different runs may share one. */
export function runAt(words: Int32Array, at: number): number {
  let run = 0;
  for (let next = 0; next < runLength; next += 1) run = (Math.imul(run, 0x01000193) ^ (words[at + next] ?? 0)) | 0;
  return run;
}

/** How many places of a run are kept for one template; terms that come twice are told apart by them. */
const mostPlaces = 3;

function runsOf(templates: readonly LicenceTemplate[]): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const [index, { words }] of templates.entries()) {
    for (let at = 0; at <= words.length - runLength; at += 1) {
      const run = runAt(words, at);
      const known = runs.get(run);
      if (known === undefined) runs.set(run, [index, at]);
      else if (known.at(-2 * mostPlaces) !== index) known.push(index, at);
    }
  }
  return runs;
}
