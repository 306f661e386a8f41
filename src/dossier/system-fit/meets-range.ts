import { isInRange } from '../../versions/is-in-range.ts';

/** Whether a version keeps all bounds of a range, in the order of a type of package URL; `undefined` where there is no order. */
export function meetsRange(type: string, range: string, version: string): boolean | undefined {
  const answers = range.split(',').map((bound) => {
    const [, sign = '', limit = ''] = /^\s*([<>]=?|!?=)\s*(\S+)\s*$/.exec(bound) ?? [];
    const comparator = signs.find((known) => known === sign);
    return comparator === undefined
      ? undefined
      : isInRange({ type, constraints: [{ comparator, version: limit }] }, version);
  });
  if (answers.some((answer) => answer === false)) return false;
  return answers.every((answer) => answer === true) ? true : undefined;
}

const signs = ['<', '<=', '>', '>=', '=', '!='] as const;
