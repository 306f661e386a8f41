import { productKey } from '../../../base/cpe/product-name.ts';
import type { Component } from '../../../model/component.ts';
import type { MappedCves } from './judge-by-products.ts';
import { mappedComponents } from './mapped-component.ts';

/** Whether CVE records of a confirmed product speak for a component: its version is known, and the store has such records. */
export function isMapped(component: Component, { mappings, found }: MappedCves): boolean {
  if (mappings.size === 0) return false;
  return mappedComponents(component, mappings).some(
    ({ mapping, version }) => 'exact' in version && (found.byProduct.get(productKey(mapping)) ?? []).length > 0,
  );
}
