/**
 * Compiles a glob over the names of a path, the parts between its slashes: `*`, `?`, `[a-z]`, `[!a]` and `!(…)` within
 * a name, `**` for any run of names, `{a,b}`, `@(a|b)` and `?(a|b)` for alternatives, a backslash before what is meant
 * as it stands. Matching takes time in proportion to glob times path, whatever a foreign file brings as either.
 */
export function compileGlob(glob: string): (names: readonly string[]) => boolean {
  const variants = expand(glob.replace(/^\.\//, '')).map((variant) => variant.split('/').map(compilePart));
  return (names) => variants.some((parts) => endFits(parts, names) && meets(parts, names, fitsName));
}

/** Stands for any number of the characters of a name, or of the names of a path. */
const run = Symbol('run');

/** What one item of a text or path must be. */
type Step<Fit> = Fit | typeof run;

type NameTest = (name: string) => boolean;

/** A character as it stands, or a test of one. */
type Character = string | ((character: string) => boolean);

/** The most globs that the alternatives of one are spelled out into. */
const mostVariants = 1000;

/** Spells alternatives out, the innermost first. */
function expand(glob: string): readonly string[] {
  const done = new Set<string>();
  const open = [glob];
  for (let variant = open.pop(); variant !== undefined; variant = open.pop()) {
    const group = [...variant.matchAll(/\{([^{}()\\]*)\}|([@?])\(([^{}()\\]*)\)/g)].find(
      ([, braced]) => braced === undefined || braced.includes(','),
    );
    if (group === undefined || open.length + done.size > mostVariants) {
      done.add(variant);
      continue;
    }
    const [whole, braced, sign, piped = ''] = group;
    const [before, after] = [variant.slice(0, group.index), variant.slice(group.index + whole.length)];
    const words = [...(braced?.split(',') ?? piped.split('|')), ...(sign === '?' ? [''] : [])];
    for (const word of words) open.push(`${before}${word}${after}`);
  }
  return [...done];
}

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
  const steps = [...glob.matchAll(/\\(.)|\[([!^]?)(\]?[^\]]*)\]|\*+|\?|./gsu)].map(([token, escaped, not, among]) => {
    if (escaped !== undefined) return escaped;
    if (among !== undefined) return classOf(among, not !== '');
    return token.startsWith('*') ? run : token === '?' ? () => true : token;
  });
  return (name) => meets<Character, string>(steps, name, (step, item) => (typeof step === 'string' ? step === item : step(item)));
}

/** The characters between brackets, and ranges of them. */
function classOf(among: string, not: boolean): (character: string) => boolean {
  const ranges = [...among.matchAll(/(.)-(.)|./gsu)].map(([token, from = token, to = token]) => [from, to] as const);
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== not;
}

function fitsName(test: NameTest, name: string): boolean {
  return test(name);
}

/** Most paths differ in their last name, which is soon seen. */
function endFits(parts: readonly Step<NameTest>[], names: readonly string[]): boolean {
  const [part, name] = [parts.at(-1), names.at(-1)];
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
