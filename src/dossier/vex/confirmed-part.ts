import { packageOf } from '../../base/packages/purl.ts';
import type { Device } from '../../model/records/device.ts';
import type { VexPart } from '../../model/vex/vex-document.ts';

/** A part without a package URL is the package that a person confirmed it to be; names alone are never compared. */
export function confirmedPart(part: VexPart, { vexProducts = [] }: Device): VexPart {
  if (part.purl !== undefined || part.name === undefined) return part;
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const found = vexProducts.find(
    ({ vendor, product }) =>
      same(product, part.name ?? '') && (vendor === undefined || same(vendor, part.vendor ?? '')),
  );
  return found === undefined ? part : { ...part, purl: packageOf(found.package) };
}
