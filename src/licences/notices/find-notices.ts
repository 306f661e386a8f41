import { exceptionPhrases } from './exception-phrases.ts';
import { gnuTerm } from './gnu-term.ts';
import { namedTerm } from './named-term.ts';
import type { NamedTerm, Notice } from './notice.ts';

/**
 * Finds notices in words as `licenceWords` gives them: sentences that put something under one licence or a choice of
 * several, and references to an exception. Each word is looked at a bounded number of times.
 */
export function findNotices(words: readonly string[]): readonly Notice[] {
  const notices: Notice[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const notice = perlNotice(words, at) ?? waiver(words, at) ?? exceptionNotice(words, at) ?? termsNotice(words, at);
    if (notice === undefined) continue;
    const before = notices.at(-1);
    if (before !== undefined && isAlternative(words, before, notice))
      notices[notices.length - 1] = either(before, notice);
    else notices.push(notice);
    at = notice.to - 1;
  }
  return notices;
}

/** `under the terms of [either] A [or B …]`. */
function termsNotice(words: readonly string[], at: number): Notice | undefined {
  if (!isLead(words, at)) return undefined;
  let start = at + 1;
  while (start < at + mostFilling && filling.has(words[start] ?? '')) start += 1;
  const first = termAt(words, start) ?? gnuNear(words, start);
  if (first === undefined) return undefined;
  const offersChoice = words.slice(Math.max(0, at - 4), start).some((word) => choosing.has(word));
  return joined(words, at, first, offersChoice);
}

/** How many words may stand between "under" and the name. */
const mostFilling = 10;
const filling = new Set(
  'the terms of either both a an conditions and following license licenses your choice any one two version to licensed same'.split(
    ' ',
  ),
);
const choosing = new Set(['either', 'dual', 'duallicensed', 'dually', 'trilicensed', 'both', 'choice']);
const verbs = new Set(
  'licensed license licenses relicensed duallicensed released distributed redistributed redistribute available provided covered governed offered published used use copied modify dual subject permitted it them'.split(
    ' ',
  ),
);
const negations = new Set(['not', 'never', 'previously', 'formerly', 'originally', 'no', 'nor', 'compatible']);

/** Where a sentence puts something under a licence; a sentence that denies it, or tells of the past, does not. */
function isLead(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (word !== 'under' && word !== 'terms' && !(word === 'to' && words[at - 1] === 'subject')) return false;
  return !words.slice(Math.max(0, at - 4), at).some((before) => negations.has(before)) && !isSample(words, at);
}

/** How licences introduce the notice that they offer to be copied, and how far behind it the notice goes on. */
const samples = [
  'full notice is found',
  'attach the following boilerplate notice',
  'following copyright and license notices',
].map((phrase) => phrase.split(' '));
const sampleReach = 70;

/** Whether it stands in the appendix of a licence that shows how to apply it: that puts nothing under a licence. */
function isSample(words: readonly string[], at: number): boolean {
  for (let before = Math.max(0, at - sampleReach); before < at; before += 1)
    if (samples.some((phrase) => startsAt(words, before, phrase))) return true;
  return false;
}

function termAt(words: readonly string[], at: number): NamedTerm | undefined {
  const gnu = gnuTerm(words, at);
  if (gnu !== undefined) return gnu;
  const around = words.slice(Math.max(0, at - mostFilling - 3), at);
  return around.some((word) => verbs.has(word)) ? namedTerm(words, at) : undefined;
}

/** A name of the GNU licences is unmistakable: it may stand a little later, behind its version. */
function gnuNear(words: readonly string[], from: number): NamedTerm | undefined {
  let at = from;
  while (at < from + 5 && words[at] !== 'gnu') at += 1;
  return gnuTerm(words, at);
}

/** How far from one licence the next may stand: addresses and file names come between where a choice was announced. */
const [farWithChoice, farOtherwise] = [40, 4];
const mostTerms = 6;

function joined(words: readonly string[], at: number, first: NamedTerm, offersChoice: boolean): Notice {
  const terms = [first];
  const operators: string[] = [];
  let { after } = first;
  while (terms.length < mostTerms) {
    const next = nextTerm(words, after, offersChoice ? farWithChoice : farOtherwise);
    if (next === undefined) break;
    terms.push(next.term);
    operators.push(next.operator);
    ({ after } = next.term);
  }
  if (terms.length === 1) return { ids: first.ids, doubt: first.doubt, from: at, to: after };
  const choice = offersChoice || operators.includes('or');
  return { ...expressionOf(terms, choice ? ' OR ' : ' AND '), from: at, to: after };
}

