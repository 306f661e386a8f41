import type { ProductName } from '../../model/anomalies/cve.ts';

/** Vendor and product as CVE records write them, in the manner of CPE: lower case, `_` for spaces. */
export function productName(vendor: string, product: string): ProductName {
  return { vendor: inCpe(vendor), product: inCpe(product) };
}

/** The text under which a product is looked up. */
export function productKey({ vendor, product }: ProductName): string {
  return `${vendor}/${product}`;
}

/** A name without what separates its words: `mbed_tls`, `Mbed TLS` and `mbedtls` are alike so. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[\s_./\\-]/g, '');
}

function inCpe(name: string): string {
  return name.slice(0, 200).trim().toLowerCase().replace(/\s+/g, '_');
}
