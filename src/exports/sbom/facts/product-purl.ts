import { formatPurl } from '../../../base/packages/purl.ts';
import type { SbomSubject } from '../../../model/plugs/export.ts';

/** An identifier of the product by which nothing but its own SBOM calls it: no registry and no database has it. */
export function productPurl({ name, version }: SbomSubject['product']): string {
  return formatPurl({ type: 'generic', name, version });
}
