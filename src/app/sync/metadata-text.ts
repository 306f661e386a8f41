import { compareText } from '../../base/compare.ts';
import type { PackageMetadata } from '../../model/inventory/metadata.ts';

/** The file of facts that were frozen: what is still in use, in one order; the same answers give the same bytes. */
export function metadataText(packages: Iterable<PackageMetadata>): string {
  const sorted = [...packages].toSorted((a, b) => compareText(a.purl, b.purl));
  return `${JSON.stringify({ packages: sorted.map(ordered) }, undefined, 2)}\n`;
}

function ordered({ purl, answers, licenceBefore }: PackageMetadata): PackageMetadata {
  const plain = answers.map(({ registry, source, asOf, facts, unknown }) => ({
    registry,
    source,
    asOf,
    facts,
    unknown,
  }));
  return { purl, answers: plain, ...(licenceBefore !== undefined && { licenceBefore }) };
}
