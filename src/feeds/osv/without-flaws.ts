import { keepConforming } from '../../base/formats/keep-conforming.ts';
import type { SchemaProblem } from '../../base/formats/schema.ts';
import { osvSchema, type OsvRecord } from './osv-schema.ts';
import { unknownInstant } from '../unknown-instant.ts';

/**
 * What is left of an OSV record without the parts that fail its schema; `undefined` where its id or all its packages are
 * among them. A package whose versions cannot be read stays without any, so that it is put to a person and never counts as
 * not affected.
 */
export function withoutFlaws(record: unknown, problems: readonly SchemaProblem[]): OsvRecord | undefined {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const inEntries = problems.filter(({ keyPath }) => isEntry(keyPath));
  const affected = 'affected' in record && Array.isArray(record.affected) ? (record.affected as unknown[]) : [];
  const flaws = Map.groupBy(inEntries, ({ keyPath }) => keyPath[1]);
  const entries = affected.flatMap((entry, index) => withoutFlawedParts(entry, flaws.get(index) ?? []));
  const readable = inEntries.length === 0 ? record : { ...record, affected: entries };
  const others = problems.filter(({ keyPath }) => !isEntry(keyPath));
  const left = keepConforming(osvSchema, readable, others, substitutes);
  return problems.some(({ keyPath: [key] }) => key === 'affected') && !left?.affected?.length ? undefined : left;
}

const substitutes = new Map([['modified', unknownInstant]]);

function isEntry([key, index]: SchemaProblem['keyPath']): boolean {
  return key === 'affected' && index !== undefined;
}

/** Nobody can be asked about a package that has no name; without it the ranges would speak of a repository. */
function withoutFlawedParts(entry: unknown, flaws: readonly SchemaProblem[]): unknown[] {
  if (flaws.length === 0) return [entry];
  const parts = flaws.map(({ keyPath: [, , part] }) => part);
  if (typeof entry !== 'object' || entry === null || parts.includes('package') || parts.includes(undefined)) return [];
  const { package: named, ranges, versions } = entry as Readonly<Record<string, unknown>>;
  const isVersioned = parts.every((part) => part !== 'ranges' && part !== 'versions');
  return isVersioned ? [{ package: named, ranges, versions }] : named ? [{ package: named }] : [];
}
