import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from './explain.ts';

test('a rule that there is none of comes with the one that is meant', () => {
  assert.throws(() => explain('62304/suport'), { name: 'UsageError', help: /^Did you mean 81001-5-1\/support\? / });
  assert.throws(() => explain('manufacturr'), { help: /^Did you mean 62304\/manufacturer\? / });
  assert.throws(() => explain('zzz'), { help: /^Run `tureen explain` for the list\./ });
});
