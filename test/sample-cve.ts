import type { CveRecord } from '../src/model/anomalies/cve.ts';

/** A CVE record that tells little, for tests to add what they are about. */
export function cve(id: string, facts: Partial<CveRecord> = {}): CveRecord {
  return {
    id,
    feed: 'nvd',
    modified: '2026-01-01T00:00:00Z',
    rejected: undefined,
    summary: undefined,
    severities: [],
    ssvc: [],
    exploited: [],
    weaknesses: [],
    claims: [],
    hash: 'ab',
    ...facts,
  };
}
