import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WaitingVulnerability } from '../../../app/vex/waiting-vulnerabilities.ts';
import { exportNotes } from './export-notes.ts';

const waits = (id: string, given: Partial<WaitingVulnerability> = {}): WaitingVulnerability => ({
  id,
  why: 'no verdict',
  components: ['pkg:npm/a@1'],
  malware: false,
  exploited: false,
  severity: undefined,
  ...given,
});
const many = Array.from({ length: 54 }, (_, index) => waits(`CVE-2026-${1000 + index}`));

test('of many without a verdict the first are named, and how to see all; what is investigated by a verdict stands apart', () => {
  const gravest = waits('CVE-2025-1', { exploited: true, severity: { score: 9.8, rating: 'critical' } });
  const investigated = waits('CVE-2024-1', { why: 'under investigation' });
  assert.deepEqual(exportNotes({ doubt: undefined, waiting: [gravest, ...many, investigated], gone: [] }), [
    'note: 55 vulnerabilities are under investigation, without a verdict: CVE-2025-1 (exploited, critical 9.8), CVE-2026-1000, CVE-2026-1001, CVE-2026-1002, CVE-2026-1003 and 50 more',
    'note: 1 vulnerability is under investigation, as the verdict says: CVE-2024-1',
    'note: all of them: `tureen triage --list`, or --json with -o',
  ]);
});

test('where all are named nothing else is pointed at, and what has gone is one line', () => {
  const gone = [
    { id: 'CVE-1', component: 'pkg:npm/a@1' },
    { id: 'CVE-2', component: 'pkg:npm/b@1' },
  ];
  assert.deepEqual(
    exportNotes({ doubt: 'a file is new', waiting: [waits('CVE-3', { why: 'verdict has run out' })], gone }),
    [
      'note: the evaluation is outdated: a file is new',
      'note: 1 vulnerability is under investigation, as the verdict has run out: CVE-3',
      'note: 2 vulnerabilities are left out, as the component has gone since the evaluation: CVE-1 in pkg:npm/a@1, CVE-2 in pkg:npm/b@1',
    ],
  );
  assert.deepEqual(exportNotes({ doubt: undefined, waiting: [], gone: [] }), []);
});
