import type { AffectedPackage, AffectedRange } from '../../../model/anomalies/advisory.ts';
import type { Scheme } from '../../../model/plugs/scheme.ts';
import { schemeOf } from '../../../versions/scheme-of.ts';
import { semver } from '../../../versions/semver.ts';
import { intervalsOf } from './version-intervals.ts';

/** An entry of a record whose ranges are read: to judge a version by them, and to say why it is not affected. */
export type OrderedEntry = Pick<AffectedPackage, 'ecosystem' | 'versions'> & {
  readonly ranges: readonly OrderedRange[];
};

/** A range as the runs of versions that it describes; none where it is written in no order that is known. */
export type OrderedRange = AffectedRange & {
  readonly scheme: Scheme | undefined;
  readonly intervals: ReturnType<typeof intervalsOf>;
};

/** Reads the ranges of an entry. */
export function orderEntry({ ecosystem, versions, ranges }: AffectedPackage): OrderedEntry {
  return { ecosystem, versions, ranges: ranges.map((range) => orderRange(range, ecosystem)) };
}

function orderRange({ kind, events }: AffectedRange, ecosystem: string): OrderedRange {
  const scheme = schemeOfRange(kind, ecosystem);
  return { kind, events, scheme, intervals: scheme === undefined ? [] : intervalsOf(events, scheme) };
}

/** SEMVER means Semantic Versioning in every ecosystem; git ranges have no order. */
function schemeOfRange(kind: AffectedRange['kind'], ecosystem: string): Scheme | undefined {
  if (kind === 'git') return undefined;
  return kind === 'semver' ? semver : schemeOf(ecosystem);
}
