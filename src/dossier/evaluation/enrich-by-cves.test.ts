import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CveRecord } from '../../model/anomalies/cve.ts';
import { evaluationSchema, type Finding } from '../../model/anomalies/evaluation.ts';
import { cve } from '../../../test/sample-cve.ts';
import { enrichByCves, findingKey } from './enrich-by-cves.ts';

const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const lower = 'CVSS:3.1/AV:L/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N';

const finding: Finding = {
  component: 'pkg:npm/viewer@1.0.0',
  id: 'CVE-2026-0001',
  aliases: [],
  result: 'affected',
  why: '',
  records: [],
  kind: 'vulnerability',
  severities: [{ kind: 'CVSS_V3', value: lower }],
  fixed: [],
};

const record = cve('CVE-2026-0001', {
  feed: 'cve-list',
  severities: [
    { kind: 'CVSS_V3', value: vector, source: 'CISA-ADP' },
    { kind: 'CVSS_V3', value: lower, source: 'acme' },
  ],
  ssvc: [
    {
      by: 'CISA-ADP',
      dated: '2026-01-02T00:00:00Z',
      exploitation: 'poc',
      automatable: 'yes',
      technicalImpact: 'total',
    },
  ],
  weaknesses: ['CWE-120'],
});

function enrich(one: Finding, records: readonly CveRecord[], ids = [one.id]): Finding | undefined {
  return enrichByCves(
    [one],
    new Map([[findingKey(one), ids]]),
    Map.groupBy(records, ({ id }) => id),
  )[0];
}

test('severities are told with their authors, each vector once, and the highest is used', () => {
  const nvd: CveRecord = {
    ...record,
    feed: 'nvd',
    severities: [{ kind: 'CVSS_V3', value: vector, source: 'NVD' }],
    ssvc: [],
  };
  assert.deepEqual(enrich(finding, [record, nvd])?.severities, [
    { kind: 'CVSS_V3', value: lower, source: 'acme', score: 2.9, rating: 'low' },
    { kind: 'CVSS_V3', value: vector, source: 'CISA-ADP, NVD', score: 9.8, rating: 'critical', used: true },
  ]);
});

test('the points of CISA come to a decision for each answer to what only a person knows', () => {
  assert.deepEqual(enrich(finding, [record])?.ssvc, {
    exploitation: 'poc',
    automatable: 'yes',
    technicalImpact: 'total',
    by: ['CISA-ADP'],
    dated: '2026-01-02T00:00:00Z',
    decision: { low: ['track'], medium: ['track*'], high: ['attend'] },
  });
});

test('of several statements the latest holds, in whatever order they come', () => {
  const [stated] = record.ssvc;
  const later = { ...stated, by: 'acme', dated: '2026-01-03T00:00:00Z', exploitation: 'none' as const };
  for (const ssvc of [
    [...record.ssvc, later],
    [later, ...record.ssvc],
  ]) {
    const told = enrich(finding, [{ ...record, ssvc }])?.ssvc;
    assert.deepEqual([told?.exploitation, told?.by], ['none', ['acme']]);
  }
});

test('a list of exploited vulnerabilities knows better than an older statement, and alone leaves points open', () => {
  const listed: Finding = { ...finding, kev: [{ id: finding.id, added: '2026-02-01', ransomware: 'unknown' }] };
  const stated = enrich(listed, [record])?.ssvc;
  assert.deepEqual([stated?.exploitation, stated?.by, stated?.decision.high], ['active', ['CISA-ADP', 'KEV'], ['act']]);
  const alone = enrich(listed, [])?.ssvc;
  assert.deepEqual([alone?.automatable, alone?.decision.high], [undefined, ['attend', 'act']]);
});

test('what a record repeats from a catalogue counts where no list was fetched, and is not told twice where one was', () => {
  const repeated = {
    id: finding.id,
    by: 'CISA-ADP',
    added: '2026-02-01',
    due: undefined,
    ransomware: 'unknown',
  } as const;
  const found = enrich(finding, [{ ...record, exploited: [repeated] }]);
  assert.deepEqual(found?.kev, [{ id: finding.id, by: 'CISA-ADP', added: '2026-02-01', ransomware: 'unknown' }]);
  assert.deepEqual([found.ssvc?.exploitation, found.ssvc?.by], ['active', ['CISA-ADP', 'KEV']]);
  const kev = [{ id: finding.id, by: 'CISA', added: '2026-02-01', due: '2026-03-01', ransomware: 'known' as const }];
  assert.deepEqual(enrich({ ...finding, kev }, [{ ...record, exploited: [repeated] }])?.kev, kev);
  const later = { ...repeated, added: '2026-02-09' };
  assert.deepEqual(
    enrich({ ...finding, kev }, [{ ...record, exploited: [later] }])?.kev?.map(({ added }) => added),
    ['2026-02-01', '2026-02-09'],
    'another day is another catalogue',
  );
  const undated = { ...repeated, added: undefined };
  assert.deepEqual(enrich({ ...finding, kev }, [{ ...record, exploited: [undated] }])?.kev, kev);
  assert.equal(enrich(finding, [{ ...record, exploited: [undated] }])?.ssvc?.exploitation, 'active');
});

test('a finding that is not open stays as it is, also beside an open one of the same component and defect', () => {
  const closed: Finding = { ...finding, result: 'not-affected' };
  const idsOf = new Map([[findingKey(finding), [finding.id]]]);
  const [enriched, left] = enrichByCves([finding, closed], idsOf, new Map([[record.id, [record]]]));
  assert.deepEqual([enriched?.weaknesses, left], [['CWE-120'], closed]);
});

test('a finding says who has rejected its CVE, and stays', () => {
  const enriched = enrich(finding, [{ ...record, rejected: '2026-03-04T00:00:00Z' }]);
  assert.deepEqual(enriched?.rejected, [{ id: 'CVE-2026-0001', by: 'cve-list', on: '2026-03-04' }]);
  assert.equal(enriched?.result, 'affected');
});

test('a finding that has a CVE of its own takes nothing from others that it leads to', () => {
  assert.equal(
    enrich(finding, [{ ...record, id: 'CVE-2026-0002' }], ['CVE-2026-0001', 'CVE-2026-0002'])?.weaknesses,
    undefined,
  );
  const distribution = { ...finding, id: 'DSA-1-1' };
  assert.deepEqual(enrich(distribution, [record], ['DSA-1-1', 'CVE-2026-0001'])?.weaknesses, ['CWE-120']);
});

test('what is added stands in the order of the schema, as the hash over the file wants it', () => {
  const known = { id: finding.id, by: 'cisa', added: '2026-01-03', due: '2026-01-24', ransomware: 'known' as const };
  const probable = { id: finding.id, score: 0.5, percentile: 0.9, model: 'v5', date: '2026-01-03' };
  const rejected = { ...record, rejected: '2026-01-05T00:00:00Z', exploited: [known] };
  const found = enrich({ ...finding, functions: ['pour'], epss: [probable] }, [rejected]);
  const read = evaluationSchema.shape.findings.element.parse(found);
  assert.deepEqual(Object.keys(read).slice(-6), ['functions', 'kev', 'epss', 'ssvc', 'weaknesses', 'rejected']);
  assert.equal(JSON.stringify(found), JSON.stringify(read));
});
