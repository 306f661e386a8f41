import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import { cve } from '../../../test/sample-cve.ts';
import type { CveRecord } from '../../model/anomalies/cve.ts';
import type { Evaluation, Finding } from '../../model/anomalies/evaluation.ts';
import { openStore } from '../../node/store/advisory-store.ts';
import { buildStore } from '../../node/store/store-builder.ts';
import { findMapped, loadMappings, withCves } from './find-mapped.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-mapped-'));
after(() => rmSync(folder, { recursive: true }));

const confirmed = (product: string) =>
  `[{ vendor: maker, product: ${product}, by: ada, on: 2026-11-01, reason: Their repository says so }]`;

const item = (soup: string, cpe?: string) =>
  `soup: ${soup}\nstatus: confirmed\n${cpe === undefined ? '' : `cpe: ${cpe}\n`}`;

test('what people confirmed is found by package, whichever items it stands in', async () => {
  const { mappings, faults } = await loadMappings(
    memoryHost({
      'soup/items/a.yaml': item('pkg:npm/ladle', confirmed('ladle')),
      'soup/items/b.yaml': item('pkg:npm/ladle', confirmed('soup_ladle')),
      'soup/items/c.yaml': item('pkg:npm/bowl'),
      'soup/items/deeper/d.yaml': item('pkg:npm/spoon', confirmed('spoon')),
      'soup/verdicts/e.yaml': item('pkg:npm/fork', confirmed('fork')),
    }),
  );
  assert.deepEqual(
    [...mappings].map(([soup, cpe]) => `${soup} ${cpe.map(({ product }) => product).join()}`),
    ['pkg:npm/ladle ladle,soup_ladle', 'pkg:npm/bowl '],
  );
  assert.deepEqual(faults, []);
});

test('an item that cannot be read is told, for it might have confirmed something', async () => {
  const { mappings, faults } = await loadMappings(
    memoryHost({
      'soup/items/a.yaml': item('pkg:npm/ladle', confirmed('ladle')),
      'soup/items/b.yaml': item('pkg:npm/bowl', '[{ vendor: maker }]'),
      'soup/items/c.yaml': 'soup: [',
      'soup/items/d.yml': item('pkg:npm/fork', confirmed('fork')),
    }),
  );
  assert.deepEqual([...mappings.keys()], ['pkg:npm/ladle']);
  assert.deepEqual(
    [...new Set(faults.map(({ place }) => place.file))],
    ['soup/items/d.yml', 'soup/items/b.yaml', 'soup/items/c.yaml'],
  );
});

test('a repository without items has no mappings', async () => {
  assert.deepEqual(await loadMappings(memoryHost({ 'tureen.yaml': '' })), { mappings: new Map(), faults: [] });
});

function spokenOf(product: string, id: string, facts: Partial<CveRecord> = {}): CveRecord {
  const products = [{ vendor: 'maker', product, targetSoftware: '*' }];
  const claim = { kind: 'versions', by: 'CNA', products, versions: [], platforms: [], functions: [] } as const;
  return cve(id, { feed: 'cve-list', claims: [claim], hash: 'a'.repeat(64), ...facts });
}

/** A store of two records of one product, one of another, and what the NVD alone says of the first. */
async function store(name: string) {
  const path = join(folder, `${name}.sqlite`);
  const builder = buildStore(path);
  for (const record of [
    spokenOf('ladle', 'CVE-2026-0001'),
    spokenOf('ladle', 'CVE-2026-0002'),
    spokenOf('bowl', 'CVE-2026-0003'),
    spokenOf('other', 'CVE-2026-0001', { feed: 'nvd', weaknesses: ['CWE-79'] }),
  ])
    builder.addCve(record, new Uint8Array([3, 0]));
  builder.addDatabase({ feed: 'nvd', from: 'x', newest: '2026-01-01T00:00:00Z' }, undefined);
  await builder.finish('2026-11-01T00:00:00Z');
  return openStore(path);
}

test('of confirmed products come the records, and whatever else the store holds of the same CVEs', async () => {
  const mapping = { vendor: 'maker', product: 'ladle', by: 'ada', on: '2026-11-01', reason: 'x' };
  const opened = await store('mapped');
  const { found } = findMapped(
    opened,
    new Map([
      ['pkg:npm/ladle', [mapping]],
      ['pkg:npm/fork', []],
    ]),
  );
  assert.deepEqual(
    [...found.byProduct].map(([name, records]) => `${name} ${records.map(({ id }) => id).join()}`),
    ['maker/ladle CVE-2026-0001,CVE-2026-0002'],
  );
  assert.deepEqual(
    [...found.records].map(([id, records]) => `${id} ${records.map(({ feed }) => feed).join()}`),
    ['CVE-2026-0001 cve-list,nvd', 'CVE-2026-0002 cve-list'],
  );
  const none = findMapped(opened, new Map());
  assert.deepEqual([none.found.byProduct.size, none.found.records.size], [0, 0]);
  opened.close();
});

test('an open finding gets what CVE records say of any id that it leads to, and no other does', async () => {
  const finding = (id: string): Finding => ({
    component: 'pkg:npm/ladle@1.0.0',
    id,
    aliases: [],
    result: 'affected',
    why: 'x',
    records: [],
    kind: 'vulnerability',
    severities: [],
    fixed: [],
  });
  const [open, other] = [finding('GHSA-1'), finding('GHSA-2')];
  const evaluation = { findings: [open, other] } as unknown as Evaluation;
  const opened = await store('enriched');
  const enquiry = {
    idsOf: new Map([[open, ['GHSA-1', 'CVE-2026-0001']]]),
    ids: ['GHSA-1', 'CVE-2026-0001'],
    packages: [],
  };
  const { findings } = withCves(evaluation, enquiry, opened);
  assert.deepEqual(
    findings.map(({ id, weaknesses }) => `${id} ${weaknesses?.join() ?? 'nothing'}`),
    ['GHSA-1 CWE-79', 'GHSA-2 nothing'],
  );
  opened.close();
});
