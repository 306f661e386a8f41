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

/** The schema's own way: below a limit, walk the sorted events up to the version and see how the last one left it. */
function isAffected(candidate: string, events: readonly RangeEvent[]): boolean {
  const limits = events.flatMap((one) => ('limit' in one ? [one.limit] : []));
  if (limits.length > 0 && !limits.some((limit) => limit === '*' || order(candidate, limit) < 0)) return false;
  const steps = events
    .flatMap((one) => {
      if ('introduced' in one)
        return [{ at: one.introduced, rank: one.introduced === '0' ? -1 : 1, kind: 'introduced' }];
      if ('fixed' in one) return [{ at: one.fixed, rank: 0, kind: 'fixed' }];
      return 'lastAffected' in one ? [{ at: one.lastAffected, rank: 2, kind: 'lastAffected' }] : [];
    })
    .toSorted((a, b) => (a.rank === -1 || b.rank === -1 ? a.rank - b.rank : order(a.at, b.at) || a.rank - b.rank));
  let affected = false;
  for (const { at, rank, kind } of steps) {
    if (kind === 'introduced' && (rank === -1 || order(at, candidate) <= 0)) affected = true;
    if (kind === 'fixed' && order(at, candidate) <= 0) affected = false;
    if (kind === 'lastAffected' && order(at, candidate) < 0) affected = false;
  }
  return affected;
}

function order(a: string, b: string): number {
  return semver.compare(a, b) ?? 0;
}
