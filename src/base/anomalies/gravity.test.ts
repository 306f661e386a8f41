import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import { compareGravity, countGravities, gravityMarks, gravityOf } from './gravity.ts';

const rated = (value: string) => gravityOf([found({ severities: [{ kind: 'rating', value }] })]);
const found = (given: Partial<Pick<Finding, 'kind' | 'kev' | 'severities'>>) => ({
  kind: 'vulnerability' as const,
  severities: [],
  ...given,
});

test('each defect is counted once, by the gravest of its marks, in words of one kind', () => {
  const exploited = gravityOf([
    found({ kev: [], severities: [{ kind: 'CVSS_V3', value: 'x', score: 9.8, rating: 'critical', used: true }] }),
  ]);
  const malicious = gravityOf([found({ kind: 'malware' })]);
  const all = [rated('low'), rated('MODERATE'), rated('medium'), rated('unheard of'), exploited, rated('Important')];
  assert.deepEqual(countGravities([...all, malicious]), [
    '1 malicious package',
    '1 exploited',
    '1 high',
    '2 medium',
    '1 low',
    '1 without a severity',
  ]);
  assert.deepEqual([...all, malicious].toSorted(compareGravity).map(gravityMarks), [
    ['malicious package'],
    ['exploited', 'critical 9.8'],
    ['important'],
    ['moderate'],
    ['medium'],
    ['low'],
    [],
  ]);
});
