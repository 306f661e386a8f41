import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../test/sample-component.ts';
import { entry, finding } from '../../test/sample-dossier.ts';
import type { Standing } from '../model/dossier.ts';
import type { Finding } from '../model/anomalies/evaluation.ts';
import { verdictsSchema, type Verdicts } from '../model/anomalies/verdict.ts';
import type { Filed } from '../model/filed.ts';
import { joinVerdicts } from './join-verdicts.ts';

const records = [{ id: 'GHSA-a', modified: '2026-11-01T00:00:00Z', hash: 'sha256:aa01' }];
const found: Finding = { ...finding('pkg:npm/ladle@7.5.0', 'CVE-2026-0001', 'affected'), aliases: ['GHSA-a'], records };
const used = entry(component('pkg:npm/ladle@7.5.0', { scope: 'runtime' }), { kind: 'unaccounted', reason: '' });

/** A file of one verdict on the finding, with other keys, judged on other things. */
function file(name: string, keys: object = {}, judged: object = {}): Filed<Verdicts> {
  const what = {
    anomaly: 'CVE-2026-0001',
    aliases: ['GHSA-a'],
    package: 'pkg:npm/ladle',
    versions: ['7.5.0'],
    scope: 'runtime',
  };
  const verdict = {
    judged: [{ ...what, records: { 'GHSA-a': 'sha256:aa01' }, ...judged }],
    status: 'not_affected',
    justification: 'vulnerable_code_not_present',
    reason: 'Left out by the build',
    by: 'ada',
    on: '2026-11-10',
    ...keys,
  };
  return { file: `soup/verdicts/${name}.yaml`, record: verdictsSchema.parse({ verdicts: [verdict] }) };
}

function standing(verdicts: readonly Filed<Verdicts>[], one: Finding = found, its = used): Standing | undefined {
  return joinVerdicts({ findings: [one], verdicts, entries: [its], today: '2026-11-15' }).findings[0]?.standing;
}

/** What becomes of a verdict, in a word with its reasons. */
function told(one: Standing | undefined): string {
  if (one?.kind === 'again') return `again: ${one.changed.join('; ')}`;
  if (one?.kind === 'open') return one.met === undefined ? 'open' : 'open, investigated';
  return one?.kind ?? '';
}

const next = entry(component('pkg:npm/ladle@7.6.0', { scope: 'runtime' }), { kind: 'unaccounted', reason: '' });
const ofNext: Finding = { ...found, component: 'pkg:npm/ladle@7.6.0' };
const untold = entry(component('pkg:npm/ladle', { scope: 'runtime' }), { kind: 'unaccounted', reason: '' });
const ofUntold: Finding = { ...found, component: 'pkg:npm/ladle' };
const changed = [{ id: 'GHSA-a', modified: '2026-11-12T00:00:00Z', hash: 'sha256:aa02' }];

const ofFeeds = (hash = 'sha256:bb01') =>
  [
    ['cve-list', hash],
    ['nvd', 'sha256:aa01'],
  ].map(([feed = '', each = '']) => ({ id: 'CVE-2026-0001', feed, modified: '2026-11-01T00:00:00Z', hash: each }));

