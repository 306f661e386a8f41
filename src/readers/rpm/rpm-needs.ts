import type { RpmPackage } from './rpm-package.ts';

/** What meets the needs of a package among those that are installed, and which of its needs nothing meets. */
export type MetNeeds = { readonly needed: readonly RpmPackage[]; readonly unmet: readonly string[] };

/**
 * Prepares the search for what meets a need: a package that provides the capability, or owns the file. What the package
 * provides itself makes no edge. Versions of needs are for the installer, not for the graph.
 */
export function needsFinder(packages: readonly RpmPackage[]): (from: RpmPackage) => MetNeeds {
  const wanted = new Set(
    packages.flatMap(({ needs }) => needs.flatMap(namesIn)).filter((name) => name.startsWith('/')),
  );
  const providers = new Map<string, RpmPackage>();
  for (const one of packages) {
    for (const name of [one.name, ...one.provides, ...(wanted.size === 0 ? [] : one.owns(wanted))]) {
      for (const key of [name, inArchitecture(name, one)]) if (!providers.has(key)) providers.set(key, one);
    }
  }
  const find = (name: string, from: RpmPackage) => providers.get(inArchitecture(name, from)) ?? providers.get(name);
  return (from) => {
    const own = new Set(from.provides);
    const met = from.needs.map((need) => ({ need, found: namesIn(need).flatMap((name) => find(name, from) ?? []) }));
    return {
      needed: [...new Set(met.filter(({ need }) => !own.has(need)).flatMap(({ found }) => found))].filter(
        (found) => found !== from,
      ),
      unmet: met.filter(({ need, found }) => found.length === 0 && !isConditional(need)).map(({ need }) => need),
    };
  };
}

/**
 * The capabilities that a need names: itself, or those of a rich one such as `(a >= 1 or b) if c`, without its
 * conditions. Of alternatives every one that is installed counts: which of them does the work nobody tells.
 */
function namesIn(need: string): string[] {
  if (!need.startsWith('(')) return [need];
  const names: string[] = [];
  const words = richWords(need);
  let condition: number | undefined;
  let depth = 0;
  for (const [index, word] of words.entries()) {
    if (word === '(') depth++;
    else if (word === ')') {
      depth--;
      if (condition !== undefined && depth < condition) condition = undefined;
    } else if (word === 'if' || word === 'unless') condition ??= depth;
    else if (word === 'else' && condition === depth) condition = undefined;
    else if (condition === undefined && !operators.has(word) && !comparisons.has(words[index - 1] ?? ''))
      names.push(word);
  }
  return names;
}

/** Brackets that belong to a capability, as in `libc.so.6()(64bit)`, do not part words. */
function richWords(need: string): string[] {
  const words: string[] = [];
  for (const written of need.split(/\s+/)) {
    let word = written;
    while (word.startsWith('(')) {
      words.push('(');
      word = word.slice(1);
    }
    const surplus = Math.max(0, countOf(word, ')') - countOf(word, '('));
    const closing = Math.min(surplus, /(?<!\))\)*$/.exec(word)?.[0].length ?? 0);
    const name = word.slice(0, word.length - closing);
    if (name !== '') words.push(name);
    for (const each of Array.from({ length: closing }, () => ')')) words.push(each);
  }
  return words;
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** A rich need with a condition may be met by nothing at all. */
function isConditional(need: string): boolean {
  return need.startsWith('(') && / (?:if|unless) /.test(need);
}

function inArchitecture(name: string, { architecture }: RpmPackage): string {
  return `${architecture ?? ''}\0${name}`;
}

const operators = new Set(['and', 'or', 'with', 'without', '<', '<=', '=', '>=', '>']);
const comparisons = new Set(['<', '<=', '=', '>=', '>']);
