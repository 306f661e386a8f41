import { UsageError } from '../../base/errors.ts';
import { factIn } from '../../dossier/without-placeholders.ts';
import { sbomExports } from '../../exports/sbom/index.ts';
import type { Device } from '../../model/records/device.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import type { Host } from '../host.ts';
import { tool } from '../product.ts';

/** What the SBOM is about, and how it is to be written. */
export type SbomOrder = {
  readonly inventory: Inventory;
  readonly device: Device | undefined;
  /** The product's name where no `tureen.yaml` gives one. */
  readonly fallbackName: string;
  readonly format: string;
  /** The version of the specification; the format's preferred one when nobody says. */
  readonly spec: string | undefined;
};

/** Writes the inventory as an SBOM. Throws `UsageError` for a format or version that is not known. */
export function writeSbom(host: Host, { inventory, device, fallbackName, format, spec }: SbomOrder): string {
  const sbomExport = sbomExports.find(({ name }) => name === format);
  if (sbomExport === undefined) {
    throw new UsageError(
      `there is no format "${format}"`,
      `Take one of ${sbomExports.map(({ name }) => name).join(', ')}.`,
    );
  }
  const chosen = spec ?? sbomExport.specs[0] ?? '';
  if (!sbomExport.specs.includes(chosen)) {
    throw new UsageError(
      `${sbomExport.title} is not written in version "${chosen}"`,
      `Take one of ${sbomExport.specs.join(', ')}.`,
    );
  }
  const product = device?.device;
  return sbomExport.write(
    {
      product: {
        name: factIn(product?.name) ?? fallbackName,
        version: factIn(product?.version),
        manufacturer: factIn(product?.manufacturer),
        website: product?.website,
        email: product?.email,
      },
      tool,
      made: host.clock
        .now()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
      inventory,
    },
    chosen,
  );
}
