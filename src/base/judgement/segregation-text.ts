import type { ItemSegregation } from '../../model/records/item-segregation.ts';

/** What keeps software from harming the software around it, or why nothing has to. */
export function segregationText(segregation: ItemSegregation): string {
  if ('none' in segregation) return `none needed: ${segregation.none}`;
  const { mechanism, evidence } = segregation;
  return evidence.length === 0
    ? `${mechanism}; nothing shows that it works`
    : `${mechanism} (shown by ${evidence.join(', ')})`;
}
