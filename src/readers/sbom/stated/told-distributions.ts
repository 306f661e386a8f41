import type { SbomProperty, SbomReference } from '../../../model/inventory/sbom-document.ts';
import { hashAlgorithm } from './hash-algorithm.ts';

/**
 * The files that a package is delivered as, where an annotation tells them because SPDX 2 has no field for several:
 * `tureen:distribution: sha256 0f… numpy-2.1.3.tar.gz`, a line for each hash.
 */
export function toldDistributions(properties: readonly SbomProperty[]): readonly SbomReference[] {
  return properties.flatMap(({ name, value, keyPath }) => {
    if (name !== 'tureen:distribution') return [];
    const [, algorithm, digest, told] = /^(\w{1,20}) ([0-9a-f]{32,128}) (.+)$/.exec(value) ?? [];
    if (algorithm === undefined || digest === undefined || told === undefined)
      return [{ type: 'distribution', value, keyPath, hashes: [] }];
    const file = told.replace(/[?#].*$/, '').replace(/^.*\//, '') || undefined;
    const hash = { algorithm: hashAlgorithm(algorithm), value: digest, of: 'distribution' as const, file, keyPath };
    return [{ type: 'distribution', value: told, keyPath, hashes: [hash] }];
  });
}
