import type { PackageKey } from '../../../base/packages/package-key.ts';
import type { Advisory } from '../../../model/anomalies/advisory.ts';
import type { Component } from '../../../model/component.ts';
import { advisedPackagesOf } from './advised-package.ts';

/** Looks up the records that speak of a package; of `affected` each has just the entries of that package. */
export type Candidates = (asked: PackageKey) => readonly Advisory[];

/** The records of a component by all names that it is published as, each record once. */
export function recordsFor(component: Component, candidates: Candidates): readonly Advisory[] {
  const [first = [], ...others] = advisedPackagesOf(component).map(({ key }) => candidates(key));
  if (others.length === 0) return first;
  const known = new Set(first.map(recordText));
  return [...first, ...others.flat().filter((record) => !known.has(recordText(record)))];
}

function recordText({ feed, id }: Advisory): string {
  return `${feed}/${id}`;
}
