import type { RangeEvent } from '../../../model/anomalies/advisory.ts';
import type { Scheme } from '../../../model/plugs/scheme.ts';
import { compareText } from '../../../base/compare.ts';
import { shorten } from './shorten.ts';

/** A run of affected versions; a bound that is `undefined` is open. */
export type Interval = {
  /** The first affected version. */
  readonly from: string | undefined;
  /** The first version after `from` that is not affected any more. */
  readonly until?: string;
  /** The last affected version. */
  readonly through?: string;
};

/** The runs of versions that the events of a range describe (OSV schema 1.7, "Evaluation"), or the event that is no version. */
export function intervalsOf(
  events: readonly RangeEvent[],
  scheme: Scheme,
): readonly Interval[] | { readonly unordered: string } {
  const bounds = events.map(boundOf);
  const unordered = bounds.find(
    ({ kind, version }) => !isOpen(kind, version) && scheme.compare(version, version) === undefined,
  );
  if (unordered !== undefined) return { unordered: unordered.version };
  return below(highestLimit(bounds, scheme), runsOf(bounds, scheme), scheme);
}

function runsOf(bounds: readonly Bound[], scheme: Scheme): readonly Interval[] {
  const intervals: Interval[] = [];
  let from: Beginning | undefined;
  let fixed: string | undefined;
  for (const bound of bounds.filter(({ kind }) => kind !== 'limit').toSorted((a, b) => compareBounds(a, b, scheme))) {
    if (bound.kind === 'introduced') {
      if (from === undefined || (from.isEmpty && !isAt(from.version, bound, scheme))) {
        const isEmpty = isAt(fixed, bound, scheme) && !isAt(intervals.at(-1)?.until, bound, scheme);
        from = { ...bound, isEmpty };
      }
      continue;
    }
    if (bound.kind === 'fixed') fixed = bound.version;
    if (from !== undefined) intervals.push(closed(from, bound));
    from = undefined;
  }
  return from === undefined || from.isEmpty ? intervals : [...intervals, { from: startOf(from) }];
}

function closed(from: Bound, { kind, version }: Bound): Interval {
  return kind === 'lastAffected' ? { from: startOf(from), through: version } : { from: startOf(from), until: version };
}

/** Whether a version, which the scheme must know as one, lies in an interval. */
export function isWithin(version: string, { from, until, through }: Interval, scheme: Scheme): boolean {
  const order = (bound: string) => scheme.compare(version, bound) ?? 0;
  return (
    (from === undefined || order(from) >= 0) &&
    (until === undefined || order(until) < 0) &&
    (through === undefined || order(through) <= 0)
  );
}

/** An interval as people write it: `>=1.0.0 <1.6.8`. */
export function showInterval({ from, until, through }: Interval): string {
  const bounds = [
    from === undefined ? undefined : `>=${shorten(from)}`,
    until === undefined ? undefined : `<${shorten(until)}`,
    through === undefined ? undefined : `<=${shorten(through)}`,
  ].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? 'every version' : bounds.join(' ');
}

type Bound = { readonly kind: 'introduced' | 'fixed' | 'lastAffected' | 'limit'; readonly version: string };

/**
 * Where a run begins. It is empty when it is also fixed there, ends no earlier run there, and nothing else ends it: databases
 * that know only what is patched write so a branch that never was affected.
 */
type Beginning = Bound & { readonly isEmpty: boolean };

function boundOf(event: RangeEvent): Bound {
  if ('introduced' in event) return { kind: 'introduced', version: event.introduced };
  if ('fixed' in event) return { kind: 'fixed', version: event.fixed };
  if ('lastAffected' in event) return { kind: 'lastAffected', version: event.lastAffected };
  return { kind: 'limit', version: event.limit };
}

function isAt(version: string | undefined, bound: Bound, scheme: Scheme): boolean {
  return version !== undefined && scheme.compare(version, bound.version) === 0;
}

/** `introduced: "0"` comes before every version, pre-releases included, and `limit: "*"` after every one. */
function isOpen(kind: Bound['kind'], version: string): boolean {
  return (kind === 'introduced' && version === '0') || (kind === 'limit' && version === '*');
}

function startOf({ kind, version }: Bound): string | undefined {
  return isOpen(kind, version) ? undefined : version;
}

/** Where there are limits, a version must be below one of them, so that the highest counts. */
function highestLimit(bounds: readonly Bound[], scheme: Scheme): string | undefined {
  const limits = bounds.filter(({ kind }) => kind === 'limit');
  if (limits.length === 0 || limits.some(({ kind, version }) => isOpen(kind, version))) return undefined;
  return limits.toSorted((a, b) => compareBounds(a, b, scheme)).at(-1)?.version;
}

function below(limit: string | undefined, intervals: readonly Interval[], scheme: Scheme): readonly Interval[] {
  if (limit === undefined) return intervals;
  const order = (version: string) => scheme.compare(version, limit) ?? 0;
  return intervals
    .filter(({ from }) => from === undefined || order(from) < 0)
    .map((interval) => {
      const { from, until, through } = interval;
      const ends = (until !== undefined && order(until) <= 0) || (through !== undefined && order(through) < 0);
      return ends ? interval : { from, until: limit };
    });
}

const sameVersionOrder: readonly Bound['kind'][] = ['fixed', 'introduced', 'lastAffected'];

function compareBounds(a: Bound, b: Bound, scheme: Scheme): number {
  const open = Number(isOpen(b.kind, b.version)) - Number(isOpen(a.kind, a.version));
  if (open !== 0) return open;
  return (
    (scheme.compare(a.version, b.version) ?? 0) ||
    sameVersionOrder.indexOf(a.kind) - sameVersionOrder.indexOf(b.kind) ||
    compareText(a.version, b.version)
  );
}
