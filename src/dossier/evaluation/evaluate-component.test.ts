import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growsEvenly } from '../../../test/grows-evenly.ts';
import { axios, ecosystemRange, npm, semverRange } from '../../../test/judged-by-one-record.ts';
import { advisory, affects } from '../../../test/sample-advisory.ts';
import { component } from '../../../test/sample-component.ts';
import type { RangeEvent } from '../../model/anomalies/advisory.ts';
import { evaluateComponent } from './evaluate-component.ts';
import { advise } from './matching/advise.ts';

const debian = (release: string, ...events: RangeEvent[]) =>
  affects(`Debian:${release}`, 'nginx', { ranges: [ecosystemRange(...events)] });

const everyAxios = { affected: [npm({ ranges: [semverRange({ introduced: '0' })] })] };
const oldAxios = { affected: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.0.0' })] })] };
const namedAxios = { affected: [npm({})] };

test('a withdrawn record is kept, but affects nothing', () => {
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [
    advisory('GHSA-1', { ...everyAxios, withdrawn: '2025-03-04T05:06:07Z' }),
  ]);
  assert.equal(finding?.result, 'not-affected');
  assert.equal(finding?.why, 'GHSA-1: it was withdrawn on 2025-03-04');
  assert.deepEqual(finding?.records, [
    { id: 'GHSA-1', feed: 'osv', modified: '2026-01-02T03:04:05Z', hash: 'hash of GHSA-1' },
  ]);
});

test('what nothing but withdrawn records speaks of stays of their kind', () => {
  const withdrawn = { ...everyAxios, kind: 'unmaintained', withdrawn: '2025-03-04T05:06:07Z' } as const;
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [advisory('RUSTSEC-1', withdrawn)]);
  assert.equal(finding?.kind, 'unmaintained');
});

test('a withdrawn record does not silence another of the same CVE, nor lend it a severity', () => {
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [
    advisory('GHSA-1', { ...everyAxios, aliases: ['CVE-2024-0001'] }),
    advisory('GHSA-2', {
      ...everyAxios,
      aliases: ['CVE-2024-0001'],
      withdrawn: '2025-03-04T05:06:07Z',
      severities: [{ kind: 'rating', value: 'CRITICAL' }],
    }),
  ]);
  assert.equal(finding?.result, 'affected');
  assert.deepEqual(finding?.severities, []);
  assert.match(
    finding?.why ?? '',
    /^GHSA-1: 1\.6\.0 is in every version \(semver\); GHSA-2 disagrees: it was withdrawn/,
  );
});

test('records of one CVE are one finding, known by the CVE', () => {
  const findings = evaluateComponent(advise(axios('1.6.0')), [
    advisory('PYSEC-1', { ...everyAxios, aliases: ['CVE-2024-0001', 'SNYK-1'], summary: 'second' }),
    advisory('GHSA-1', { ...everyAxios, aliases: ['CVE-2024-0001'], summary: 'first' }),
  ]);
  assert.equal(findings.length, 1);
  assert.equal(findings[0]?.id, 'CVE-2024-0001');
  assert.deepEqual(findings[0]?.aliases, ['GHSA-1', 'PYSEC-1', 'SNYK-1']);
  assert.deepEqual(
    findings[0]?.records.map(({ id }) => id),
    ['GHSA-1', 'PYSEC-1'],
  );
  assert.equal(findings[0]?.summary, 'first');
});

test('of several records the strongest answer holds, and those that disagree are heard', () => {
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [
    advisory('A-1', { ...oldAxios, aliases: ['CVE-2024-0001'] }),
    advisory('B-1', { ...namedAxios, aliases: ['CVE-2024-0001'] }),
    advisory('C-1', { ...everyAxios, aliases: ['CVE-2024-0001'] }),
  ]);
  assert.equal(finding?.result, 'affected');
  assert.equal(
    finding?.why,
    'C-1: 1.6.0 is in every version (semver); B-1 disagrees: it names the package, but no versions; A-1 disagrees: 1.6.0 is not in <1.0.0 (semver)',
  );
});

test('a database that has a record for each branch does not disagree with itself; another one may', () => {
  const branch = (from: string, to: string) => ({
    aliases: ['CVE-2024-0001'],
    affected: [npm({ ranges: [semverRange({ introduced: from }, { fixed: to })] })],
  });
  const of = (...others: readonly (readonly [string, object])[]) =>
    evaluateComponent(advise(axios('1.6.0')), [
      advisory('X_A-axios-1', branch('1.0.0', '1.6.8')),
      ...others.map(([id, facts]) => advisory(id, { ...branch('2.0.0', '2.1.0'), ...facts })),
    ])[0]?.why;
  const leading = 'X_A-axios-1: 1.6.0 is in >=1.0.0 <1.6.8 (semver)';
  const other = '1.6.0 is not in >=2.0.0 <2.1.0 (semver)';
  assert.equal(of(['X_A-axios-2', {}]), `${leading}; X_A-axios-2 names other versions: ${other}`);
  assert.equal(of(['X_B-axios-2', {}]), `${leading}; X_B-axios-2 disagrees: ${other}`);
  assert.match(of(['X_A-axios-2', { withdrawn: '2025-03-04T05:06:07Z' }]) ?? '', /X_A-axios-2 disagrees: it was withd/);
});

