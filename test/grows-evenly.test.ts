import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growsEvenly } from './grows-evenly.ts';

const even: readonly (readonly [what: string, work: (size: number) => unknown])[] = [
  ['a loop', (size) => countTo(200 * size)],
  ['a sort', (size) => Array.from({ length: size }, (_, index) => (index * 7919) % size).toSorted((a, b) => a - b)],
  ['a map', (size) => new Map(Array.from({ length: size }, (_, index) => [`${index}`, index]))],
  ['an expression', (size) => /[bc]d/.exec('a'.repeat(size))],
  ['nothing', () => undefined],
  ['an answer that is waited for', async (size) => countTo(200 * (await Promise.resolve(size)))],
  ['what is slow at first', slowAtFirst()],
];

for (const [what, work] of even) test(`${what} grows evenly`, () => growsEvenly(what, work));

const uneven: readonly (readonly [what: string, work: (size: number) => unknown])[] = [
  ['a loop in a loop', (size) => countTo(4 * size * size)],
  ['an answer that is waited for', async (size) => /a+b/.exec('a'.repeat(await Promise.resolve(size)))],
  ['a text that is looked through for each hundredth of its characters', (size) => searched(size)],
];

for (const [what, work] of uneven)
  test(`${what} does not grow evenly`, () =>
    // One look: of several a single one within bounds would do.
    assert.rejects(growsEvenly(what, work, { quick: 2, looks: 1 }), {
      name: 'AssertionError',
      message: /: \d+ take [\d.]+ times as long as \d+$/,
    }));

function countTo(end: number): number {
  let count = 0;
  for (let index = 0; index < end; index++) count = (count + index) % 1009;
  return count;
}

/** Searched by many characters at once, which is as quick as any work by the square of a size can be. */
function searched(size: number): number {
  const text = Buffer.alloc(size, 'a');
  let found = 0;
  for (let start = 0; start < size; start += 100) found += text.indexOf(0x62, start);
  return found;
}

function slowAtFirst() {
  let runs = 0;
  return (size: number) => countTo(runs++ === 0 ? 1e7 : 200 * size);
}
