import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedSince } from './changed-since.ts';

const day = '2026-06-01';

for (const [days, expected] of [
  [['2026-05-31'], false],
  [['2026-06-02'], true],
  [['2026-06-01'], undefined],
  [['2026-05-31', '2026-06-01'], undefined],
  [['2026-06-01', '2026-06-02'], true],
  [['0001-01-01', '2026-05-31'], false],
  [['0001-01-01'], undefined],
  [['1970-01-01'], undefined],
  [[], undefined],
] as const)
  test(`records of ${days.join(' and ') || 'no day'}: changed since ${day} is ${expected ?? 'not known'}`, () => {
    const records = days.map((one) => ({ id: 'GHSA-a', modified: `${one}T12:00:00Z`, hash: 'sha256:aa01' }));
    assert.equal(changedSince(day, records), expected);
  });
