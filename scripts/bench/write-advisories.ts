import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { examplePackages } from './example-packages.ts';
import { writeZip } from './write-zip.ts';

/**
 * Writes a mirror of OSV with 200,000 records made up for the bench, and the lists of exploited and of probable
 * vulnerabilities. A third of the example packages have records of npm, two each; the others are about packages that nobody has.
 * It is a process of its own, because the memory of one that starts another counts as the other's.
 */
const [folder = ''] = process.argv.slice(2);
const known = examplePackages(10_000).filter((_, index) => index % 3 === 0);
for (const [position, ecosystem] of ['npm', 'PyPI', 'crates.io', 'RubyGems'].entries()) {
  mkdirSync(join(folder, ecosystem), { recursive: true });
  writeZip(join(folder, ecosystem, 'all.zip'), recordsOf(ecosystem, position * 50_000, 50_000));
  writeFileSync(join(folder, ecosystem, 'modified_id.csv'), changes(position * 50_000));
}
writeFileSync(join(folder, 'ecosystems.txt'), 'npm\nPyPI\ncrates.io\nRubyGems\n');
writeFileSync(join(folder, 'known_exploited_vulnerabilities.json'), JSON.stringify(catalogue(1500)));
writeFileSync(join(folder, 'epss_scores-current.csv.gz'), gzipSync(scores(300_000)));

function* recordsOf(ecosystem: string, start: number, count: number): Iterable<readonly [string, Uint8Array]> {
  for (let index = start; index < start + count; index++) {
    const name = index < known.length * 2 ? known[index % known.length]?.name : `nobody-has-${index}`;
    yield [`GHSA-${index}.json`, Buffer.from(JSON.stringify(record(index, ecosystem, name ?? '')))];
  }
}

/** A list of changes that names one record, the first of an ecosystem. */
function changes(start: number): string {
  return `${modifiedOf(start)},GHSA-${start}\n`;
}

function modifiedOf(index: number): string {
  return `2026-0${1 + (index % 9)}-02T03:04:05Z`;
}

/** A record as long as real ones are. */
function record(index: number, ecosystem: string, name: string) {
  const events = [{ introduced: '0' }, { fixed: index % 10 === 0 ? '999.0.0' : '0.0.1' }];
  return {
    schema_version: '1.7.0',
    id: `GHSA-${index}`,
    modified: modifiedOf(index),
    published: '2026-01-01T00:00:00Z',
    aliases: [cveOf(index)],
    summary: `A made-up defect of ${name} that lets soup boil over`,
    details: `What happens in ${name} when it is stirred too fast, told at length. `.repeat(12),
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' }],
    affected: [{ package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events }] }],
    references: [{ type: 'WEB', url: `https://advisories.example/${index}` }],
    database_specific: { severity: 'HIGH', cwe_ids: ['CWE-400'] },
  };
}

function cveOf(index: number): string {
  return `CVE-2026-${10_000 + index}`;
}

function catalogue(count: number) {
  const vulnerabilities = Array.from({ length: count }, (_, index) => ({
    cveID: cveOf(index * 7),
    dateAdded: '2026-02-03',
    dueDate: '2026-03-03',
    knownRansomwareCampaignUse: 'Unknown',
  }));
  return { catalogVersion: '2026.02.03', dateReleased: '2026-02-03T00:00:00Z', count, vulnerabilities };
}

function scores(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `${cveOf(index)},0.0${index % 1000},0.${index % 1000}`);
  return ['#model_version:v2026.01.01,score_date:2026-02-03T00:00:00Z', 'cve,epss,percentile', ...rows].join('\n');
}
