import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourcesInBrief } from './sources-in-brief.ts';

test('a source is told in one line, with each of its ecosystems', () => {
  assert.deepEqual(
    sourcesInBrief([
      { ecosystem: 'PyPI', records: 2675, from: './mirror', read: 0 },
      { ecosystem: 'npm', records: 1, from: 'https://osv.example', read: 1 },
      { ecosystem: 'npm', records: 1195, from: './mirror', read: 3 },
    ]),
    [
      '3870 records of 2 ecosystems from ./mirror, 3 of them read now: PyPI 2675, npm 1195',
      'npm: 1 record from https://osv.example',
    ],
  );
});

test('where nothing tells how many were read, all of them count as held', () => {
  assert.deepEqual(sourcesInBrief([{ ecosystem: 'npm', records: 2, from: './mirror' }]), [
    'npm: 2 records from ./mirror',
  ]);
});
