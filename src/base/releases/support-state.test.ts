import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseSchema } from '../../model/releases/release.ts';
import { supportState } from './support-state.ts';

const today = '2026-11-15';
const ended = (on: string) => ({ ended: { on, reason: 'All devices were replaced' } });

for (const [what, support, kind] of [
  ['nothing is said of its end', {}, 'supported'],
  ['its last day is today', { until: today }, 'supported'],
  ['its last day was yesterday, and nobody has ended it', { until: '2026-11-14' }, 'overdue'],
  ['it is ended as of today', ended(today), 'ended'],
  ['it will be ended tomorrow', ended('2026-11-16'), 'supported'],
  ['its last day was yesterday, and it is ended tomorrow', { until: '2026-11-14', ...ended('2026-11-16') }, 'overdue'],
] as const)
  test(`a release is ${kind} where ${what}`, () => {
    const release = releaseSchema.parse({
      version: '1.0.0',
      date: '2026-01-01',
      recorded: { by: 'ada', on: '2026-01-01' },
      frozen: [{ file: 'inventory.json', sha256: '0'.repeat(64) }],
      support,
    });
    assert.equal(supportState(release, today).kind, kind);
  });