test('a release of a distribution that says a version is mended disagrees with another that says it is not', () => {
  const ofRelease = (release: string, fixed: string) => ({
    aliases: ['CVE-2024-0001'],
    affected: [debian(release, { introduced: '0' }, { fixed })],
  });
  const [finding] = evaluateComponent(advise(component('pkg:deb/debian/nginx@1.22.1-9?arch=all')), [
    advisory('DSA-1', ofRelease('12', '1.22.1-10')),
    advisory('DSA-2', ofRelease('11', '1.22.1-9')),
  ]);
  assert.match(finding?.why ?? '', /DSA-2 disagrees: /);
});

test('of a database whose every record names other versions each disagrees', () => {
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [
    advisory('A-1', { ...oldAxios, aliases: ['CVE-2024-0001'] }),
    advisory('A-2', { ...oldAxios, aliases: ['CVE-2024-0001'] }),
    advisory('B-1', { ...everyAxios, aliases: ['CVE-2024-0001'] }),
  ]);
  assert.match(finding?.why ?? '', /^B-1: .*; A-1 disagrees: .*; A-2 disagrees: /);
});

test('undetermined is stronger than not affected', () => {
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [
    advisory('A-1', { ...oldAxios, aliases: ['CVE-2024-0001'] }),
    advisory('B-1', { ...namedAxios, aliases: ['CVE-2024-0001'] }),
  ]);
  assert.equal(finding?.result, 'undetermined');
});

test('a malicious package is malware, by its own id or an alias', () => {
  const byId = evaluateComponent(advise(axios('1.6.0')), [advisory('MAL-2025-1', everyAxios)]);
  const byAlias = evaluateComponent(advise(axios('1.6.0')), [
    advisory('GHSA-1', { ...everyAxios, aliases: ['MAL-2025-1'] }),
  ]);
  assert.deepEqual([byId[0]?.kind, byAlias[0]?.kind], ['malware', 'malware']);
});

test('of several kinds the gravest holds', () => {
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [
    advisory('A-1', { ...everyAxios, aliases: ['CVE-2024-0001'], kind: 'unmaintained' }),
    advisory('B-1', { ...everyAxios, aliases: ['CVE-2024-0001'], kind: 'vulnerability' }),
    advisory('C-1', { ...everyAxios, aliases: ['CVE-2024-0001'], kind: 'notice' }),
  ]);
  assert.equal(finding?.kind, 'vulnerability');
});

test('severities of all records are kept, each once', () => {
  const vector = { kind: 'CVSS_V3', value: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' };
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [
    advisory('A-1', {
      ...everyAxios,
      aliases: ['CVE-2024-0001'],
      severities: [{ kind: 'rating', value: 'HIGH' }, vector],
    }),
    advisory('B-1', { ...everyAxios, aliases: ['CVE-2024-0001'], severities: [vector] }),
  ]);
  assert.deepEqual(finding?.severities, [vector, { kind: 'rating', value: 'HIGH' }]);
});

test('foreign versions are shown in one line of bearable length', () => {
  const [finding] = evaluateComponent(advise(axios('1.6.0')), [
    advisory('A-1', {
      affected: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: `2.0\n${'0'.repeat(500)}` })] })],
    }),
  ]);
  assert.ok((finding?.why.length ?? 0) < 200);
  assert.match(finding?.why ?? '', /^[^\n]*0… \(semver\)$/);
});

test('functions that a record calls defective are kept as evidence; empty names and what does not affect are not', () => {
  const ranges = [semverRange({ introduced: '1.0.0' }, { fixed: '1.6.8' })];
  const record = advisory('GHSA-1', {
    affected: [npm({ ranges, functions: ['toFormData', ''] }), npm({ ranges, functions: ['merge'] })],
  });
  assert.deepEqual(evaluateComponent(advise(axios('1.6.0')), [record])[0]?.functions, ['merge', 'toFormData']);
  assert.equal(evaluateComponent(advise(axios('1.6.8')), [record])[0]?.functions, undefined);
});

test('a record that says one thing thousands of times takes time by their number', async () => {
  const ranges = (times: number) => Array.from({ length: times }, () => semverRange({ introduced: '0' }));
  const of = axios('1.0.0');
  const judge = (times: number) =>
    evaluateComponent(advise(of), [advisory('X-1', { affected: [npm({ ranges: ranges(times) })] })]);
  await growsEvenly('equal ranges', judge, { enough: 4000 });
});
