import { compareDigits, compareLists } from '../base/compare.ts';

/** Orders versions that are nothing but numbers, number by number; where one ends it comes first. */
export function compareDotted(a: string, b: string, separators: RegExp): number | undefined {
  const [left, right] = [numbersOf(a, separators), numbersOf(b, separators)];
  return left && right && compareLists(left, right, compareDigits);
}

function numbersOf(text: string, separators: RegExp): readonly string[] | undefined {
  const numbers = text.trim().split(separators);
  return numbers.every((number) => /^\d+$/.test(number)) ? numbers : undefined;
}
