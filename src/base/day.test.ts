import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBetween, isDay } from './day.ts';

test('days are counted over months, leap years and backwards', () => {
  assert.equal(daysBetween('2026-01-31', '2026-02-01'), 1);
  assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
  assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
  assert.equal(daysBetween('2026-11-02', '2026-11-01'), -1);
});

for (const [text, expected] of [
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['tomorrow', false],
] as const) {
  test(`"${text}" is ${expected ? 'a' : 'no'} day of the calendar`, () => assert.equal(isDay(text), expected));
}
