import type { PackageKey } from '../../../base/packages/package-key.ts';
import type { Advisory } from '../../../model/anomalies/advisory.ts';
import type { AdvisedPackage } from './advised-package.ts';

/** Looks up the records that speak of a package; of `affected` each has just the entries of that package. */
export type Candidates = (asked: PackageKey) => readonly Advisory[];

/**
 * The records of a component by all names that it is published as, as they stand on a day: each record once, with what it
 * says of any of the names.
 */
export function recordsFor(
  advised: readonly AdvisedPackage[],
  candidates: Candidates,
  today: string,
): readonly Advisory[] {
  const [first = [], ...others] = advised.map(({ key }) => standing(candidates(key), today));
  if (others.length === 0) return first;
  return [...Map.groupBy([...first, ...others.flat()], recordText).values()].flatMap(joinEntries);
}

function recordText({ feed, id }: Advisory): string {
  return `${feed}/${id}`;
}

function joinEntries([first, ...others]: readonly Advisory[]): readonly Advisory[] {
  if (first === undefined) return [];
  if (others.length === 0) return [first];
  return [{ ...first, affected: [first, ...others].flatMap(({ affected }) => affected) }];
}

/** A record holds until it is withdrawn, also where that is announced. */
function standing(records: readonly Advisory[], today: string): readonly Advisory[] {
  const isAnnounced = ({ withdrawn }: Advisory) => withdrawn !== undefined && withdrawn.slice(0, 10) > today;
  return records.some(isAnnounced)
    ? records.map((record) => (isAnnounced(record) ? { ...record, withdrawn: undefined } : record))
    : records;
}
