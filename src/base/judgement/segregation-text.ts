import type { ItemSegregation } from '../../model/records/item-segregation.ts';

/** What keeps software from harming the software around it, or why nothing has to. */
export function segregationText(segregation: ItemSegregation): string {
  const { mechanism, evidence, none } = segregation;
  if (mechanism === undefined) return `none needed: ${none ?? ''}`;
  return evidence.length === 0
    ? `${mechanism}; nothing shows that it works`
    : `${mechanism} (shown by ${evidence.join(', ')})`;
}
