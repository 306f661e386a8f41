import type { Advisory } from '../../../model/anomalies/advisory.ts';
import { isCve } from '../../../base/anomalies/is-cve.ts';
import { compareText } from '../../../base/compare.ts';
import { distinct } from '../../../base/distinct.ts';

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
  if (members.length === 0) return [];
  const called = members.map(callMember);
  const [only] = called;
  if (only !== undefined && called.length === 1 && only.cves.length < 2) return [clusterOf(only)];
  const byName = groupByName(called);
  const byDefect = new Map<string, Called<T>[]>();
  for (const one of called) {
    for (const id of defectsOf(one, byName)) {
      const same = byDefect.get(id);
      if (same === undefined) byDefect.set(id, [one]);
      else same.push(one);
    }
  }
  return [...byDefect].map(([id, same]) => toCluster(id, same)).toSorted((a, b) => compareText(a.id, b.id));
}

/** A member with all ids of its record, and which of them are CVEs and which are not. */
type Called<T> = {
  readonly member: T;
  readonly ids: readonly string[];
  readonly cves: readonly string[];
  readonly others: readonly string[];
};

/** The cluster of a record that is the only one of its defect, as most are. */
function clusterOf<T extends { readonly record: Advisory }>({ member, cves, others }: Called<T>): Cluster<T> {
  const id = cves[0] ?? member.record.id;
  return { id, aliases: distinct(others.filter((other) => other !== id)), members: [member] };
}

type ByName<T> = ReadonlyMap<string, readonly Called<T>[]>;

function callMember<T extends { readonly record: Advisory }>(member: T): Called<T> {
  const { id, aliases } = member.record;
  const ids = aliases.length === 0 ? [id] : [...new Set([id, ...aliases])];
  const cves: string[] = [];
  const others: string[] = [];
  for (const one of ids) {
    if (isCve(one)) cves.push(one);
    else others.push(one);
  }
  return { member, ids, cves, others };
}

/** Names are followed only from records without a CVE. */
function groupByName<T>(called: readonly Called<T>[]): ByName<T> {
  const byName = new Map<string, Called<T>[]>();
  if (called.every(({ cves }) => cves.length > 0)) return byName;
  for (const one of called) {
    for (const id of one.ids) {
      const same = byName.get(id);
      if (same === undefined) byName.set(id, [one]);
      else same.push(one);
    }
  }
  return byName;
}

function toCluster<T extends { readonly record: Advisory }>(id: string, called: readonly Called<T>[]): Cluster<T> {
  const aliases = called.flatMap(({ others }) => others).filter((other) => other !== id);
  const members = called
    .map(({ member }) => member)
    .toSorted((a, b) => compareText(a.record.id, b.record.id) || compareText(a.record.feed, b.record.feed));
  return { id, aliases: distinct(aliases), members };
}

/** The CVEs of a record, or else of those that its aliases lead to; where there are none, the first id on the way. */
function defectsOf<T extends { readonly record: Advisory }>(start: Called<T>, byName: ByName<T>): readonly string[] {
  if (start.cves.length > 0) return start.cves;
  const reached = new Set([start]);
  for (const one of reached) {
    if (one.cves.length > 0) continue;
    for (const other of one.ids.flatMap((id) => byName.get(id) ?? [])) reached.add(other);
  }
  const cves = new Set([...reached].flatMap((one) => one.cves));
  return cves.size > 0
    ? [...cves]
    : [...reached]
        .map(({ member }) => member.record.id)
        .toSorted()
        .slice(0, 1);
}
