import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerMemory } from './answer-memory.ts';

test('the texts used last are remembered, up to a sum of characters, and what is absent always', () => {
  const memory = answerMemory(10);
  memory.keep('a', 'aaaa');
  memory.keep('b', 'bbbb');
  memory.keep('gone', undefined);
  assert.deepEqual(memory.take('a'), { text: 'aaaa' });
  memory.keep('c', 'cccc');
  const known = ['a', 'b', 'c', 'gone', 'never'].map((address) => memory.take(address));
  assert.deepEqual(known, [{ text: 'aaaa' }, undefined, { text: 'cccc' }, { text: undefined }, undefined]);
});

test('one text that is longer than all may be is remembered alone, and kept again it counts once', () => {
  const memory = answerMemory(10);
  memory.keep('a', 'aaaa');
  memory.keep('long', 'x'.repeat(20));
  assert.deepEqual([memory.take('a'), memory.take('long')?.text?.length], [undefined, 20]);
  memory.keep('long', 'xx');
  memory.keep('b', 'bbbbbbbb');
  assert.equal(memory.take('long')?.text, 'xx');
});
