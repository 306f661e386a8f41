import assert from 'node:assert/strict';
import { test } from 'node:test';
import { europeanDay } from './european-day.ts';

for (const [date, day] of [
  ['2026/09/22', '2026-09-22'],
  ['2026-09-22', '2026-09-22'],
  ['2026-09-22T10:00:00Z', '2026-09-22'],
  ['Sep 22, 2026, 12:00:00 AM', '2026-09-22'],
  ['Apr 9, 2026, 12:00:00 AM', '2026-04-09'],
  ['Dec 31, 2026, 12:00:00 AM', '2026-12-31'],
  ['Sep 31, 2026, 12:00:00 AM', undefined],
  ['Jan 0, 2026, 12:00:00 AM', undefined],
  ['Xyz 9, 2026, 12:00:00 AM', undefined],
  ['2026/02/30', undefined],
  ['2026/13/01', undefined],
  ['22/09/26', undefined],
  ['', undefined],
] as const)
  test(`"${date}" is ${day ?? 'no day'}`, () => assert.equal(europeanDay(date), day));
