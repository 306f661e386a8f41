import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemEntry, sampleDossier, soupItem } from '../../../test/sample-dossier.ts';
import { dispositionsSchema } from '../../model/anomalies/disposition.ts';
import type { ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { AnomalyEntry } from '../../model/anomalies/item-anomalies.ts';
import { anomalyBlocks } from './anomalies.ts';

const ladle = soupItem('ladle', {
  soup: 'pkg:npm/ladle',
  anomalySources: [{ kind: 'changelog', file: 'CHANGELOG.md' }],
});
const { dispositions } = dispositionsSchema.parse({
  soup: 'pkg:npm/ladle',
  dispositions: [
    {
      entries: { 'issue 1': '0b6072b88c2d' },
      answer: 'no-hazard',
      reason: 'It spills outside',
      versions: ['1.0.0'],
      by: 'mk',
      on: '2026-11-20',
    },
  ],
});
const [disposition] = dispositions;
assert.ok(disposition !== undefined);

function entryOf(number: number, standing: AnomalyEntry['standing']): AnomalyEntry {
  const anomaly: ListedAnomaly = {
    id: `issue ${number}`,
    source: 0,
    kind: 'issue',
    title: 'It spills',
    state: 'open',
    labels: [],
    hash: '0b6072b88c2d',
    asOf: '2026-11-20',
  };
  return { anomaly, relevance: { kind: 'candidate', reason: 'no version is told that mends it' }, standing };
}

test('in a long list what waits for a person comes first, and who judged the rest is called by name', () => {
  const judged = { kind: 'judged', met: { index: 0, disposition } } as const;
  const entries = Array.from({ length: 100 }, (_, index) => entryOf(index + 1, judged));
  const record = { soup: 'pkg:npm/ladle', frozen: '2026-11-20', versions: [], sources: [], entries: [], hash: 'a' };
  const item = itemEntry(ladle, []);
  const list = { file: 'soup/anomalies/npm-ladle.json', record };
  const anomalies = { ...item.anomalies, list, entries: [...entries, entryOf(101, { kind: 'open' })] };
  const table = anomalyBlocks({ ...item, anomalies }, sampleDossier()).find(({ kind }) => kind === 'table');
  assert.ok(table?.kind === 'table');
  assert.deepEqual(
    [table.rows.length, ...table.rows.slice(0, 2).map((row) => `${row[0]?.text}: ${row[3]?.text}`)],
    [100, 'issue 101: none yet', 'issue 1: no hazard: It spills outside (Mira Kolb, 2026-11-20)'],
  );
});
