import type { MetadataAnswer, PackageMetadata } from '../../model/inventory/metadata.ts';

/** Frozen facts of left-pad 1.3.0 for examples of rules. */
export function metadataWith(
  facts: NonNullable<MetadataAnswer['facts']>,
  more: Partial<PackageMetadata> = {},
): Readonly<Record<string, string>> {
  const answers = [{ registry: 'npm', source: 'https://npm.example/left-pad', asOf: '2026-11-10', facts }];
  const packages = [{ purl: 'pkg:npm/left-pad@1.3.0', answers, ...more }];
  return { 'soup/metadata.lock.json': `${JSON.stringify({ packages }, undefined, 2)}\n` };
}
