import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { component } from '../../../test/sample-component.ts';
import { sealedInPieces } from '../../base/anomalies/hash-evaluation.ts';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import { evaluationSchema, type Evaluation } from '../../model/anomalies/evaluation.ts';
import type { FactsFound } from '../../model/anomalies/fact.ts';
import { enquire, enrich } from './enrich.ts';
import { evaluate } from './evaluate.ts';

const data: Evaluation['data'] = {
  hash: 'sha256:0',
  fetched: '2026-01-03T00:00:00Z',
  newest: '2026-01-02T03:04:05Z',
  sources: [{ feed: 'osv', from: 'x', ecosystem: 'npm', records: 1, newest: '' }],
  lists: [
    { feed: 'epss', from: 'x', records: 1, edition: 'v5', dated: '2026-01-01', hash: '0' },
    { feed: 'endoflife', from: 'x', records: 1, hash: '0' },
  ],
};

const none: FactsFound = { exploited: new Map(), probabilities: new Map(), support: new Map() };
const ladle = component('pkg:npm/ladle@1.0.0');
const glibc = component('pkg:deb/debian/glibc@2.36?distro=debian-12');

function run(components: readonly (typeof ladle)[], records: readonly Advisory[], facts = none) {
  const matched = evaluate(components, () => records, data, '2026-01-04');
  const enquiry = enquire(matched, components);
  return { enquiry, evaluation: enrich(matched.evaluation, components, enquiry, facts) };
}

const everyVersion = { ranges: [range('semver', { introduced: '0' })] };
const record = (facts: Partial<Advisory>, entry = affects('npm', 'ladle', everyVersion)) =>
  advisory('GHSA-1', { affected: [entry], ...facts });

const walks: readonly (readonly [string, Partial<Advisory>, readonly string[]])[] = [
  ['its aliases', { aliases: ['CVE-2026-0001'] }, ['CVE-2026-0001', 'GHSA-1']],
  ['what its record is based on', { upstream: ['CVE-2026-0002'] }, ['CVE-2026-0002', 'GHSA-1']],
  ['but not what is merely related', { related: ['CVE-2026-0003'] }, ['GHSA-1']],
];

for (const [says, facts, expected] of walks)
  test(`lists are asked for a finding and ${says}`, () => {
    assert.deepEqual(run([ladle], [record(facts)]).enquiry.ids, expected);
  });

test('of a distribution also what its record calls related', () => {
  const entry = affects('Debian:12', 'glibc', { versions: ['2.36'] });
  const { enquiry } = run([glibc], [record({ related: ['CVE-2026-0003'] }, entry)]);
  assert.deepEqual(enquiry.ids, ['CVE-2026-0003', 'GHSA-1']);
  assert.deepEqual(enquiry.packages, ['pkg:deb/debian/glibc']);
});

test('what does not concern the component is not looked up', () => {
  const entry = affects('npm', 'ladle', { versions: ['2.0.0'] });
  const { enquiry, evaluation } = run([ladle], [record({ aliases: ['CVE-2026-0001'] }, entry)]);
  assert.deepEqual(enquiry.ids, []);
  assert.equal(evaluation.findings[0]?.result, 'not-affected');
});

test('a finding bears every entry that any of its ids has, each with its own id, and passes the schema', () => {
  const facts: FactsFound = {
    exploited: new Map([
      [
        'CVE-2026-0001',
        [
          { id: 'CVE-2026-0001', by: 'CISA', added: '2026-01-01', due: undefined, ransomware: 'unknown' },
          { id: 'CVE-2026-0001', by: 'EU KEV', added: '2025-12-30', due: undefined, ransomware: 'unknown' },
        ],
      ],
      [
        'CVE-2026-0002',
        [{ id: 'CVE-2026-0002', by: 'CISA', added: '2026-01-02', due: '2026-02-02', ransomware: 'known' }],
      ],
    ]),
    probabilities: new Map([['CVE-2026-0001', { id: 'CVE-2026-0001', score: 0.5, percentile: 0.9 }]]),
    support: new Map(),
  };
  const given = record({ aliases: ['CVE-2026-0001'], upstream: ['CVE-2026-0002'] });
  const { evaluation } = run([ladle], [given], facts);
  assert.deepEqual(evaluation.findings[0]?.kev, [
    { id: 'CVE-2026-0001', by: 'CISA', added: '2026-01-01', ransomware: 'unknown' },
    { id: 'CVE-2026-0001', by: 'EU KEV', added: '2025-12-30', ransomware: 'unknown' },
    { id: 'CVE-2026-0002', by: 'CISA', added: '2026-01-02', due: '2026-02-02', ransomware: 'known' },
  ]);
  assert.deepEqual(evaluation.findings[0].epss, [
    { id: 'CVE-2026-0001', score: 0.5, percentile: 0.9, model: 'v5', date: '2026-01-01' },
  ]);
  assert.deepEqual(evaluation.support, []);
  assert.equal(evaluationSchema.safeParse(JSON.parse([...sealedInPieces(evaluation)].join(''))).success, true);
});

test('support is told by package, and not at all where no list of it was fetched', () => {
  const cycles = [{ cycle: '1', endOfLife: true, latest: '1.2.3' }];
  const ladles = [{ product: 'ladle', title: 'Ladle', packages: ['pkg:npm/ladle'], cycles }];
  const facts = { ...none, support: new Map([['pkg:npm/ladle', ladles]]) };
  assert.deepEqual(run([ladle], [], facts).evaluation.support, [
    { component: ladle.purl, product: 'ladle', cycle: '1', endOfLife: true, latest: '1.2.3' },
  ]);
  const matched = evaluate([ladle], () => [], { ...data, lists: undefined }, '2026-01-04');
  const enquiry = enquire(matched, [ladle]);
  assert.equal(enrich(matched.evaluation, [ladle], enquiry, facts).support, undefined);
});
