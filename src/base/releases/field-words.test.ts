import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WatchedRelease } from '../../model/releases/field.ts';
import { figuresInWords } from './field-words.ts';

const release: WatchedRelease = {
  version: '1.0.0',
  date: '2026-06-01',
  until: undefined,
  reviewed: undefined,
  components: 9,
  results: { affected: 5, undetermined: 2, 'not-affected': 4 },
  waiting: 5,
  questions: 3,
  news: { new: 0, known: 0, untold: 7 },
  uncovered: [],
};

const cases: readonly (readonly [WatchedRelease['news'], string])[] = [
  [{ new: 0, known: 7, untold: 0 }, '5 without a verdict that holds (3 questions), 0 new, 0 that'],
  [
    { new: 0, known: 0, untold: 7 },
    '5 without a verdict that holds (3 questions), of 7 nobody can tell whether they are new, 0 that',
  ],
  [{ new: 2, known: 4, untold: 1 }, '2 new, of 1 nobody can tell whether it is new, 0 that'],
];

for (const [news, says] of cases)
  test(`${JSON.stringify(news)} is told as “${says}”`, () => {
    assert.ok(figuresInWords({ ...release, news }).includes(says));
  });
