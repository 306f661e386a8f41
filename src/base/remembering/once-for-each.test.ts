import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceForEach } from './once-for-each.ts';

test('each object is worked out once, even where nothing comes of it', () => {
  const asked: object[] = [];
  const work = onceForEach((key: { readonly size?: number }) => {
    asked.push(key);
    return key.size;
  });
  const [pot, pan] = [{ size: 3 }, {}];
  assert.deepEqual([work(pot), work(pan), work(pot), work(pan), work({ size: 3 })], [3, undefined, 3, undefined, 3]);
  assert.equal(asked.length, 3);
});
