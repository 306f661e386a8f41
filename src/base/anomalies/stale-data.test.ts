import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staleData } from './stale-data.ts';

const source = { hash: 'sha256:0', fetched: '2026-11-15T00:00:00Z', sources: [] };
const list = { feed: 'epss', from: '/mirror', records: 1, hash: 'sha256:0' };
const fresh = '2026-11-15T00:00:00Z';

for (const [what, newest, edition, dated, rules] of [
  ['records and a list of the last day that is borne', '2026-10-16T23:00:00Z', 'v1', '2026-10-16', ''],
  ['records of the day before', '2026-10-15T23:00:00Z', 'v1', '2026-10-16', 'evaluate/old-records'],
  ['a list of the day before', fresh, 'v1', '2026-10-15', 'evaluate/old-list'],
  ['a list that states no edition', fresh, undefined, '2020-01-01', ''],
  ['a list that states no day', fresh, 'v1', undefined, ''],
] as const)
  test(`${what}: ${rules === '' ? 'nothing is told' : rules}`, () => {
    const lists = [{ ...list, ...(edition !== undefined && { edition }), ...(dated !== undefined && { dated }) }];
    const told = staleData({ data: { ...source, newest, lists }, evaluated: '2026-11-15' }, 30, 'x.json');
    assert.equal(told.map(({ rule }) => rule).join(' '), rules);
  });
