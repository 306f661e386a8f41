import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchStream } from './module-stream.ts';

const fixed = [{ kind: 'ecosystem' as const, events: [{ fixed: '1:18.19.1-1.module_el8.9.0+3753+4de0891b' }] }];
const npm = { name: 'npm', version: '9.8.1-1.18.18.2.1.module_el8.8.0+3652+0e111ba0' };

const streams: readonly (readonly [summary: string | undefined, stream: string | undefined, match: unknown])[] = [
  ['Important: nodejs:18 security update', 'nodejs:18', 'same'],
  ['Important: nodejs:18 security update', 'nodejs:16', 'other'],
  ['ALSA-2024:1510 nodejs:18 security update', 'nodejs:18', 'same'],
  ['Important: 389-ds:1.4 security update', '389-ds:1.4', 'same'],
  ['Important: nodejs:18 security update', undefined, { unknown: 'nodejs:18' }],
  [undefined, 'nodejs:18', { unknown: 'a module' }],
];

test('what is mended outside of modules, too, speaks of every stream', () => {
  const [range] = fixed;
  const ranges = [{ kind: 'ecosystem' as const, events: [...(range?.events ?? []), { fixed: '1:18.19.1-1.el9' }] }];
  assert.equal(
    matchStream({ ...npm, stream: 'nodejs:16' }, { ranges }, 'Important: nodejs:18 security update'),
    'same',
  );
});

for (const [summary, stream, match] of streams)
  test(`what ${stream ?? 'an unknown stream'} is to "${summary ?? ''}"`, () => {
    assert.deepEqual(matchStream({ ...npm, stream }, { ranges: fixed }, summary), match);
  });
