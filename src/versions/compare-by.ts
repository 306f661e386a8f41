import type { Scheme } from '../model/plugs/scheme.ts';

/** Makes the order of a scheme out of what a text says and the order of that; a text that says nothing has none. */
export function compareBy<T extends object>(
  parse: (text: string) => T | undefined,
  order: (a: T, b: T) => number,
): Scheme['compare'] {
  return (a, b) => {
    const left = parse(a);
    if (a === b) return left === undefined ? undefined : 0;
    const right = parse(b);
    return left === undefined || right === undefined ? undefined : order(left, right);
  };
}
