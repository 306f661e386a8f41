import { formatPurl, parsePurl } from '../../base/packages/purl.ts';
import { vexPart } from '../../base/vex/vex-part.ts';
import type { VexPart, VexProduct } from '../../model/vex/vex-document.ts';
import type { CsafBranch, CsafDocument, CsafProduct } from './csaf-schema.ts';

/** The products of a document by their ids, and the groups that they are in. */
export type CsafProducts = {
  readonly productAt: (id: string) => VexProduct | undefined;
  readonly groupsOf: (id: string) => readonly string[];
};

/** Walks the product tree (CSAF 2.0, 3.2.2): names, branches, and products that are made of others. */
export function csafProducts({ product_tree: tree = {} }: CsafDocument): CsafProducts {
  const parts = new Map<string, VexPart>();
  const add = (product: CsafProduct, names: Partial<VexPart> = {}) =>
    parts.set(product.product_id, partOf(product, names));
  for (const product of tree.full_product_names ?? []) add(product);
  for (const branch of tree.branches ?? []) walk(branch, {}, add);
  const related = new Map<string, VexProduct>();
  for (const {
    full_product_name: name,
    product_reference: of,
    relates_to_product_reference: to,
  } of tree.relationships ?? []) {
    const inner = related.get(of)?.part ?? parts.get(of);
    const outer = related.get(to)?.part ?? parts.get(to);
    if (inner === undefined || outer === undefined) add(name);
    else related.set(name.product_id, { part: outer, subcomponents: [inner] });
  }
  const groups = new Map(tree.product_groups?.map((group) => [group.group_id, group.product_ids]));
  const groupsOf = new Map<string, string[]>();
  for (const [group, ids] of groups)
    for (const id of new Set(ids)) (groupsOf.get(id) ?? fresh(groupsOf, id)).push(group);
  return {
    productAt: (id) => {
      const part = parts.get(id);
      return related.get(id) ?? (part === undefined ? undefined : { part, subcomponents: [] });
    },
    groupsOf: (id) => groupsOf.get(id) ?? [],
  };
}

function fresh(lists: Map<string, string[]>, key: string): string[] {
  const list: string[] = [];
  lists.set(key, list);
  return list;
}

function walk(
  { category, name, product, branches = [] }: CsafBranch,
  above: Partial<VexPart>,
  add: (product: CsafProduct, names: Partial<VexPart>) => void,
): void {
  const key = keys.get(category);
  const names = key === undefined ? above : { ...above, [key]: name };
  if (product !== undefined) add(product, names);
  for (const branch of branches) walk(branch, names, add);
}

const keys: ReadonlyMap<string, 'vendor' | 'name' | 'version'> = new Map([
  ['vendor', 'vendor'],
  ['product_name', 'name'],
  ['product_version', 'version'],
  ['product_version_range', 'version'],
]);

function partOf(product: CsafProduct, { vendor, name, version }: Partial<VexPart>): VexPart {
  const { product_id: id, product_identification_helper: helper = {} } = product;
  const { purl = purlOf(helper.purls), cpe } = helper;
  return vexPart({ id: purl ?? id, purl, cpe, name: name ?? product.name, version, vendor });
}

/** CSAF 2.1 lists package URLs that differ in qualifiers alone: it is the same version of a package in each, and none else. */
function purlOf(purls: readonly string[] = []): string | undefined {
  if (purls.length <= 1) return purls[0];
  const bare = new Set(
    purls.map((one) => {
      const parts = parsePurl(one);
      return parts && formatPurl({ ...parts, qualifiers: undefined, subpath: undefined });
    }),
  );
  return bare.size === 1 ? [...bare][0] : undefined;
}
