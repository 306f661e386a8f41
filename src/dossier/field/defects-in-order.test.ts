import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { finding } from '../../../test/sample-dossier.ts';
import type { Evaluation, Finding } from '../../model/anomalies/evaluation.ts';
import { verdictsSchema } from '../../model/anomalies/verdict.ts';
import { releaseSchema } from '../../model/releases/release.ts';
import { watchField } from './watch-field.ts';

const pot = component('pkg:npm/pot@1.0.0', { scope: 'runtime' });
const data = { hash: 'sha256:0', fetched: '2026-11-14T00:00:00Z', newest: '2026-11-14T00:00:00Z', sources: [] };

const of = (id: string, result: Finding['result'] = 'affected', more: Partial<Finding> = {}): Finding => ({
  ...finding(pot.purl, id, result),
  ...more,
});
const scored = (score: number): Partial<Finding> => ({
  severities: [{ kind: 'CVSS_V3', value: 'CVSS:3.1/…', score, rating: 'high', used: true }],
});
const active = (): Finding['ssvc'] => ({
  exploitation: 'active',
  by: ['CISA-ADP'],
  decision: { low: [], medium: [], high: [] },
});
const kev = [{ id: 'CVE-2026-0003', added: '2026-11-01', ransomware: 'unknown' as const }];

/** The most urgent first, which by their ids they would not be. */
const inOrder = [
  of('MAL-2026-0001', 'undetermined', { kind: 'malware', ...scored(9) }),
  of('CVE-2026-0009', 'undetermined', { ssvc: active() }),
  of('CVE-2026-0008', 'affected', scored(5)),
  of('CVE-2026-0007', 'affected', {
    severities: [{ kind: 'CVSS_V3', value: 'CVSS:3.1/…', score: 9, rating: 'critical' }],
  }),
  of('CVE-2026-0006'),
  of('CVE-2026-0005', 'undetermined', scored(9)),
  of('CVE-2026-0004', 'undetermined', scored(9)),
  of('CVE-2026-0003', 'affected', { kev }),
  of('CVE-2026-0002', 'affected', scored(9)),
];
const known = new Set(['CVE-2026-0006', 'CVE-2026-0004']);
const judged = new Set(['CVE-2026-0003', 'CVE-2026-0002']);

test('what waits is told first, then what is exploited, what affects, what is new, and what is severe', () => {
  const evaluation = (findings: readonly Finding[]): Evaluation => ({
    evaluated: '2026-01-01',
    data,
    inventory: 'sha256:0',
    components: 1,
    findings: [...findings],
    uncovered: [],
  });
  const record = releaseSchema.parse({
    version: '1.0.0',
    date: '2026-01-01',
    recorded: { by: 'ada', on: '2026-01-01' },
    frozen: [{ file: 'inventory.json', sha256: '0'.repeat(64) }],
  });
  const verdicts = verdictsSchema.parse({
    verdicts: [...judged].map((anomaly) => ({
      judged: [{ anomaly, package: 'pkg:npm/pot', versions: ['1.0.0'], scope: 'runtime', records: {} }],
      status: 'affected',
      reason: 'It is reached',
      by: 'ada',
      on: '2026-11-01',
    })),
  });
  for (const found of [inOrder, inOrder.toReversed()]) {
    const { defects } = watchField(
      {
        releases: [
          {
            release: { file: 'soup/releases/1.0.0/release.yaml', record },
            components: [pot],
            evaluation: evaluation(inOrder.filter(({ id }) => known.has(id))),
          },
        ],
        verdicts: [{ file: 'soup/verdicts/npm-pot.yaml', record: verdicts }],
        reviews: [],
        data,
        today: '2026-11-15',
      },
      () => evaluation(found),
    );
    assert.deepEqual(
      defects.map(({ id }) => id),
      inOrder.map(({ id }) => id),
    );
  }
});