function nextTerm(
  words: readonly string[],
  from: number,
  reach: number,
): { readonly term: NamedTerm; readonly operator: string } | undefined {
  for (let at = from; at < from + reach && at < words.length; at += 1) {
    const operator = words[at] ?? '';
    if (operator !== 'or' && operator !== 'and') continue;
    let start = at + 1;
    while (start < at + 6 && (filling.has(words[start] ?? '') || words[start] === 'b' || words[start] === 'or'))
      start += 1;
    const term = gnuTerm(words, start) ?? namedTerm(words, start);
    if (term !== undefined) return { term, operator };
  }
  return undefined;
}

function expressionOf(terms: readonly NamedTerm[], operator: ' OR ' | ' AND '): Pick<Notice, 'ids' | 'doubt'> {
  const isPerl = terms.some(({ ids }) => ids[0] === 'GPL-1.0-or-later');
  const settled = terms.map((term) =>
    isPerl && term.ids[0] === 'Artistic-1.0-Perl' ? { ...term, ids: ['Artistic-1.0-Perl'], doubt: undefined } : term,
  );
  const doubt = settled.find((term) => term.doubt !== undefined)?.doubt;
  const spelt = [...new Set(settled.map(({ ids: [id = ''] }) => id))].join(operator);
  const unclear = operator === ' AND ' ? 'it joins licences with "and", which may mean a choice' : undefined;
  return { ids: [spelt], doubt: doubt ?? unclear };
}

/** How far behind the first licence "alternatively" may offer another one: a header of Mozilla lies between. */
const alternativeReach = 160;

function isAlternative(words: readonly string[], before: Notice, notice: Notice): boolean {
  if (notice.from - before.to > alternativeReach || before.ids.length > 1 || notice.ids.length > 1) return false;
  return words.slice(Math.max(before.to, notice.from - 16), notice.from).includes('alternatively');
}

function either(one: Notice, other: Notice): Notice {
  const ids = [`${one.ids[0] ?? ''} OR ${other.ids[0] ?? ''}`];
  return { ids, doubt: one.doubt ?? other.doubt, from: one.from, to: other.to };
}

const perl = ['same terms as perl itself', 'same terms as the perl 5 programming language', 'same terms as perl'].map(
  (phrase) => phrase.split(' '),
);

function perlNotice(words: readonly string[], at: number): Notice | undefined {
  const phrase = words[at] === 'same' ? perl.find((one) => startsAt(words, at, one)) : undefined;
  if (phrase === undefined) return undefined;
  return { ids: ['Artistic-1.0-Perl OR GPL-1.0-or-later'], doubt: undefined, from: at, to: at + phrase.length };
}

const dedication = 'have dedicated all copyright and related and neighboring rights'.split(' ');
/** How far behind the dedication its name stands. */
const dedicationReach = 80;

/** The notice of CC0, which names no licence before it gives everything away. */
function waiver(words: readonly string[], at: number): Notice | undefined {
  if (words[at] !== 'have' && words[at] !== 'has') return undefined;
  if (!startsAt(words, at + 1, dedication.slice(1))) return undefined;
  const behind = words.slice(at, at + dedicationReach);
  const isNamed = behind.some(
    (word, index) => word.startsWith('cc0') || (word === 'publicdomain' && behind[index + 1] === 'zero'),
  );
  const doubt = isNamed ? undefined : 'it dedicates the work to the public domain and does not name CC0';
  return { ids: ['CC0-1.0'], doubt, from: at, to: at + dedication.length };
}

const exceptions = Map.groupBy(
  exceptionPhrases.map(([phrase, id]) => ({ phrase: phrase.split(' '), id })),
  ({ phrase: [first = ''] }) => first,
);

function exceptionNotice(words: readonly string[], at: number): Notice | undefined {
  const met = exceptions.get(words[at] ?? '')?.find(({ phrase }) => startsAt(words, at, phrase));
  return met === undefined ? undefined : { ids: [met.id], doubt: undefined, from: at, to: at + met.phrase.length };
}

function startsAt(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[at + index] === word);
}
