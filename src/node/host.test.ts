import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf } from './host.ts';

test('the clock stands still at SOURCE_DATE_EPOCH', () => {
  assert.equal(clockOf('1767225600').now().toISOString(), '2026-01-01T00:00:00.000Z');
  assert.equal(clockOf('0').now().toISOString(), '1970-01-01T00:00:00.000Z');
});

test('without SOURCE_DATE_EPOCH the clock goes', () => {
  for (const unset of [undefined, '']) assert.ok(clockOf(unset).now().getFullYear() > 2020);
});

for (const epoch of ['yesterday', '-1', '1.5', ' 1', '1e3', '253402300800', '99999999999999999'])
  test(`SOURCE_DATE_EPOCH "${epoch}" is wrong use, not another date`, () => {
    const message = `SOURCE_DATE_EPOCH is "${epoch}", which is no number of seconds since 1970`;
    assert.throws(() => clockOf(epoch), { name: 'UsageError', message });
  });
