import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nvd } from './nvd.ts';

const single = readFileSync(new URL('./fixtures/CVE-2025-27810.json', import.meta.url));

const entry = {
  cve: {
    id: 'CVE-2021-44228',
    vulnStatus: 'Analyzed',
    published: '2021-12-10T10:15:09.143',
    lastModified: '2025-10-27T17:35:38.010',
    descriptions: [{ lang: 'en', value: 'Apache Log4j2 JNDI features do not protect …' }],
    metrics: {
      cvssMetricV31: [
        { source: 'nvd@nist.gov', cvssData: { vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H' } },
      ],
    },
    weaknesses: [{ description: [{ lang: 'en', value: 'CWE-502' }] }, { description: [{ value: 'NVD-CWE-noinfo' }] }],
    configurations: [
      {
        operator: 'AND',
        nodes: [
          {
            operator: 'OR',
            negate: false,
            cpeMatch: [
              {
                vulnerable: true,
                criteria: 'cpe:2.3:a:apache:log4j:2.0:beta9:*:*:*:*:*:*',
                versionEndExcluding: '2.3.1',
              },
            ],
          },
        ],
      },
    ],
  },
};

function page(vulnerabilities: readonly unknown[], more: object = {}) {
  const head = { resultsPerPage: vulnerabilities.length, startIndex: 0, totalResults: 1, format: 'NVD_CVE' };
  return Buffer.from(JSON.stringify({ ...head, vulnerabilities, ...more }));
}

test('a feed, packed or not, is read with configurations, severities and weaknesses', () => {
  for (const answer of [page([entry]), gzipSync(page([entry]))]) {
    const [record, ...rest] = nvd.records('nvdcve-2.0-2021.json.gz', answer);
    assert.ok(record?.kind === 'cve' && rest.length === 0);
    const { claims, severities, weaknesses, modified, rejected } = record.cve;
    assert.deepEqual(
      { severities, weaknesses, modified, rejected },
      {
        severities: [{ kind: 'CVSS_V3', value: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', source: 'NVD' }],
        weaknesses: ['CWE-502'],
        modified: '2025-10-27T17:35:38.010Z',
        rejected: undefined,
      },
    );
    const criterion = { vendor: 'apache', product: 'log4j', vulnerable: true, version: '2.0', update: 'beta9' };
    assert.deepEqual(claims, [
      {
        kind: 'configuration',
        by: 'NVD',
        operator: 'and',
        negate: false,
        nodes: [{ operator: 'or', negate: false, criteria: [{ ...criterion, targetSoftware: '*', until: '2.3.1' }] }],
      },
    ]);
  }
});

test('a rejected vulnerability is told as such', () => {
  const [record] = nvd.records('x.json', page([{ cve: { ...entry.cve, vulnStatus: 'Rejected', configurations: [] } }]));
  assert.ok(record?.kind === 'cve');
  assert.equal(record.cve.rejected, '2025-10-27T17:35:38.010Z');
});

test('a single entry with corrections is read by the id beside it', () => {
  const [record] = nvd.records('data/2025/CVE-2025-27810.json', single);
  assert.ok(record?.kind === 'cve');
  assert.deepEqual([record.cve.id, record.cve.claims.length], ['CVE-2025-27810', 1]);
});

test('an entry that cannot be read is told, and the others are kept', () => {
  const kinds = [...nvd.records('x.json', page([{ cve: { id: 'nonsense' } }, entry]))].map(({ kind }) => kind);
  assert.deepEqual(kinds, ['unreadable', 'cve']);
});

const [configured] = entry.cve.configurations;

const flawed: readonly (readonly [string, object, string, object])[] = [
  [
    'the product of a configuration without an operator that is one is put to a person',
    { configurations: [{ ...configured, operator: 'NAND' }, configured] },
    '"cve.configurations.0.operator"',
    {
      claims: [
        { kind: 'configuration' },
        { kind: 'unread', by: 'NVD', products: [{ vendor: 'apache', product: 'log4j', targetSoftware: '*' }] },
      ],
    },
  ],
  [
    'a bound that is none leaves the others of its configuration',
    {
      configurations: [
        {
          nodes: [
            {
              operator: 'OR',
              cpeMatch: [
                { vulnerable: true, criteria: 'cpe:2.3:a:apache:log4j:*:*:*:*:*:*:*:*', versionEndExcluding: 7 },
                { vulnerable: true, criteria: 'cpe:2.3:a:cisco:caloo:*:*:*:*:*:*:*:*' },
                'nonsense',
              ],
            },
          ],
        },
      ],
    },
    '"cve.configurations.0.nodes.0.cpeMatch.0.versionEndExcluding"',
    { claims: [{ kind: 'unread', products: [{ product: 'log4j' }, { product: 'caloo' }] }] },
  ],
  ['a vector goes alone', { metrics: { cvssMetricV31: [{ cvssData: 7 }] } }, '"cve.metrics', { severities: [] }],
  ['words go alone', { descriptions: [{ lang: 'en' }] }, '"cve.descriptions.0.value"', { summary: undefined }],
];

for (const [what, spoilt, flaw, kept] of flawed)
  test(`of an entry that fails the schema the rest is kept: ${what}`, () => {
    const records = [...nvd.records('x.json', page([{ cve: { ...entry.cve, ...spoilt } }]))];
    const [record, told] = records;
    assert.ok(record?.kind === 'cve' && told?.kind === 'unreadable' && told.kept === true && records.length === 2);
    assert.ok(told.reason.startsWith(flaw), told.reason);
    assert.partialDeepStrictEqual(record.cve, { id: 'CVE-2021-44228', weaknesses: ['CWE-502'], ...kept });
  });

for (const [what, answer] of [
  ['HTML', Buffer.from('<html>')],
  ['a truncated gzip', gzipSync(page([entry])).subarray(0, 60)],
  ['a page that holds fewer entries than it says', page([entry], { resultsPerPage: 2 })],
  ['a page of another format', page([entry], { format: 'NVD_CPE' })],
] as const) {
  test(`${what} is damaged`, () => {
    assert.deepEqual(
      [...nvd.records('nvdcve-2.0-2021.json.gz', answer)].map(({ kind }) => kind),
      ['damaged'],
    );
  });
}

test('a feed is proved by the sha256 in its .meta', () => {
  const bytes = page([entry]);
  const meta = (sum: string) =>
    Buffer.from(`lastModifiedDate:2026-01-01T00:00:00-05:00\r\nsize:1\r\nsha256:${sum}\r\n`);
  assert.equal(nvd.proof?.path('nvdcve-2.0-2021.json.gz'), 'nvdcve-2.0-2021.meta');
  assert.equal(nvd.proof?.problem(gzipSync(bytes), meta(hash('sha256', bytes).toUpperCase())), undefined);
  assert.match(nvd.proof?.problem(gzipSync(bytes), meta('0'.repeat(64))) ?? '', /is not the one/);
  assert.match(nvd.proof?.problem(gzipSync(bytes), Buffer.from('<html>')) ?? '', /holds no sha256/);
});

test('the feeds of all years are asked for, up to the year of today', () => {
  const [years = []] = nvd.requests('2004-05-06');
  assert.deepEqual(
    years,
    ['2002', '2003', '2004'].map((year) => `nvdcve-2.0-${year}.json.gz`),
  );
});

test('an entry that repeats CISA’s catalogue says since when', () => {
  const cve = { ...entry.cve, cisaExploitAdd: '2021-12-10', cisaActionDue: '2021-12-24' };
  const [record] = nvd.records('x.json', page([{ cve }]));
  assert.deepEqual(record?.kind === 'cve' && record.cve.exploited, [
    { id: 'CVE-2021-44228', by: 'CISA in the NVD', added: '2021-12-10', due: '2021-12-24', ransomware: 'unknown' },
  ]);
});
