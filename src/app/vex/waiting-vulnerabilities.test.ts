import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { FindingEntry, MetVerdict } from '../../model/dossier.ts';
import { waitingVulnerabilities } from './waiting-vulnerabilities.ts';

const entryOf = (id: string, given: Partial<Finding> = {}, component = 'pkg:npm/a@1'): FindingEntry => ({
  finding: {
    component,
    id,
    aliases: [],
    result: 'affected',
    why: '',
    records: [],
    kind: 'vulnerability',
    severities: [],
    fixed: [],
    ...given,
  },
  index: 0,
  entry: undefined,
  standing: { kind: 'open', met: undefined },
});
const scored = (score: number) => ({
  severities: [
    { kind: 'CVSS_V3', value: `CVSS:3.1/${score}`, score: 10, rating: 'critical' as const },
    { kind: 'CVSS_V3', value: `CVSS:3.1/${score}`, score, rating: 'high' as const, used: true as const },
  ],
});

test('the gravest comes first: malicious, exploited, then by the score that counts or the word, then by id', () => {
  const kev: NonNullable<Finding['kev']> = [];
  const waiting = waitingVulnerabilities([
    entryOf('CVE-2'),
    entryOf('CVE-1'),
    entryOf('CVE-3', scored(5)),
    entryOf('CVE-4', scored(7)),
    entryOf('CVE-6', {
      severities: [
        { kind: 'rating', value: 'MODERATE' },
        { kind: 'rating', value: 'CRITICAL' },
      ],
    }),
    entryOf('CVE-5', { kev }),
    entryOf('MAL-1', { kind: 'malware' }),
  ]);
  assert.deepEqual(
    waiting.map(({ id }) => id),
    ['MAL-1', 'CVE-5', 'CVE-6', 'CVE-4', 'CVE-3', 'CVE-1', 'CVE-2'],
  );
});

test('one vulnerability in several components is one, and two where it waits for two reasons', () => {
  const investigated = {
    ...entryOf('CVE-1', {}, 'pkg:npm/c@1'),
    standing: { kind: 'open', met: {} as MetVerdict },
  } as const;
  const waiting = waitingVulnerabilities([entryOf('CVE-1', {}, 'pkg:npm/b@1'), entryOf('CVE-1'), investigated]);
  assert.deepEqual(
    waiting.map(({ why, components }) => [why, components]),
    [
      ['no verdict', ['pkg:npm/a@1', 'pkg:npm/b@1']],
      ['under investigation', ['pkg:npm/c@1']],
    ],
  );
});
