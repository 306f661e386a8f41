import type { SchemaProblem } from '../../base/formats/schema.ts';
import { osvSchema } from './osv-schema.ts';

/**
 * What is left of an OSV record without the parts that fail its schema; `undefined` where its id or a package is one of
 * them. A package whose versions cannot be read stays without any, so that it is put to a person and never counts as not
 * affected.
 */
export function withoutFlaws(record: unknown, problems: readonly SchemaProblem[]): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const known = Object.keys(osvSchema.shape);
  const left = new Map(Object.entries(record).filter(([key]) => known.includes(key)));
  for (const { keyPath } of problems) {
    const [key, index] = keyPath;
    if (typeof key !== 'string' || key === 'id' || (key === 'affected' && index === undefined)) return undefined;
    if (key === 'modified') left.set(key, unknownInstant);
    else if (key !== 'affected') left.delete(key);
  }
  const affected: unknown = left.get('affected');
  if (Array.isArray(affected))
    left.set(
      'affected',
      affected.map((entry: unknown, index) => withoutFlawedParts(entry, partsAt(index, problems))),
    );
  return Object.fromEntries(left);
}

/** As Go writes a date that it does not know. */
const unknownInstant = '0001-01-01T00:00:00Z';

function partsAt(index: number, problems: readonly SchemaProblem[]) {
  return problems.flatMap(({ keyPath: [key, at, part] }) => (key === 'affected' && at === index ? [part] : []));
}

/** The schema refuses what is left where the package is among the flaws. */
function withoutFlawedParts(entry: unknown, parts: readonly unknown[]): unknown {
  if (parts.length === 0 || typeof entry !== 'object' || entry === null) return entry;
  const { package: named, ranges, versions } = entry as Readonly<Record<string, unknown>>;
  const isVersioned = parts.every((part) => part !== 'ranges' && part !== 'versions');
  return isVersioned ? { package: named, ranges, versions } : { package: named };
}
