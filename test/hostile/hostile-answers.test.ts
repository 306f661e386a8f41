import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { test } from 'node:test';
import { databaseFeeds, feeds, listFeeds } from '../../src/feeds/index.ts';
import { vexFeeds } from '../../src/feeds/vex/index.ts';
import { growsEvenly } from '../grows-evenly.ts';
import type { TrackedSource } from '../../src/model/anomalies/anomaly-source.ts';
import type { RegistryPackage } from '../../src/model/plugs/registry.ts';
import { csaf } from '../../src/readers/vex/csaf.ts';
import { vexReaders } from '../../src/readers/vex/index.ts';
import { registries } from '../../src/registries/index.ts';
import { trackers } from '../../src/trackers/index.ts';

/** What stands in the place of a value of an answer, as JSON. */
const odd: readonly string[] = [
  'null',
  'true',
  '-1',
  '1e999',
  '""',
  '[]',
  '{}',
  '[null]',
  '{"__proto__":{"a":1}}',
  String.raw`"\u0000\u001b[31m\u202e\n::error::x"`,
  String.raw`"\ud800"`,
  '"9999-99-99T99:99:99Z"',
  '"../../../etc/passwd"',
  JSON.stringify('a'.repeat(20_000)),
  JSON.stringify('- '.repeat(10_000)),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
];

