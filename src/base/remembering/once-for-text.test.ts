import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceForText } from './once-for-text.ts';

test('each short text is worked out once, even where nothing comes of it', () => {
  const asked: string[] = [];
  const work = onceForText((text: string) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  });
  const long = 'x'.repeat(301);
  assert.deepEqual(['pot', '', 'pot', '', long, long].map(work), [3, undefined, 3, undefined, 301, 301]);
  assert.deepEqual(asked, ['pot', '', long, long]);
});

test('what is kept does not grow without end', () => {
  let asked = 0;
  const work = onceForText(() => asked++);
  for (let count = 0; count < 50_001; count++) work(`${count}`);
  work('0');
  assert.equal(asked, 50_002);
});
