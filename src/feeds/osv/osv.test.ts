import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import type { FeedRecord } from '../../model/plugs/feed.ts';
import { osv } from './osv.ts';

/** How JSON says that there is nothing. */
const absent: unknown = JSON.parse('null');

/** The least that a record needs. */
const least = {
  id: 'TEST-1',
  modified: '2026-01-02T03:04:05Z',
  affected: [{ package: { ecosystem: 'npm', name: 'ladle' }, versions: ['1.0.0'] }],
};

function json(record: unknown): Uint8Array {
  return strToU8(JSON.stringify(record));
}

function readOne(record: unknown): FeedRecord | undefined {
  return [...osv.records('npm/TEST-1.json', json(record))][0];
}

function advisory(part: object): Advisory {
  const record = readOne({ ...least, ...part });
  assert.equal(record?.kind, 'advisory', JSON.stringify(record));
  return record.advisory;
}

test('a full record becomes an advisory with everything that is used of it', () => {
  const record = {
    schema_version: '1.7.0',
    id: 'TEST-2026-7',
    modified: '2026-01-02T03:04:05.678901Z',
    published: '2026-01-01T00:00:00Z',
    aliases: ['CVE-2026-7'],
    upstream: ['CVE-2026-8'],
    related: ['CVE-2026-9'],
    summary: 'Ladle spills\nwhen it is full\u001b[31m',
    details: 'A long story.',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' }],
    affected: [
      {
        package: { ecosystem: 'npm', name: 'ladle', purl: 'pkg:npm/ladle' },
        ranges: [
          {
            type: 'SEMVER',
            events: [{ introduced: '0' }, { fixed: '1.2.0' }, { introduced: '2.0.0' }, { limit: '3.0.0' }],
          },
          { type: 'GIT', repo: 'https://git.example/ladle', events: [{ introduced: '0' }, { last_affected: 'abc' }] },
        ],
        versions: ['1.0.0', '1.1.0'],
        ecosystem_specific: { affected_functions: ['pour', ''] },
      },
    ],
    references: [{ type: 'WEB', url: 'https://advisories.example/7' }],
    credits: [{ name: 'somebody' }],
    database_specific: { severity: 'HIGH', cwe_ids: ['CWE-119'] },
    unknown_key: { of: 'the future' },
  };
  const [read] = osv.records('npm/TEST-2026-7.json', json(record));
  assert.equal(read?.kind, 'advisory');
  assert.deepEqual(read.advisory, {
    id: 'TEST-2026-7',
    feed: 'osv',
    modified: '2026-01-02T03:04:05.678901Z',
    withdrawn: undefined,
    kind: 'vulnerability',
    summary: 'Ladle spills when it is full [31m',
    aliases: ['CVE-2026-7'],
    upstream: ['CVE-2026-8'],
    related: ['CVE-2026-9'],
    severities: [
      { kind: 'CVSS_V3', value: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' },
      { kind: 'rating', value: 'HIGH' },
    ],
    affected: [
      {
        ecosystem: 'npm',
        name: 'ladle',
        ranges: [
          {
            kind: 'semver',
            events: [{ introduced: '0' }, { fixed: '1.2.0' }, { introduced: '2.0.0' }, { limit: '3.0.0' }],
          },
          { kind: 'git', events: [{ introduced: '0' }, { lastAffected: 'abc' }] },
        ],
        versions: ['1.0.0', '1.1.0'],
        functions: ['pour'],
      },
    ],
    hash: createHash('sha256').update(json(record)).digest('hex'),
  } satisfies Advisory);
  assert.deepEqual(inflateRawSync(read.document), Buffer.from(json(record)));
});

const kinds: readonly (readonly [Advisory['kind'], object])[] = [
  ['vulnerability', {}],
  ['malware', { id: 'MAL-2026-1' }],
  ['malware', { aliases: ['MAL-2026-1'] }],
  ['malware', rustsec({ categories: ['malicious'], informational: absent })],
  ['malware', rustsec({}, { categories: ['malicious'] })],
  ['unmaintained', rustsec({ categories: [], informational: 'unmaintained' })],
  ['unsound', rustsec({ categories: ['memory-corruption'], informational: 'unsound' })],
  ['notice', rustsec({ informational: 'notice' })],
  ['notice', { id: 'ALBA-2020:1904', summary: 'texinfo bug fix update' }],
  ['notice', { id: 'ALEA-2019:3314', summary: 'python3-azure-sdk bug fix and enhancement update' }],
  ['notice', { id: 'RLBA-2022:8078' }],
  ['notice', { id: 'RHEA-2024:1' }],
  ['notice', { id: 'ELBA-2024-1' }],
  ['notice', { id: 'SUSE-RU-2023:1' }],
  ['notice', { id: 'openSUSE-RU-2023:1' }],
  ['vulnerability', { id: 'ALSA-2024:1510' }],
  ['vulnerability', { id: 'SUSE-SU-2023:1' }],
  ['vulnerability', { id: 'XALBA-2020:1904' }],
  ['vulnerability', { id: 'ALBA-2022:0348', summary: 'container-tools:3.0 security, bug fix, and enhancement update' }],
  ['vulnerability', { id: 'ALBA-2019:3693', related: ['CVE-2018-18074'] }],
  ['vulnerability', { id: 'ALEA-2020:0330', references: [{ url: 'https://a.example/cve/CVE-2019-16775' }] }],
  ['vulnerability', rustsec({ informational: 'a kind of the future' })],
  ['vulnerability', rustsec({ informational: 'notice' }, { informational: absent })],
];

function rustsec(...specific: readonly object[]): object {
  return {
    affected: specific.map((part) => ({
      package: { ecosystem: 'crates.io', name: 'ladle' },
      database_specific: part,
    })),
  };
}

for (const [kind, part] of kinds)
  test(`a record with ${JSON.stringify(part).slice(0, 90)} is of the kind ${kind}`, () => {
    assert.equal(advisory(part).kind, kind);
  });

test('the year 1 stands for a date that nobody knows', () => {
  const zero = '0001-01-01T00:00:00Z';
  const { modified, withdrawn } = advisory({ modified: zero, withdrawn: zero });
  assert.deepEqual({ modified, withdrawn }, { modified: zero, withdrawn: undefined });
  assert.equal(advisory({ withdrawn: absent }).withdrawn, undefined);
  assert.equal(advisory({ withdrawn: '2026-02-01T00:00:00Z' }).withdrawn, '2026-02-01T00:00:00Z');
});

test('a severity is found wherever a source states it, and is told once', () => {
  const vector = { type: 'CVSS_V4', score: 'CVSS:4.0/AV:N' };
  const entry = { ...least.affected[0], severity: [vector], ecosystem_specific: { severity: 'LOW' } };
  assert.deepEqual(
    advisory({ severity: [], affected: [entry, entry], database_specific: { severity: 'MODERATE' } }).severities,
    [
      { kind: 'CVSS_V4', value: 'CVSS:4.0/AV:N' },
      { kind: 'rating', value: 'MODERATE' },
      { kind: 'rating', value: 'LOW' },
    ],
  );
  for (const none of [7, absent])
    assert.deepEqual(advisory({ severity: absent, database_specific: { severity: none } }).severities, []);
});

test('severities stand in the order in which a record and its entries state them, vectors first', () => {
  const [given] = least.affected;
  const entry = (score: string, ofDatabase: string, ofEcosystem: string) => ({
    ...given,
    severity: [{ type: 'CVSS_V3', score }],
    database_specific: { severity: ofDatabase },
    ecosystem_specific: { severity: ofEcosystem },
  });
  const { severities } = advisory({
    severity: [
      { type: 'CVSS_V3', score: 'B' },
      { type: 'CVSS_V2', score: 'B' },
    ],
    affected: [entry('A', 'high', 'low'), entry('C', 'A', 'high')],
  });
  assert.deepEqual(
    severities.map(({ kind, value }) => `${kind} ${value}`),
    ['CVSS_V3 B', 'CVSS_V2 B', 'CVSS_V3 A', 'CVSS_V3 C', 'rating high', 'rating low', 'rating A'],
  );
});

const functions: readonly (readonly [unknown, readonly string[]])[] = [
  [{ affected_functions: ['soup.pour', '', 'soup.pour'] }, ['soup.pour']],
  [{ affected_functions: absent, affects: { arch: [], functions: ['ladle::Soup::pour'] } }, ['ladle::Soup::pour']],
  [
    { imports: [{ path: 'soup.example/ladle', symbols: ['Pour', 'Bowl.Fill'] }, { path: 'soup.example/bowl' }] },
    ['soup.example/ladle.Pour', 'soup.example/ladle.Bowl.Fill', 'soup.example/bowl'],
  ],
  [{ affected_functions: 'not a list', imports: 7 }, []],
  [absent, []],
];

for (const [specific, wanted] of functions)
  test(`the affected functions in ${JSON.stringify(specific)} are told`, () => {
    const affected = [{ ...least.affected[0], ecosystem_specific: specific }];
    assert.deepEqual(advisory({ affected }).affected[0]?.functions, wanted);
  });

test('an entry that names only repositories belongs to the ecosystem GIT', () => {
  const range = (repo: string) => ({ type: 'GIT', repo, events: [{ introduced: '0' }] });
  const { affected } = advisory({ affected: [{ ranges: [range('https://a.example'), range('https://b.example')] }] });
  assert.deepEqual(
    affected.map(({ ecosystem, name, ranges }) => [ecosystem, name, ranges.length]),
    [
      ['GIT', 'https://a.example', 1],
      ['GIT', 'https://b.example', 1],
    ],
  );
});

test('a fuzzed project is also the repository that it lies in', () => {
  const ranges = [{ type: 'GIT', repo: 'https://a.example/curl', events: [{ introduced: 'ab12' }] }];
  const named = { package: { ecosystem: 'OSS-Fuzz', name: 'curl' }, ranges, versions: ['v1'] };
  assert.deepEqual(
    advisory({ affected: [named] }).affected.map(({ ecosystem, name, versions }) => [ecosystem, name, versions]),
    [
      ['OSS-Fuzz', 'curl', ['v1']],
      ['GIT', 'https://a.example/curl', ['v1']],
    ],
  );
  const other = { ...named, package: { ecosystem: 'PyPI', name: 'curl' } };
  assert.equal(advisory({ affected: [other] }).affected.length, 1);
});

test('the versions that commits were found for are ranges, one a fix', () => {
  const extracted_events = [
    { fixed: '0.1' },
    { introduced: '0' },
    { fixed: '1.2' },
    { fixed: '2.3' },
    { introduced: '3.0' },
  ];
  const range = { type: 'GIT', repo: 'https://a.example', events: [{ introduced: '0' }] };
  const { affected } = advisory({ affected: [{ ranges: [{ ...range, database_specific: { extracted_events } }] }] });
  assert.deepEqual(affected[0]?.ranges.slice(1), [
    { kind: 'ecosystem', events: [{ introduced: '0' }, { fixed: '1.2' }] },
    { kind: 'ecosystem', events: [{ introduced: '0' }, { fixed: '2.3' }] },
    { kind: 'ecosystem', events: [{ introduced: '3.0' }] },
  ]);
  const strange = { ...range, database_specific: { extracted_events: 'none' } };
  assert.equal(advisory({ affected: [{ ranges: [strange] }] }).affected[0]?.ranges.length, 1);
});

test('a record without a summary is summed up by the first line of its details', () => {
  assert.equal(advisory({ details: '\nThe ladle leaks.\nMore on that.' }).summary, 'The ladle leaks.');
  assert.equal(advisory({ details: 'x'.repeat(1000) }).summary?.length, 300);
  assert.equal(advisory({}).summary, undefined);
});

const refused: readonly (readonly [unknown, RegExp])[] = [
  [{ ...least, id: '' }, /^"id": .*no id/],
  [{ ...least, id: '../TEST' }, /^"id": .*no id/],
  [{ ...least, affected: [{ versions: ['1'] }] }, /^"affected\.0": .*neither a package nor a repository/],
  [{ ...least, affected: [{ package: { ecosystem: 'npm' }, versions: [1] }] }, /^"affected\.0\.package\.name"/],
  [{ ...least, affected: 'all of them' }, /^"affected"/],
  [[], /expected object/],
];

const flawed: readonly (readonly [unknown, RegExp])[] = [
  [{ ...least, modified: 'yesterday' }, /^"modified": .*no date/],
  [{ ...least, withdrawn: true }, /^"withdrawn"/],
  [{ ...least, severity: 'bad', aliases: [7] }, /^"aliases\.0"/],
  [withRange({ type: 'CALENDAR', events: [{ introduced: '0' }] }), /^"affected\.0\.ranges\.0\.type"/],
  [withRange({ type: 'SEMVER', events: [] }), /^"affected\.0\.ranges\.0\.events"/],
  [withRange({ type: 'SEMVER', events: [{ unheard_of: '1' }] }), /events\.0": holds none of introduced/],
];

for (const [record, reason] of flawed)
  test(`a record is kept without the part that fails the schema: ${reason.source}`, () => {
    const [found, told] = osv.records('npm/TEST-1.json', strToU8(JSON.stringify(record)));
    assert.ok(found?.kind === 'advisory' && told?.kind === 'unreadable' && told.kept === true);
    assert.match(told.reason, reason);
    assert.deepEqual(
      found.advisory.affected.map(({ name }) => name),
      ['ladle'],
    );
  });

test('a package whose range cannot be read has none, so that nobody takes it for unaffected', () => {
  const sound = { package: { ecosystem: 'npm', name: 'bowl' }, versions: ['1.0.0'], severity: 'bad' };
  const broken = { package: { ecosystem: 'npm', name: 'ladle' }, versions: ['1.0.0'], ranges: [{ type: 'CALENDAR' }] };
  const [found] = osv.records('npm/TEST-1.json', strToU8(JSON.stringify({ ...least, affected: [sound, broken] })));
  assert.deepEqual(
    found?.kind === 'advisory' && found.advisory.affected.map(({ name, versions, ranges }) => [name, versions, ranges]),
    [
      ['bowl', ['1.0.0'], []],
      ['ladle', [], []],
    ],
  );
});

test('of a list of aliases only the bad one is lost, and of several packages the one without a name', () => {
  const affected = [
    {
      package: { ecosystem: 'npm', name: 7 },
      ranges: [{ type: 'GIT', repo: 'https://git.example/x', events: [{ introduced: '0' }] }],
    },
    { package: { ecosystem: 'npm', name: 'bowl' }, versions: ['1.0.0'] },
  ];
  const record = { ...least, aliases: ['CVE-2026-1', 7, 'CVE-2026-2'], affected };
  const [found, told] = osv.records('npm/TEST-1.json', strToU8(JSON.stringify(record)));
  assert.ok(found?.kind === 'advisory' && told?.kind === 'unreadable' && told.kept === true);
  assert.deepEqual(found.advisory.aliases, ['CVE-2026-1', 'CVE-2026-2']);
  assert.deepEqual(
    found.advisory.affected.map(({ ecosystem, name }) => [ecosystem, name]),
    [['npm', 'bowl']],
  );
});

function withRange(range: object): object {
  return { ...least, affected: [{ package: { ecosystem: 'npm', name: 'ladle' }, ranges: [range] }] };
}

for (const [record, reason] of refused)
  test(`a record is unreadable, not dropped: ${reason.source}`, () => {
    const told = readOne(record);
    assert.equal(told?.kind, 'unreadable');
    assert.match(told.reason, reason);
  });

test('an answer that is no JSON is told with its beginning', () => {
  const [page] = osv.records('npm/TEST-1.json', strToU8('<!doctype html>\n<title>Sign in</title>'));
  assert.deepEqual(page, {
    kind: 'unreadable',
    name: 'npm/TEST-1.json',
    reason: 'it is no JSON in UTF-8: it begins with "<!doctype html> <title>Sign in</title>"',
  });
});

test('an archive gives its records, and keeps their bytes as they were packed', () => {
  const second = { ...least, id: 'TEST-2' };
  const records = [...osv.records('npm/all.zip', zipSync({ 'TEST-1.json': json(least), 'TEST-2.json': json(second) }))];
  assert.deepEqual(
    records.map(
      (record) => record.kind === 'advisory' && [record.advisory.id, inflateRawSync(record.document).toString()],
    ),
    [
      ['TEST-1', JSON.stringify(least)],
      ['TEST-2', JSON.stringify(second)],
    ],
  );
  const stored = osv.records('npm/all.zip', zipSync({ 'TEST-1.json': json(least) }, { level: 0 }));
  assert.ok(
    [...stored].every((record) => record.kind === 'advisory' && inflateRawSync(record.document).toString() !== ''),
  );
});

test('what an archive holds beside good records is told, one by one', () => {
  const archive = zipSync({
    'TEST-1.json': json(least),
    '../TEST-2.json': json(least),
    '/etc/TEST-3.json': json(least),
    'C:\\TEST-4.json': json(least),
    'README.md': strToU8('Hello'),
    'TEST-5.json': strToU8('{'),
  });
  const told = [...osv.records('npm/all.zip', archive)];
  assert.deepEqual(
    told.map((record) => (record.kind === 'unreadable' ? `${record.name}: ${record.reason}` : record.kind)),
    [
      'advisory',
      '../TEST-2.json: its path leads out of the archive or into a folder',
      '/etc/TEST-3.json: its path leads out of the archive or into a folder',
      'C:\\TEST-4.json: its path leads out of the archive or into a folder',
      'README.md: it is no .json file',
      'TEST-5.json: it is no JSON in UTF-8: it begins with "{"',
    ],
  );
});

test('a record of more than 64 MB is refused without unpacking it', () => {
  const rest = new Uint8Array(1_000_000);
  const archive = declaring(68_000_000, zipSync({ 'TEST-1.json': json(least), rest: [rest, { level: 0 }] }));
  assert.deepEqual([...osv.records('npm/all.zip', archive)][0], {
    kind: 'unreadable',
    name: 'TEST-1.json',
    reason: 'it has 68000000 bytes, more than any real record',
  });
});

/** The archive with another size of its first entry in its directory. */
function declaring(bytes: number, archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset);
  view.setUint32(view.getUint32(archive.length - 6, true) + 24, bytes, true);
  return archive;
}

const damaged: readonly (readonly [string, string, Uint8Array, RegExp])[] = [
  ['a page instead of an archive', 'npm/all.zip', strToU8('<html>Sorry</html>'), /no zip archive.*"<html>Sorry/],
  ['a part of an archive', 'npm/all.zip', zipSync({ 'TEST-1.json': json(least) }).slice(0, 60), /no zip archive/],
  ['a bomb', 'npm/all.zip', declaring(68_000_000, zipSync({ 'TEST-1.json': json(least) })), /would unpack to/],
  ['a page instead of a list', 'npm/modified_id.csv', strToU8('<html>Sorry</html>'), /"<html>Sorry.*<date>,<id>/],
  ['a list that climbs out', 'npm/modified_id.csv', strToU8('2026-01-01T00:00:00Z,../../x'), /<date>,<id>/],
];

for (const [what, path, answer, reason] of damaged)
  test(`${what} is damaged as a whole`, () => {
    const told = [...osv.records(path, answer)].at(-1);
    assert.equal(told?.kind, 'damaged');
    assert.match(told.reason, reason);
  });

test('a list names records that are elsewhere', () => {
  const list = strToU8('2026-01-02T00:00:00Z,TEST-2\r\n0001-01-01T00:00:00Z,ALSA-2026:1\n\n');
  assert.deepEqual(
    [...osv.records('Red Hat/modified_id.csv', list)],
    [
      { kind: 'elsewhere', path: 'Red Hat/TEST-2.json' },
      { kind: 'elsewhere', path: 'Red Hat/ALSA-2026:1.json' },
    ],
  );
});

test('an index lists ecosystems; anything else is no index', () => {
  assert.deepEqual(osv.ecosystems(strToU8('npm\nDebian\r\nRed Hat\n')), ['Debian', 'Red Hat', 'npm']);
  assert.deepEqual(osv.ecosystems(strToU8('')), []);
  assert.equal(osv.ecosystems(strToU8('<html>\n</html>')), undefined);
  assert.equal(osv.ecosystems(strToU8('npm\n../secrets')), undefined);
});

test('the archive of an ecosystem is asked for before its list', () => {
  assert.deepEqual(osv.requests('Red Hat'), ['Red Hat/all.zip', 'Red Hat/modified_id.csv']);
  assert.deepEqual(osv.requests('..'), []);
});
