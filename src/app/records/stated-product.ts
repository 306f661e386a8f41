import { decodeText } from '../../base/decode-text.ts';
import { parseJson } from '../../base/formats/json/json.ts';
import { parseToml } from '../../base/formats/toml.ts';
import { valueAt } from '../../base/formats/value-at.ts';
import type { Component } from '../../model/component.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Host } from '../host.ts';

/** What the product's own files say of it, and which of them: a proposal, for a label may say otherwise. */
export type StatedProduct = { readonly name: Stated | undefined; readonly version: Stated | undefined };

/** A fact, and the file that says it, with its line where that is known. */
export type Stated = { readonly value: string; readonly from: string };

/** What the lockfiles in the root say of the product, else the manifests there; nothing where they speak of several. */
export async function statedProduct(host: Host, inventory: Inventory): Promise<StatedProduct> {
  const { name, version } = productIn(inventory) ?? {};
  if (name !== undefined && version !== undefined) return { name, version };
  const said = await Promise.all(manifests.map((manifest) => read(host, manifest)));
  const [only, ...others] = said.filter((one) => one.name !== undefined || one.version !== undefined);
  const manifest = others.length === 0 ? only : undefined;
  return { name: name ?? manifest?.name, version: version ?? manifest?.version };
}

/** The product's own package, when the files in the root tell of just one. */
function productIn({ components }: Inventory): StatedProduct | undefined {
  const own = components.filter(
    ({ firstParty, foundAt }) => firstParty && foundAt.some(({ file }) => !file.includes('/')),
  );
  const [product] = own.length === 1 ? own : [];
  if (product === undefined) return undefined;
  const from = placeOf(product);
  const version = product.version === undefined ? undefined : { value: product.version, from };
  return { name: { value: product.name, from }, version };
}

function placeOf({ foundAt }: Component): string {
  return foundAt.map(({ file, line }) => `${file}:${line}`)[0] ?? 'the files';
}

/** Where a package manager has its user write what the product is called. */
type Manifest = { readonly file: string; readonly tables: readonly KeyPath[] };

const manifests: readonly Manifest[] = [
  { file: 'package.json', tables: [[]] },
  { file: 'composer.json', tables: [[]] },
  { file: 'pyproject.toml', tables: [['project'], ['tool', 'poetry']] },
  { file: 'Cargo.toml', tables: [['package']] },
];

async function read(host: Host, { file, tables }: Manifest): Promise<StatedProduct> {
  const bytes = await host.files.read(file);
  const text = bytes === undefined ? undefined : decodeText(bytes);
  const parsed = text === undefined ? undefined : file.endsWith('.json') ? parseJson(text) : parseToml(text);
  const said = (key: string): Stated | undefined => {
    const values = tables.map((table) => parsed && 'value' in parsed && valueAt(parsed.value, [...table, key]));
    const value = values.find((one) => typeof one === 'string' && one.trim() !== '');
    return typeof value === 'string' ? { value, from: file } : undefined;
  };
  return { name: said('name'), version: said('version') };
}
