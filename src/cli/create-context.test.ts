import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from './create-context.ts';

test('who wants no colour is asked without, too: the library that asks knows the environment alone', async () => {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  process.env['FORCE_COLOR'] = '1';
  const { aside } = await createContext({ color: false });
  assert.deepEqual([process.env['NO_COLOR'], process.env['FORCE_COLOR']], ['1', undefined]);
  assert.equal(aside.paint('red', 'left-pad'), 'left-pad');
  Object.assign(process.env, { ...(NO_COLOR && { NO_COLOR }), ...(FORCE_COLOR && { FORCE_COLOR }) });
  if (NO_COLOR === undefined) delete process.env['NO_COLOR'];
});
