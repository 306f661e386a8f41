import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cisaTable } from './cisa-decisions.ts';
import { decideSsvc } from './decide-ssvc.ts';

test('the table answers each combination of the three points once', () => {
  assert.equal(new Set(cisaTable.map((row) => row.slice(0, 3).join())).size, 12);
  assert.equal(cisaTable.length, 12);
});

test('what is known leaves one decision for each impact on mission and well-being', () => {
  assert.deepEqual(decideSsvc({ exploitation: 'active', automatable: 'yes', technicalImpact: 'total' }), {
    low: ['attend'],
    medium: ['act'],
    high: ['act'],
  });
  assert.deepEqual(decideSsvc({ exploitation: 'none', automatable: 'no', technicalImpact: 'total' }), {
    low: ['track'],
    medium: ['track'],
    high: ['track*'],
  });
});

test('what is not known leaves all decisions that it could come to', () => {
  assert.deepEqual(decideSsvc({ exploitation: 'active' }), {
    low: ['track', 'attend'],
    medium: ['track', 'attend', 'act'],
    high: ['attend', 'act'],
  });
  assert.deepEqual(decideSsvc({}).high, ['track', 'track*', 'attend', 'act']);
});
