import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advisory } from '../../../test/sample-advisory.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import { leadsFrom } from './leads-from.ts';

const finding: Finding = {
  component: 'pkg:npm/ladle@1.0.0',
  id: 'GHSA-1',
  aliases: ['PYSEC-1'],
  result: 'affected',
  why: '',
  records: [{ id: 'GHSA-1', feed: 'ghsa', modified: '2026-01-02T03:04:05Z', hash: '00' }],
  kind: 'vulnerability',
  severities: [],
  fixed: [],
};

test('a record that two feeds bring leads on by what the one says that was judged', () => {
  const known = [
    advisory('GHSA-1', { feed: 'osv', upstream: ['CVE-2026-0001'] }),
    advisory('GHSA-1', { feed: 'ghsa', upstream: ['CVE-2026-0002'] }),
    advisory('GHSA-2', { feed: 'ghsa', upstream: ['CVE-2026-0003'] }),
  ];
  assert.deepEqual(leadsFrom(finding, known), ['CVE-2026-0002', 'GHSA-1', 'PYSEC-1']);
});
