import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { RangeEvent } from '../../../model/anomalies/advisory.ts';
import { semver } from '../../../versions/semver.ts';
import { intervalsOf, isWithin, showInterval } from './version-intervals.ts';

const runs: readonly (readonly [string, readonly RangeEvent[], string])[] = [
  ['no events', [], ''],
  ['an open run', [{ introduced: '0' }], 'every version'],
  ['a fix without a beginning', [{ fixed: '1.0.0' }], ''],
  [
    'two beginnings in one run',
    [{ introduced: '1.0.0' }, { introduced: '1.5.0' }, { fixed: '2.0.0' }],
    '>=1.0.0 <2.0.0',
  ],
  [
    'unsorted events',
    [{ fixed: '2.0.0' }, { fixed: '1.0.0' }, { introduced: '1.5.0' }, { introduced: '0' }],
    '<1.0.0, >=1.5.0 <2.0.0',
  ],
  [
    'a fix where the next run begins',
    [{ introduced: '0' }, { fixed: '1.0.0' }, { introduced: '1.0.0' }],
    '<1.0.0, >=1.0.0',
  ],
  [
    'a run that ends where it begins',
    [{ introduced: '0' }, { fixed: '1.0.0' }, { introduced: '1.1.0' }, { fixed: '1.1.0' }],
    '<1.0.0',
  ],
  [
    'a run that ends where it begins, before a later one',
    [{ introduced: '1.0.0' }, { fixed: '1.0.0' }, { introduced: '1.5.0' }, { fixed: '2.0.0' }],
    '>=1.5.0 <2.0.0',
  ],
  [
    'runs that meet, the later written first',
    [{ introduced: '1.0.0' }, { fixed: '2.0.0' }, { introduced: '0' }, { fixed: '1.0.0' }],
    '<1.0.0, >=1.0.0 <2.0.0',
  ],
  [
    'a run that ends where it begins and later again',
    [{ introduced: '1.0.0' }, { fixed: '1.0.0' }, { fixed: '2.0.0' }, { introduced: '3.0.0' }],
    '>=1.0.0 <2.0.0, >=3.0.0',
  ],
  [
    'a beginning and a fix at one version within a run',
    [{ introduced: '0' }, { introduced: '1.0.0' }, { fixed: '1.0.0' }, { fixed: '2.0.0' }],
    '<1.0.0, >=1.0.0 <2.0.0',
  ],
  ['a last affected version', [{ introduced: '1.0.0' }, { lastAffected: '1.0.0' }], '>=1.0.0 <=1.0.0'],
  ['the highest of two limits', [{ introduced: '0' }, { limit: '2.0.0' }, { limit: '1.0.0' }], '<2.0.0'],
  ['a limit below a fix', [{ introduced: '0' }, { fixed: '3.0.0' }, { limit: '2.0.0' }], '<2.0.0'],
  ['a limit at the beginning', [{ introduced: '2.0.0' }, { limit: '2.0.0' }], ''],
  ['introduced 0 before a pre-release of 0', [{ fixed: '0.0.0-1' }, { introduced: '0' }], '<0.0.0-1'],
];

for (const [title, events, expected] of runs) {
  test(title, () => {
    const intervals = intervalsOf(events, semver);
    assert.ok(!('unordered' in intervals));
    assert.equal(intervals.map(showInterval).join(', '), expected);
  });
}

test('a bound that is no version is named', () => {
  assert.deepEqual(intervalsOf([{ introduced: '0' }, { fixed: 'next' }], semver), { unordered: 'next' });
});

const versions = ['0.0.0-1', '0.9.0', '1.0.0-rc.1', '1.0.0', '1.1.0', '2.0.0', '2.0.1', '3.0.0'];
const version = fc.constantFrom(...versions);
const event: fc.Arbitrary<RangeEvent> = fc.oneof(
  fc.constantFrom('0', ...versions).map((introduced) => ({ introduced })),
  version.map((fixed) => ({ fixed })),
  version.map((lastAffected) => ({ lastAffected })),
  fc.constantFrom('*', ...versions).map((limit) => ({ limit })),
);

test('the runs hold just the versions that the pseudo-code of the OSV schema finds affected', () => {
  fc.assert(
    fc.property(version, fc.array(event, { maxLength: 7 }), (candidate, events) => {
      const intervals = intervalsOf(events, semver);
      assert.ok(!('unordered' in intervals));
      assert.equal(
        intervals.some((interval) => isWithin(candidate, interval, semver)),
        isAffected(candidate, events),
      );
    }),
    { numRuns: 3000 },
  );
});

/**
 * The schema's own way: below a limit, walk the sorted events up to the version and see how the last one left it. Where it
 * says nothing, of a beginning and a fix at one version, nothing begins unless something ended there or ends it later.
 */
function isAffected(candidate: string, events: readonly RangeEvent[]): boolean {
  const limits = events.flatMap((one) => ('limit' in one ? [one.limit] : []));
  if (limits.length > 0 && !limits.some((limit) => limit === '*' || order(candidate, limit) < 0)) return false;
  const steps = stepsOf(events);
  let affected = false;
  for (const { at, kind } of steps) {
    const isBegun = kind === 'introduced' && (at === undefined || order(at, candidate) <= 0);
    if (isBegun && (affected || !isEmpty(at, steps))) affected = true;
    if (kind === 'fixed' && at !== undefined && order(at, candidate) <= 0) affected = false;
    if (kind === 'lastAffected' && at !== undefined && order(at, candidate) < 0) affected = false;
  }
  return affected;
}

type Step = { readonly at: string | undefined; readonly kind: 'introduced' | 'fixed' | 'lastAffected' };

function isEmpty(at: string | undefined, steps: readonly Step[]): boolean {
  if (at === undefined || !steps.some((step) => step.kind === 'fixed' && step.at === at)) return false;
  const first = steps.findIndex((step) => step.at === at);
  const after = steps.slice(steps.findLastIndex((step) => step.kind === 'introduced' && step.at === at) + 1);
  return !isOpenBefore(first, steps) && (after[0] === undefined || after[0].kind === 'introduced');
}

function isOpenBefore(index: number, steps: readonly Step[]): boolean {
  let affected = false;
  for (const { at, kind } of steps.slice(0, index)) {
    affected = kind === 'introduced' && (affected || !isEmpty(at, steps));
  }
  return affected;
}

function stepsOf(events: readonly RangeEvent[]): readonly Step[] {
  const kinds = ['fixed', 'introduced', 'lastAffected'];
  return events
    .flatMap((one): Step[] => {
      if ('introduced' in one) return [{ at: one.introduced === '0' ? undefined : one.introduced, kind: 'introduced' }];
      if ('fixed' in one) return [{ at: one.fixed, kind: 'fixed' }];
      return 'lastAffected' in one ? [{ at: one.lastAffected, kind: 'lastAffected' }] : [];
    })
    .toSorted((a, b) => {
      if (a.at === undefined || b.at === undefined) return Number(b.at === undefined) - Number(a.at === undefined);
      return order(a.at, b.at) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
    });
}

function order(a: string, b: string): number {
  return semver.compare(a, b) ?? 0;
}