/** The text with each of some values of it replaced by each odd one, and cut off at several places. */
function* spoilt(text: string): Iterable<string> {
  for (let part = 0; part < 20; part++) yield text.slice(0, Math.floor((text.length * part) / 20));
  const values = [...text.matchAll(/(?<=[:[,]\s*)(?:"(?:[^"\\]|\\.)*"|-?\d[\d.]*|true|false|null)(?=\s*[,\]}])/g)];
  const step = Math.max(1, Math.floor(values.length / 15));
  for (const value of [{ 0: text, index: 0 }, ...values.filter((_, index) => index % step === 0)])
    for (const other of odd) yield text.slice(0, value.index) + other + text.slice(value.index + value[0].length);
  if (text.startsWith('[')) for (const other of odd) yield `[${other}]`;
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const entry = {
  ghsa_id: 'GHSA-35jh-r3h4-6jhm',
  summary: 'x',
  identifiers: [{ type: 'CVE', value: 'CVE-2021-23337' }],
  updated_at: '2025-08-12T21:54:30Z',
  vulnerabilities: [{ package: { ecosystem: 'npm', name: 'lodash' }, vulnerable_version_range: '>= 1, < 4' }],
};
const nvdEntry: unknown = JSON.parse(readFileSync('src/feeds/nvd/fixtures/CVE-2025-27810.json', 'utf8'));
const nvdPage = {
  resultsPerPage: 1,
  startIndex: 0,
  totalResults: 1,
  format: 'NVD_CVE',
  version: '2.0',
  timestamp: '2026-01-01T00:00:00',
  vulnerabilities: [nvdEntry],
};

const written: Readonly<Record<string, readonly string[]>> = {
  ghsa: [JSON.stringify([entry])],
  nvd: [JSON.stringify(nvdEntry), JSON.stringify(nvdPage)],
  'cve-list': globSync('src/feeds/cve/fixtures/CVE-*.json').map((path) => readFileSync(path, 'utf8')),
};

for (const feed of databaseFeeds)
  test(`${feed.name} answers for any answer of its publisher`, () => {
    for (const text of written[feed.name] ?? [])
      for (const spoiled of spoilt(text)) {
        const bytes = Buffer.from(spoiled);
        assert.ok(Array.isArray([...feed.records('CVE-2024-27628.json', bytes)]));
        feed.pages?.after({ startIndex: '0' }, { bytes, headers: { link: spoiled.slice(0, 1000) } });
      }
  });

test('lists of facts and advisories answer for any answer of their publishers', () => {
  for (const feed of listFeeds)
    for (const path of globSync(`src/feeds/fixtures/${feed.name}/*`))
      for (const text of spoilt(readFileSync(path, 'utf8')))
        assert.ok(Array.isArray([...feed.records(basename(path), Buffer.from(text))]));
  for (const feed of feeds)
    for (const path of globSync('examples/dermatology/advisories/npm/GHSA-4*.json'))
      for (const text of spoilt(readFileSync(path, 'utf8'))) {
        const [first] = feed.records('npm/a.json', Buffer.from(text));
        assert.ok(first?.kind === 'advisory' || first?.kind === 'unreadable');
      }
});

test('trackers answer for any answer', () => {
  for (const tracker of trackers)
    for (const list of tracker.lists)
      for (const text of spoilt(readFileSync(`src/trackers/fixtures/${tracker.name}-${list}.json`, 'utf8'))) {
        const source: TrackedSource = {
          kind: tracker.name,
          at: 'https://tracker.example',
          project: 'a/b',
          lists: ['issues'],
          labels: [],
          state: 'all',
          words: [],
          modules: [],
          sinceDate: undefined,
        };
        assert.match(tracker.read(list, valueOf(text), source).kind, /^(?:page|damaged)$/);
      }
});

for (const registry of registries)
  test(`${registry.name} answers for any answer of a registry, and asks an end of questions`, () => {
    for (const path of globSync(`src/registries/fixtures/${registry.name}/*/wanted.json`)) {
      const wanted = JSON.parse(readFileSync(path, 'utf8')) as RegistryPackage;
      const given = new Map(
        globSync(`${dirname(path)}/*`)
          .filter((file) => !/\/(?:wanted|golden)\.json$/.test(file))
          .map((file) => [basename(file).replace(/\.\w+$/, ''), readFileSync(file, 'utf8')]),
      );
      for (const [name, text] of given)
        for (const spoiled of spoilt(text)) {
          const answers = new Map<string, string | undefined>();
          for (let question = registry.ask(wanted, answers); question; question = registry.ask(wanted, answers)) {
            assert.ok(!answers.has(question.name) && answers.size < 50, `${question.name} of ${path} is asked again`);
            answers.set(question.name, question.name === name ? spoiled : given.get(question.name));
          }
          const reading = registry.read(wanted, answers, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
          assert.match(reading.kind, /^(?:facts|absent|damaged)$/);
          if (reading.kind !== 'facts')
            assert.ok(reading.reason.length < 300 && !/\p{Cc}/u.test(reading.reason), `${path}: ${reading.reason}`);
        }
    }
  });

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

function csafDocument(count: number, said: object) {
  const ids = range(count).map((index) => `P${index}`);
  return {
    document: { csaf_version: '2.0', publisher: { name: 'S' }, tracking: { id: 'x' } },
    product_tree: {
      full_product_names: ids.map((id) => ({ product_id: id, name: id })),
      product_groups: [{ group_id: 'G', product_ids: ids }],
    },
    vulnerabilities: [{ cve: 'CVE-2026-0001', product_status: { known_affected: ids }, ...said }],
  };
}

test('readers and lists of VEX answer for any document', () => {
  const document = csafDocument(2, {
    flags: [{ label: 'component_not_present', product_ids: ['P1'], group_ids: ['G'] }],
    remediations: [{ category: 'vendor_fix', details: 'up', product_ids: ['P0'] }],
  });
  for (const text of spoilt(JSON.stringify(document))) {
    const value = valueOf(text);
    for (const reader of vexReaders)
      if (reader.fits(value)) assert.ok(reader.readVex({ file: 'vex.json', value, lineOf: () => 1 }).diagnostics);
    for (const feed of vexFeeds)
      for (const path of feed.entries) assert.ok(Array.isArray([...feed.listed(path, Buffer.from(text))]));
  }
});

const large: readonly (readonly [what: string, work: (count: number) => unknown])[] = [
  [
    'records of OSV that changed at one instant',
    (count) => {
      const list = range(count).map((index) => `2026-01-01T00:00:00Z,GHSA-${index}\n`);
      return feeds[0]?.changes?.('npm').since(Buffer.from(list.join('')), { instant: '2025-01-01T00:00:00Z', ids: [] });
    },
  ],
  [
    'products and what CSAF says of all of them',
    (count) => {
      const threats = range(count).map(() => ({ category: 'impact', details: 'x', group_ids: ['G'] }));
      const remediations = range(count).map(() => ({ category: 'vendor_fix', details: 'x' }));
      const value = csafDocument(count, { threats, remediations });
      return csaf.readVex({ file: 'csaf.json', value, lineOf: () => 1 });
    },
  ],
];

for (const [what, work] of large)
  test(`${what} take time by their number`, () => growsEvenly(what, work, { from: 1000 }));
