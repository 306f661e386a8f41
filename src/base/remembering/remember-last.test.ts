import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberLast } from './remember-last.ts';

test('the last two texts are worked on once, however often they are asked for in turn', () => {
  const worked: string[] = [];
  const length = rememberLast((text: string) => {
    worked.push(text);
    return text.length;
  });
  for (const text of ['a', 'bb', 'a', 'bb', 'a']) assert.equal(length(text), text.length);
  assert.deepEqual(worked, ['a', 'bb']);
  assert.equal(length('ccc'), 3);
  assert.deepEqual([length('bb'), length('a'), worked.length], [2, 1, 4]);
});
