import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { databaseFeeds, feeds } from './index.ts';

const many = 100_000;
const long = 'a'.repeat(1e6);
const list = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const hidden = 'CVE-2026-0001\u202e\u001b[31m\n::error::';

const range = { type: 'SEMVER', events: [{ introduced: '0' }] };
const named = { package: { ecosystem: 'npm', name: 'a' }, ranges: [range] };
const osv = { id: 'X-1', modified: '2026-01-02T03:04:05Z', summary: 'x', affected: [named] };

const ghsa = {
  ghsa_id: 'GHSA-35jh-r3h4-6jhm',
  summary: 'x',
  updated_at: '2026-01-02T03:04:05Z',
  vulnerabilities: [{ package: { ecosystem: 'npm', name: 'a' }, vulnerable_version_range: '< 4' }],
};

const nvd = JSON.parse(readFileSync('src/feeds/nvd/fixtures/CVE-2025-27810.json', 'utf8')) as { readonly cve: object };

/** The records that a feed reads in what a publisher answers. */
function read(feed: string, value: unknown) {
  const bytes = Buffer.from(JSON.stringify(value));
  if (feed === 'osv') return [...(feeds[0]?.records('npm/X-1.json', bytes) ?? [])];
  return [...(databaseFeeds.find(({ name }) => name === feed)?.records('CVE-2025-27810.json', bytes) ?? [])];
}

const hostile: readonly (readonly [what: string, feed: string, record: object, says: RegExp | undefined])[] = [
  ['a summary of a million letters', 'osv', { ...osv, summary: long, details: long }, undefined],
  ['a hundred thousand aliases', 'osv', { ...osv, aliases: list(many, (at) => `CVE-2026-${at + 1000}`) }, /aliases/],
  ['as many aliases that are none', 'osv', { ...osv, aliases: list(many, () => hidden) }, /aliases/],
  ['an alias of a million letters', 'osv', { ...osv, aliases: [long] }, /aliases\.0/],
  ['an alias that hides what it is', 'osv', { ...osv, aliases: [hidden], upstream: [hidden] }, /aliases\.0/],
  [
    'addresses without end',
    'osv',
    { ...osv, references: list(many, (at) => ({ url: `https://e/${at}` })) },
    /references/,
  ],
  ['an address of a million letters', 'osv', { ...osv, references: [{ url: long }] }, /references\.0/],
  ['a vector of a million letters', 'osv', { ...osv, severity: [{ type: 'CVSS_V3', score: long }] }, /severity\.0/],
  ['ranges without end', 'osv', { ...osv, affected: [{ ...named, ranges: list(many, () => range) }] }, /ranges/],
  [
    'a range without end',
    'osv',
    {
      ...osv,
      affected: [{ ...named, ranges: [{ type: 'SEMVER', events: list(many, (at) => ({ fixed: `${at}` })) }] }],
    },
    /ranges\.0\.events/,
  ],
  [
    'a version of a million letters',
    'osv',
    { ...osv, affected: [{ ...named, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: long }] }] }] },
    /fixed/,
  ],
  ['versions of a million letters', 'osv', { ...osv, affected: [{ ...named, versions: [long] }] }, /versions\.0/],
  ['a vector of a million letters', 'ghsa', [{ ...ghsa, cvss: { vector_string: long } }], /cvss/],
  ['an alias that hides what it is', 'ghsa', [{ ...ghsa, cve_id: hidden }], /cve_id/],
  [
    'identifiers without end',
    'ghsa',
    [{ ...ghsa, identifiers: list(many, (at) => ({ type: 'CVE', value: `CVE-2026-${at + 1000}` })) }],
    /identifiers/,
  ],
  [
    'a vector of a million letters',
    'nvd',
    { ...nvd, cve: { ...nvd.cve, metrics: { cvssMetricV31: [{ cvssData: { vectorString: long } }] } } },
    /vectorString/,
  ],
];

for (const [what, feed, record, says] of hostile)
  test(`${what} in a record of ${feed} is bounded and told, and the rest is kept`, () => {
    const [kept, flaw] = read(feed, record);
    assert.ok(kept?.kind === 'advisory' || kept?.kind === 'cve');
    const text = JSON.stringify(kept.kind === 'advisory' ? kept.advisory : kept.cve);
    assert.ok(text.length < 20_000);
    assert.doesNotMatch(text, /\u202e|\\u001b/);
    if (says === undefined) return assert.equal(flaw, undefined);
    assert.ok(flaw?.kind === 'unreadable' && flaw.kept === true);
    assert.match(flaw.reason, says);
    assert.ok(flaw.reason.length < 300);
  });
