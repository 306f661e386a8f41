import { partTitle } from '../../base/vex/vex-part.ts';
import type { VexDocument, VexPart, VexStatement } from '../../model/vex/vex-document.ts';
import { partsOf } from './parts-of.ts';

/** The product tree of a document (CSAF 2.0, 3.2.2), and the ids by which a statement names its products. */
export type CsafProducts = {
  readonly tree: object;
  readonly idsOf: (statement: VexStatement) => readonly string[];
};

/** Numbers products and parts; a part of a product is a relationship with an id of its own. */
export function csafProducts(document: VexDocument): CsafProducts {
  const parts = partsOf(document);
  const ids = new Map(parts.map(({ id }, index) => [id, idAt(index)]));
  const pairs = new Map<string, { readonly part: VexPart; readonly of: VexPart; readonly id: string }>();
  for (const { products } of document.statements)
    for (const { part: of, subcomponents } of products)
      for (const part of subcomponents) {
        const key = pairOf(of, part);
        if (!pairs.has(key)) pairs.set(key, { part, of, id: idAt(parts.length + pairs.size) });
      }
  const idOf = (part: VexPart) => ids.get(part.id) ?? '';
  return {
    tree: {
      full_product_names: parts.map((part) => ({
        name: titleOf(part),
        product_id: idOf(part),
        product_identification_helper:
          part.purl === undefined && part.cpe === undefined ? undefined : { cpe: part.cpe, purl: part.purl },
      })),
      relationships:
        pairs.size === 0
          ? undefined
          : [...pairs.values()].map(({ part, of, id }) => ({
              category: 'default_component_of',
              full_product_name: { name: `${titleOf(part)} in ${titleOf(of)}`, product_id: id },
              product_reference: idOf(part),
              relates_to_product_reference: idOf(of),
            })),
    },
    idsOf: ({ products }) =>
      products.flatMap(({ part, subcomponents }) =>
        subcomponents.length === 0
          ? [idOf(part)]
          : subcomponents.map((one) => pairs.get(pairOf(part, one))?.id ?? idOf(one)),
      ),
  };
}

function idAt(index: number): string {
  return `CSAFPID-${String(index + 1).padStart(4, '0')}`;
}

function pairOf(of: VexPart, part: VexPart): string {
  return `${of.id} ${part.id}`;
}

function titleOf(part: VexPart): string {
  const { name, version } = partTitle(part);
  return version === undefined ? name : `${name} ${version}`;
}
