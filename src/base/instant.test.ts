import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareInstants, laterInstant } from './instant.ts';

test('instants are ordered by time, not by their letters', () => {
  const inOrder = [
    'no date',
    '0001-01-01T00:00:00Z',
    '2026-01-01T00:00:00+02:00',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.5Z',
    '2026-01-01T00:00:01Z',
  ];
  for (const [index, early] of inOrder.entries()) {
    for (const late of inOrder.slice(index + 1)) {
      assert.ok(compareInstants(early, late) < 0, `${early} < ${late}`);
      assert.equal(laterInstant(early, late), late);
      assert.equal(laterInstant(late, early), late);
    }
  }
  assert.equal(compareInstants('', 'no date'), 0);
});
