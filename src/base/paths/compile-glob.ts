/**
 * Compiles a glob over the names of a path, the parts between its slashes. Within a name `*`, `?`, `[a-z]` and `[!a]`
 * stand for characters, and `!(a|b)` for all names but those; `**` is any run of names, at the end of one at least;
 * `{a,b}`, `@(a|b)` and `?(a|b)` are alternatives; what follows a backslash is meant as it stands. A test takes time in
 * proportion to glob times path, whatever a foreign file brings as either.
 */
export function compileGlob(glob: string): (names: readonly string[]) => boolean {
  const variants = expand(glob.replace(/^\.\//, '')).map((variant) =>
    variant
      .replace(/(^|\/)\*\*$/, '$1*/**')
      .split('/')
      .map(compilePart),
  );
  return (names) => variants.some((parts) => endFits(parts, names) && meets(parts, names, fitsName));
}

/** Stands for any number of the characters of a name, or of the names of a path. */
const run = Symbol('run');

/** What one item of a text or path must be. */
type Step<Fit> = Fit | typeof run;

type NameTest = (name: string) => boolean;

/** A character as it stands, or a test of one. */
type Character = string | ((character: string) => boolean);

/** How often alternatives are spelled out; what a glob holds beyond that is taken as it stands. */
const mostExpansions = 1000;

/** Spells alternatives out, the innermost first. */
function expand(glob: string): readonly string[] {
  const done = new Set<string>();
  const open = [glob];
  let left = mostExpansions;
  for (let variant = open.pop(); variant !== undefined; variant = open.pop()) {
    const group = left-- > 0 ? alternatives(variant) : undefined;
    if (group === undefined) done.add(variant);
    else for (const word of group.words) open.push(`${group.before}${word}${group.after}`);
  }
  return [...done];
}

/** The first group of alternatives that holds no other; braces without a comma are none. */
function alternatives(glob: string) {
  for (const { 0: whole, 1: braced, 2: sign, 3: piped = '', index } of glob.matchAll(groups)) {
    if (braced?.includes(',') === false) continue;
    const words = braced?.split(',') ?? piped.split('|');
    return {
      before: glob.slice(0, index),
      words: sign === '?' ? [...words, ''] : words,
      after: glob.slice(index + whole.length),
    };
  }
  return undefined;
}

const groups = /\{([^{}()\\]*)\}|([@?])\(([^{}()\\]*)\)/g;

function compilePart(part: string): Step<NameTest> {
  if (part === '**') return run;
  const [, excluded] = /^!\((.*)\)$/.exec(part) ?? [];
  if (excluded !== undefined) {
    const tests = excluded.split('|').map(compileName);
    return (name) => !tests.some((test) => test(name));
  }
  return compileName(part);
}

function compileName(glob: string): NameTest {
  if (!/[\\[*?]/.test(glob)) return (name) => name === glob;
  const steps = [...glob.matchAll(tokens)].map(([token, escaped, not, among]): Step<Character> => {
    if (escaped !== undefined) return escaped;
    if (among !== undefined) return classOf(among, not !== '');
    return token.startsWith('*') ? run : token === '?' ? () => true : token;
  });
  const end = steps.slice(steps.findLastIndex((step) => typeof step !== 'string') + 1).join('');
  return (name) => name.endsWith(end) && meets(steps, name, fitsCharacter);
}

const tokens = /\\(.)|\[([!^]?)([^][^\]]{0,99})\]|\*+|\?|./gs;

function fitsCharacter(step: Character, character: string): boolean {
  return typeof step === 'string' ? step === character : step(character);
}

/** The characters between brackets, and ranges of them. */
function classOf(among: string, not: boolean): (character: string) => boolean {
  const ranges = [...among.matchAll(/(.)-(.)|./gs)].map(([token, from = token, to = token]) => [from, to] as const);
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== not;
}

function fitsName(test: NameTest, name: string): boolean {
  return test(name);
}

/** Most paths differ in their last name, which is soon seen. */
function endFits(parts: readonly Step<NameTest>[], names: readonly string[]): boolean {
  const part = parts.at(-1);
  const name = names.at(-1);
  return part === undefined || part === run || name === undefined || part(name);
}

/** Whether items are what the steps ask for, one by one; where a later step fails, only the last run is made longer. */
function meets<Fit, Item>(
  steps: readonly Step<Fit>[],
  items: ArrayLike<Item>,
  fits: (step: Fit, item: Item) => boolean,
): boolean {
  let [step, item, afterRun, runEnd] = [0, 0, 0, 0];
  while (item < items.length) {
    const wanted = steps[step];
    if (wanted === run) {
      afterRun = ++step;
      runEnd = item;
    } else if (wanted !== undefined && fits(wanted, items[item] as Item)) {
      step++;
      item++;
    } else if (afterRun > 0) {
      step = afterRun;
      item = ++runEnd;
    } else return false;
  }
  while (steps[step] === run) step++;
  return step === steps.length;
}
