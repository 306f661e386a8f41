import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostError, UsageError } from '../../base/errors.ts';
import { tryAgain } from './try-again.ts';

/** Work that fails with these errors, one after the other, and then is done. */
function failing(...errors: readonly Error[]) {
  const left = [...errors];
  return async () => {
    const error = left.shift();
    if (error !== undefined) throw error;
    return 'done';
  };
}

const full = new HostError('the disk is full', 'Make room.');

test('what a full disk kept from being written is written once there is room', async () => {
  const told: string[] = [];
  const isWanted = async ({ message }: HostError) => told.push(message) > 0;
  assert.equal(await tryAgain(failing(full, full), isWanted), 'done');
  assert.deepEqual(told, ['the disk is full', 'the disk is full']);
});

test('who does not want it again is told what failed', async () => {
  await assert.rejects(
    tryAgain(failing(full), async () => false),
    full,
  );
});

test('what no room and no right would mend is not tried again', async () => {
  const wrong = new UsageError('no', 'Do not.');
  await assert.rejects(
    tryAgain(failing(full, wrong), async () => true),
    wrong,
  );
});
