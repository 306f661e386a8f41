import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { ghsa } from './ghsa.ts';

/** The API writes what it does not have as JSON does. */
const absent: unknown = JSON.parse('null');

const entry = {
  ghsa_id: 'GHSA-35jh-r3h4-6jhm',
  cve_id: 'CVE-2021-23337',
  type: 'reviewed',
  summary: 'Command Injection in lodash',
  severity: 'high',
  identifiers: [
    { type: 'GHSA', value: 'GHSA-35jh-r3h4-6jhm' },
    { type: 'CVE', value: 'CVE-2021-23337' },
  ],
  updated_at: '2025-08-12T21:41:05Z',
  withdrawn_at: absent,
  vulnerabilities: [
    {
      package: { ecosystem: 'npm', name: 'lodash' },
      vulnerable_version_range: '>= 1.0.0, < 4.17.21',
      first_patched_version: '4.17.21',
      vulnerable_functions: ['template'],
    },
    { package: { ecosystem: 'pip', name: 'lodash-py' }, vulnerable_version_range: '= 1.2', vulnerable_functions: [] },
    { package: { ecosystem: 'other', name: 'somewhere' }, vulnerable_version_range: '< 2' },
  ],
  cvss_severities: {
    cvss_v3: { vector_string: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H', score: 7.2 },
    cvss_v4: { vector_string: absent, score: 0 },
  },
};

test('a page of the API gives advisories with ranges in the ecosystems of OSV', () => {
  const [record] = ghsa.records('page-1.json', strToU8(JSON.stringify([entry])));
  assert.ok(record?.kind === 'advisory');
  const { id, feed, aliases, severities, affected, withdrawn } = record.advisory;
  assert.deepEqual(
    { id, feed, aliases, severities, affected, withdrawn },
    {
      id: 'GHSA-35jh-r3h4-6jhm',
      feed: 'ghsa',
      aliases: ['CVE-2021-23337'],
      severities: [
        { kind: 'CVSS_V3', value: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H' },
        { kind: 'rating', value: 'HIGH' },
      ],
      affected: [
        {
          ecosystem: 'npm',
          name: 'lodash',
          functions: ['template'],
          versions: [],
          ranges: [{ kind: 'ecosystem', events: [{ introduced: '1.0.0' }, { fixed: '4.17.21' }] }],
        },
        { ecosystem: 'PyPI', name: 'lodash-py', functions: [], versions: ['1.2'], ranges: [] },
      ],
      withdrawn: undefined,
    },
  );
});

test('of an entry that fails the schema the rest is kept', () => {
  const [first] = entry.vulnerabilities;
  const bad = {
    ...entry,
    updated_at: 7,
    identifiers: [7, { type: 'CVE', value: 'CVE-2021-23337' }],
    vulnerabilities: [{ ...first, vulnerable_version_range: 7 }],
  };
  const [record, told] = ghsa.records('page-1.json', strToU8(JSON.stringify([bad])));
  assert.ok(record?.kind === 'advisory' && told?.kind === 'unreadable' && told.kept === true);
  assert.match(told.reason, /^"identifiers\.0"/);
  const { modified, aliases, affected } = record.advisory;
  assert.deepEqual({ modified, aliases }, { modified: '0001-01-01T00:00:00Z', aliases: ['CVE-2021-23337'] });
  assert.deepEqual(
    affected.map(({ name, ranges, versions }) => ({ name, ranges, versions })),
    [{ name: 'lodash', ranges: [], versions: [] }],
  );
});

test('an entry that does not say when it was withdrawn is told, and is not withdrawn', () => {
  const text = JSON.stringify([{ ...entry, withdrawn_at: '' }]);
  const [record, told] = ghsa.records('page-1.json', strToU8(text));
  assert.ok(record?.kind === 'advisory' && told?.kind === 'unreadable' && told.kept === true);
  assert.equal(record.advisory.withdrawn, undefined);
});

test('an entry whose range is none is told, and kept without it', () => {
  const bad = {
    ...entry,
    vulnerabilities: [{ package: { ecosystem: 'npm', name: 'x' }, vulnerable_version_range: 'all but one' }],
  };
  const [first, told, second] = [...ghsa.records('page.json', strToU8(JSON.stringify([bad, entry])))];
  assert.deepEqual(first?.kind === 'advisory' && first.advisory.affected, [
    { ecosystem: 'npm', name: 'x', functions: [], ranges: [], versions: [] },
  ]);
  assert.ok(told?.kind === 'unreadable' && told.kept === true && second?.kind === 'advisory');
});

test('the repository is read from an archive, without what nobody reviewed', () => {
  const osv = strToU8(JSON.stringify({ id: 'GHSA-aaaa-bbbb-cccc', modified: '2026-01-01T00:00:00Z', affected: [] }));
  const archive = zipSync({
    'advisories/github-reviewed/2026/01/GHSA-aaaa-bbbb-cccc/GHSA-aaaa-bbbb-cccc.json': osv,
    'advisories/unreviewed/2026/01/GHSA-dddd-bbbb-cccc/GHSA-dddd-bbbb-cccc.json': osv,
  });
  const records = [...ghsa.records('all.zip', archive)];
  assert.deepEqual(
    records.map((record) => record.kind === 'advisory' && [record.advisory.id, record.advisory.feed]),
    [['GHSA-aaaa-bbbb-cccc', 'ghsa']],
  );
});
