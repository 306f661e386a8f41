import type { VexPart, VexStatement } from '../../model/vex/vex-document.ts';

/** The product that every statement names, with or without parts of it; formats that have no place for it show it so. */
export function commonProduct(statements: readonly VexStatement[]): VexPart | undefined {
  const named = statements.flatMap(({ products }) => products.map(({ part }) => part));
  const [first] = named;
  return named.every(({ id }) => id === first?.id) ? first : undefined;
}
