import type { VexPart, VexProduct, VexStatement } from '../../model/vex/vex-document.ts';
import { compareText } from '../compare.ts';
import { onceForEach } from '../remembering/once-for-each.ts';

/** Puts statements that say the same of several products into one, and all in an order that follows from what they say. */
export function mergeStatements(statements: readonly VexStatement[]): readonly VexStatement[] {
  const groups = Map.groupBy(statements, saying);
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, group]) => {
      const [first] = group;
      return first === undefined ? [] : [{ ...first, products: mergeProducts(group.flatMap((one) => one.products)) }];
    });
}

/** All that a statement says but of what. */
function saying(statement: VexStatement): string {
  const { vulnerability, aliases, status, justification, impact, action, notes, timestamp, words } = statement;
  return JSON.stringify([
    vulnerability,
    aliases,
    status,
    justification ?? '',
    impact ?? '',
    action === undefined ? [] : [action.responses, action.text, action.due ?? ''],
    notes ?? '',
    timestamp ?? '',
    words ?? '',
  ]);
}

/** A product that is named as a whole is another than one of which parts are named. */
function mergeProducts(products: readonly VexProduct[]): readonly VexProduct[] {
  const groups = Map.groupBy(products, ({ part, subcomponents }) => `${subcomponents.length === 0} ${keyOf(part)}`);
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const lists = new Set(group.map(({ subcomponents }) => subcomponents));
      const subcomponents = lists.size === 1 ? sortedParts(first.subcomponents) : sortParts([...lists].flat());
      return [{ part: first.part, subcomponents }];
    });
}

function sortParts(parts: readonly VexPart[]): readonly VexPart[] {
  const found = new Map(parts.map((one) => [keyOf(one), one]));
  return [...found].toSorted(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

/** Many products may share one list of parts. */
const sortedParts = onceForEach(sortParts);

function keyOf({ id, version = '' }: VexPart): string {
  return `${id} ${version}`;
}