const cases: readonly (readonly [string, readonly Filed<Verdicts>[], Finding, typeof used, string])[] = [
  ['nobody has judged', [], found, used, 'open'],
  ['nothing has changed', [file('a')], found, used, 'judged'],
  ['what is not affected needs none', [], { ...found, result: 'not-affected' }, used, 'not-needed'],
  ['the version has changed', [file('a')], ofNext, next, 'again: 7.6.0 is in use, judged was 7.5.0'],
  ['the next version is in its range', [file('a', { validFor: 'vers:npm/>=7.0.0|<8.0.0' })], ofNext, next, 'judged'],
  [
    'the next version is beyond its range',
    [file('a', { validFor: 'vers:npm/<7.6.0' })],
    ofNext,
    next,
    'again: 7.6.0 is in use, judged was 7.5.0, valid for vers:npm/<7.6.0',
  ],
  [
    'its range cannot be read',
    [file('a', { validFor: '7.x' })],
    ofNext,
    next,
    'again: 7.6.0 is in use, judged was 7.5.0, valid for 7.x',
  ],
  [
    'its range is of another ecosystem, whose order says nothing here',
    [file('a', { validFor: 'vers:pypi/>=7.0.0|<8.0.0' })],
    ofNext,
    next,
    'again: 7.6.0 is in use, judged was 7.5.0, valid for vers:pypi/>=7.0.0|<8.0.0',
  ],
  [
    'its range is all of another ecosystem',
    [file('a', { validFor: 'vers:pypi/*' })],
    ofNext,
    next,
    'again: 7.6.0 is in use, judged was 7.5.0, valid for vers:pypi/*',
  ],
  ['the record has changed', [file('a')], { ...found, records: changed }, used, 'again: GHSA-a has changed'],
  [
    'another record speaks of it',
    [file('a')],
    { ...found, records: [...records, { id: 'PYSEC-1', modified: '', hash: 'sha256:bb01' }] },
    used,
    'again: PYSEC-1 speaks of it, too',
  ],
  [
    'two feeds bring records of one id, and both were judged',
    [file('a', {}, { records: { 'nvd/CVE-2026-0001': 'sha256:aa01', 'cve-list/CVE-2026-0001': 'sha256:bb01' } })],
    { ...found, records: ofFeeds() },
    used,
    'judged',
  ],
  [
    'of records of one id the one that is told first has changed',
    [file('a', {}, { records: { 'nvd/CVE-2026-0001': 'sha256:aa01', 'cve-list/CVE-2026-0001': 'sha256:bb01' } })],
    { ...found, records: ofFeeds('sha256:bb02') },
    used,
    'again: cve-list/CVE-2026-0001 has changed',
  ],
  [
    'of records of one id only one was judged, as before they were told apart',
    [file('a', {}, { records: { 'CVE-2026-0001': 'sha256:aa01' } })],
    { ...found, records: ofFeeds() },
    used,
    'again: cve-list/CVE-2026-0001 speaks of it, too',
  ],
  [
    'of records of one id the other feed brings it no more',
    [file('a', {}, { records: { 'nvd/CVE-2026-0001': 'sha256:aa01', 'cve-list/CVE-2026-0001': 'sha256:bb01' } })],
    { ...found, records: ofFeeds().slice(1) },
    used,
    'again: cve-list/CVE-2026-0001 no longer speaks of it',
  ],
  ['the record is gone', [file('a')], { ...found, records: [] }, used, 'again: GHSA-a no longer speaks of it'],
  [
    'its use has changed',
    [file('a', {}, { scope: 'development' })],
    found,
    used,
    'again: its use is runtime, judged was development',
  ],
  ['its last day has passed', [file('a', { until: '2026-11-14' })], found, used, 'expired'],
  ['it holds on its last day', [file('a', { until: '2026-11-15' })], found, used, 'judged'],
  [
    'what is investigated stays open',
    [file('a', { status: 'under_investigation' })],
    found,
    used,
    'open, investigated',
  ],
  [
    'what is investigated stays open when its version has changed',
    [file('a', { status: 'under_investigation' })],
    ofNext,
    next,
    'open, investigated',
  ],
  ['its version is not told any more', [file('a')], ofUntold, untold, 'again: no version is in use, judged was 7.5.0'],
  ['its version was not told, and still is not', [file('a', {}, { versions: [] })], ofUntold, untold, 'judged'],
  [
    'its version was not told, and now is',
    [file('a', {}, { versions: [] })],
    found,
    used,
    'again: 7.5.0 is in use, judged was no version',
  ],
  ['the anomaly got its CVE later', [file('a', {}, { anomaly: 'GHSA-a', aliases: [] })], found, used, 'judged'],
  ['the anomaly has lost its CVE', [file('a')], { ...found, id: 'GHSA-a', aliases: [] }, used, 'judged'],
  [
    'another CVE of the same record is another defect',
    [file('a', {}, { anomaly: 'CVE-2026-0002', aliases: ['CVE-2026-0001', 'GHSA-a'] })],
    found,
    used,
    'open',
  ],
  ['another package of the same defect', [file('a', {}, { package: 'pkg:npm/spoon' })], found, used, 'open'],
  [
    'each version keeps its own verdict',
    [file('a'), file('b', { on: '2026-11-12' }, { versions: ['7.6.0'] })],
    found,
    used,
    'judged',
  ],
];

for (const [what, verdicts, one, its, expected] of cases) {
  test(`${what}: ${expected}`, () => assert.equal(told(standing(verdicts, one, its)), expected));
}

test('of verdicts that hold alike the latest counts', () => {
  const one = standing([file('b'), file('a', { on: '2026-11-12', reason: 'Looked again' })]);
  assert.equal(one?.kind === 'judged' && one.met.filed.verdict.reason, 'Looked again');
});

test('of verdicts of one day that hold alike the one in the last file counts, in whatever order they are read', () => {
  for (const read of [
    [file('a'), file('b')],
    [file('b'), file('a')],
  ]) {
    const one = standing(read);
    assert.equal(one?.kind === 'judged' && one.met.filed.file, 'soup/verdicts/b.yaml');
  }
});

test('what no finding is about is not met, however the finding ended', () => {
  const gone = { ...found, result: 'not-affected' } as const;
  const { verdicts } = joinVerdicts({
    findings: [gone],
    verdicts: [file('a'), file('b', {}, { package: 'pkg:npm/spoon' })],
    entries: [used],
    today: '2026-11-15',
  });
  assert.deepEqual(
    verdicts.map(({ file: name, unmet }) => [name, unmet.map((judged) => judged.package)]),
    [
      ['soup/verdicts/a.yaml', []],
      ['soup/verdicts/b.yaml', ['pkg:npm/spoon']],
    ],
  );
});
