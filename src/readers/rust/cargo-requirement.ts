/**
 * Whether a version fits what a Cargo.toml asks for, to tell apart the versions that a lockfile holds of one package:
 * carets, tildes, `=`, bounds and `*`, joined by commas. Of pre-releases only `=` takes notice; what is no requirement
 * is no reason against a version.
 */
export function fitsCargoRequirement(version: string, requirement: string): boolean {
  const actual = numbersOf(version);
  return requirement.split(',').every((clause) => {
    const [, operator = '', bound = ''] = /^([<>]=?|[=^~])?\s*(.*)$/s.exec(clause.trim()) ?? [];
    const asked = numbersOf(bound);
    if (asked.length === 0 || actual.length === 0) return true;
    if (operator === '=' && bound.includes('-')) return version.split('+')[0] === bound.split('+')[0];
    return fits(actual, operator, asked, bound.includes('*'));
  });
}

function fits(actual: readonly number[], operator: string, asked: readonly number[], wild: boolean): boolean {
  const order = compare(actual, asked);
  switch (operator) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return same(actual, asked, asked.length);
    case '~':
      return order >= 0 && same(actual, asked, Math.min(2, asked.length));
    default:
      return order >= 0 && same(actual, asked, wild ? asked.length : leadingNumbers(asked));
  }
}

/** A caret keeps the numbers up to the first that is not zero: `^1.2` the first, `^0.3` two, `^0.0.3` three. */
function leadingNumbers(asked: readonly number[]): number {
  const first = asked.findIndex((number) => number !== 0);
  return first === -1 ? asked.length : first + 1;
}

function same(a: readonly number[], b: readonly number[], count: number): boolean {
  return b.slice(0, count).every((number, index) => a[index] === number);
}

/** Compares the numbers that are asked for: `<=1.2` takes 1.2.9 in, and `>1.2` leaves it out. */
function compare(actual: readonly number[], asked: readonly number[]): number {
  const index = asked.findIndex((number, position) => number !== (actual[position] ?? 0));
  return index === -1 ? 0 : (actual[index] ?? 0) - (asked[index] ?? 0);
}

/** The numbers of a version up to its pre-release; of `1.2.*` two. */
function numbersOf(version: string): readonly number[] {
  const [written = ''] = /^\d+(?:\.\d+){0,2}/.exec(version) ?? [];
  return written === '' ? [] : written.split('.').map(Number);
}
