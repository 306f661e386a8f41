import type { Advisory } from '../../../model/anomalies/advisory.ts';
import { compareText } from '../../../base/compare.ts';

/** Records that speak of one defect: those of one CVE, or without any CVE those that name one another. */
export type Cluster<T> = {
  /** The CVE, or else the first id of its records. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly members: readonly T[];
};

/**
 * Groups what was found in records by CVE. A record of several CVEs stands in each of their clusters, so that different
 * CVEs are never joined; a record of none follows its aliases to those that have some.
 */
export function clusterRecords<T extends { readonly record: Advisory }>(members: readonly T[]): readonly Cluster<T>[] {
  const named = recordsByName(members.map(({ record }) => record));
  const byDefect = new Map<string, T[]>();
  for (const member of members) {
    for (const id of defectsOf(member.record, named)) {
      const same = byDefect.get(id);
      if (same === undefined) byDefect.set(id, [member]);
      else same.push(member);
    }
  }
  return [...byDefect].map(([id, same]) => toCluster(id, same)).toSorted((a, b) => compareText(a.id, b.id));
}

type RecordsByName = ReadonlyMap<string, readonly Advisory[]>;

function recordsByName(records: readonly Advisory[]): RecordsByName {
  const byName = new Map<string, Advisory[]>();
  for (const record of records) {
    for (const id of idsOf(record)) {
      const same = byName.get(id);
      if (same === undefined) byName.set(id, [record]);
      else same.push(record);
    }
  }
  return byName;
}

function toCluster<T extends { readonly record: Advisory }>(id: string, members: readonly T[]): Cluster<T> {
  const all = new Set(members.flatMap(({ record }) => idsOf(record)));
  const aliases = [...all].filter((other) => other !== id && !isCve(other)).toSorted();
  const sorted = members.toSorted(
    (a, b) => compareText(a.record.id, b.record.id) || compareText(a.record.feed, b.record.feed),
  );
  return { id, aliases, members: sorted };
}

/** The CVEs of a record, or else of those that its aliases lead to; where there are none, the first id on the way. */
function defectsOf(record: Advisory, named: RecordsByName): readonly string[] {
  const reached = new Set([record]);
  for (const one of reached) {
    if (cvesOf(one).length > 0) continue;
    for (const other of idsOf(one).flatMap((id) => named.get(id) ?? [])) reached.add(other);
  }
  const cves = new Set([...reached].flatMap(cvesOf));
  return cves.size > 0
    ? [...cves]
    : [...reached]
        .map(({ id }) => id)
        .toSorted()
        .slice(0, 1);
}

function cvesOf(record: Advisory): readonly string[] {
  return idsOf(record).filter(isCve);
}

function idsOf({ id, aliases }: Advisory): readonly string[] {
  return [...new Set([id, ...aliases])];
}

function isCve(id: string): boolean {
  return /^CVE-\d{4}-\d{4,}$/.test(id);
}
