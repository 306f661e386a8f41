import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareNumbered } from './compare.ts';

test('names are in the order of the numbers in them', () => {
  const names = [
    'issue 10a',
    'issue 10',
    'issue 2',
    'issue 02',
    'issue',
    'fix 4.17.2 e4',
    'fix 4.17.2 9',
    'fix 4.9.0 a1',
    '',
  ];
  assert.deepEqual(names.toSorted(compareNumbered), [
    '',
    'fix 4.9.0 a1',
    'fix 4.17.2 9',
    'fix 4.17.2 e4',
    'issue',
    'issue 02',
    'issue 2',
    'issue 10',
    'issue 10a',
  ]);
});
