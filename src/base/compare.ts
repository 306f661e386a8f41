/** Orders two runs of decimal digits by their number, however long: leading zeros do not count. */
export function compareDigits(a: string, b: string): number {
  const left = withoutZeros(a);
  const right = withoutZeros(b);
  return left.length - right.length || compareText(left, right);
}

function withoutZeros(digits: string): string {
  let zeros = 0;
  while (digits[zeros] === '0') zeros++;
  return zeros === 0 ? digits : digits.slice(zeros);
}

/** Orders two texts by their UTF-16 code units, as every list of the product is sorted. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders two names by the numbers in them: `issue 2` is before `issue 10`. */
export function compareNumbered(a: string, b: string): number {
  return compareLists(runsOf(a), runsOf(b), compareRuns) || compareText(a, b);
}

function runsOf(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

function compareRuns(a: string, b: string): number {
  return /^\d/.test(a) && /^\d/.test(b) ? compareDigits(a, b) : compareText(a, b);
}

/** Orders two lists item by item; where one ends it counts as filled up with `missing`, or else comes first. */
export function compareLists<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
  missing?: T,
): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a[index] ?? missing;
    const right = b[index] ?? missing;
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const order = compare(left, right);
    if (order !== 0) return order;
  }
  return 0;
}
