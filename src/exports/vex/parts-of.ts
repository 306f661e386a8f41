import { compareText } from '../../base/compare.ts';
import type { VexDocument, VexPart } from '../../model/vex/vex-document.ts';

/** Every product and part that a document speaks of, once, its own product first. */
export function partsOf({ product, statements }: VexDocument): readonly VexPart[] {
  const named = statements.flatMap(({ products }) =>
    products.flatMap(({ part, subcomponents }) => [part, ...subcomponents]),
  );
  const byId = new Map(named.map((part) => [part.id, part]));
  if (product !== undefined) byId.delete(product.id);
  const others = [...byId.values()].toSorted((a, b) => compareText(a.id, b.id));
  return product === undefined ? others : [product, ...others];
}
