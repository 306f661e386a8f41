import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { readCveRecord } from '../../feeds/cve/cve-record.ts';
import { readNvdRecord } from '../../feeds/nvd/nvd-record.ts';
import { readOsvRecord } from '../../feeds/osv/osv-record.ts';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import type { CveRecord } from '../../model/anomalies/cve.ts';
import { evaluateComponent } from './evaluate-component.ts';
import { advise } from './matching/advise.ts';
import type { MappedCves } from './products/judge-by-products.ts';

const records = new Map(
  (JSON.parse(read('labelled-advisories.json')) as unknown[]).map((document): [string, Advisory] => {
    const read = readOsvRecord(new TextEncoder().encode(JSON.stringify(document)));
    assert.ok('advisory' in read && read.flaw === undefined);
    return [read.advisory.id, read.advisory];
  }),
);

const labelled = read('labelled-matches.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [purl = '', id = '', truth = '', download] = line.split('\t');
    const record = records.get(id);
    assert.ok(record, `there is no record ${id}`);
    const [finding] = evaluateComponent(advise(component(purl, { download })), [record]);
    return {
      purl,
      id,
      truth,
      answer: finding?.result ?? 'silent',
      why: finding?.why,
      sureness: finding?.confidence,
      isByGraph: finding?.onlyByGraph,
    };
  });

const cves = new Map(
  (JSON.parse(read('labelled-cves.json')) as object[]).map((document): [string, CveRecord] => {
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    const record = 'dataType' in document ? readCveRecord(bytes) : readNvdRecord(document, bytes);
    assert.ok('cve' in record, 'unreadable' in record ? record.unreadable : '');
    return [record.cve.id, record.cve];
  }),
);

const labelledProducts = read('labelled-products.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [purl = '', product = '', id = '', truth = ''] = line.split('\t');
    const record = cves.get(id);
    assert.ok(record, `there is no record ${id}`);
    const [finding] = evaluateComponent(advise(component(purl)), [], mappedTo(purl, product, record));
    return { purl: `${purl} as ${product}`, id, truth, answer: finding?.result ?? 'silent', why: finding?.why };
  });

/** What a person confirmed, and all that the store would hold of that product. */
function mappedTo(purl: string, name: string, record: CveRecord): MappedCves {
  const [vendor = '', product = ''] = name.split('/');
  const mapping = { vendor, product, by: 'mia', on: '2026-11-01', reason: 'its site says so' };
  return {
    mappings: new Map([[packageOf(purl), [mapping]]]),
    found: { records: new Map(), byProduct: new Map([[name, [record]]]) },
  };
}

for (const { purl, id, truth, answer, why } of [...labelled, ...labelledProducts]) {
  test(`${purl} is ${truth} by ${id}`, () => {
    assert.equal(answer, truth, why);
  });
}

for (const [what, labels] of [
  ['over real records', labelled],
  ['by confirmed products', labelledProducts],
] as const)
  for (const result of ['affected', 'undetermined'] as const)
    test(`precision and recall of "${result}" ${what} are 1`, (context) => {
      const found = labels.filter(({ answer }) => answer === result);
      const wanted = labels.filter(({ truth }) => truth === result);
      const hits = found.filter(({ truth }) => truth === result).length;
      const [precision, recall] = [hits / found.length, hits / wanted.length];
      context.diagnostic(
        `"${result}" ${what}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${wanted.length} of ${labels.length} labels`,
      );
      assert.deepEqual({ precision, recall }, { precision: 1, recall: 1 });
    });

test('what is found by a source repository says so', () => {
  const isFetched = (purl: string) => /^pkg:(?:generic|github|vcpkg)\//.test(purl);
  const found = labelled.filter(({ answer }) => answer !== 'silent');
  for (const { purl, sureness } of found) assert.equal(sureness, isFetched(purl) ? 'repository-tag' : 'package', purl);
});

test('a tag of another name is not compared, and the reason is told', () => {
  const why = labelled.find(({ purl }) => purl.startsWith('pkg:generic/gprofng@'))?.why;
  assert.equal(
    why,
    'OSV-2026-350: it speaks of tags named "binutils", "gdb", which are numbered apart from gprofng-2.44',
  );
});

test('what only commits could tell is marked, where no CVE is its name', () => {
  const marked = labelled.filter(({ isByGraph }) => isByGraph === true);
  const fuzzed = labelled.filter(({ id, answer }) => id.startsWith('OSV-') && answer === 'undetermined');
  assert.deepEqual(marked, fuzzed);
  assert.equal(marked.length, 7);
});

test('the labelled set is large enough, and every record of it is used', () => {
  assert.ok(labelled.length >= 255);
  assert.deepEqual(new Set(labelled.map(({ id }) => id)), new Set(records.keys()));
  assert.ok(labelledProducts.length >= 60);
  assert.deepEqual(new Set(labelledProducts.map(({ id }) => id)), new Set(cves.keys()));
});

function read(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
}
