import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test } from 'node:test';
import { inTurns } from './in-turns.ts';

test('each is done once, and no more at the same time than may be', async () => {
  const done: number[] = [];
  let atWork = 0;
  await inTurns(3, [1, 2, 3, 4, 5, 6, 7], async (one) => {
    atWork++;
    assert.ok(atWork <= 3);
    await setImmediate();
    atWork--;
    done.push(one);
  });
  assert.deepEqual(done, [1, 2, 3, 4, 5, 6, 7]);
});

test('after a fault nothing more is begun', async () => {
  const begun: number[] = [];
  const work = inTurns(2, [1, 2, 3, 4, 5, 6, 7], async (one) => {
    begun.push(one);
    await setImmediate();
    if (one === 3) throw new Error('broken');
  });
  await assert.rejects(work, /broken/);
  for (let turn = 0; turn < 20; turn++) await setImmediate();
  assert.deepEqual(begun, [1, 2, 3, 4]);
});
