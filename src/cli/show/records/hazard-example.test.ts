import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../../test/base-device.ts';
import { loadRecords } from '../../../records/load.ts';
import { hazardExample } from './hazard-example.ts';

test('the example can be copied into the two files that it names', () => {
  const [failureModes = '', risks = ''] = hazardExample
    .split(/^(?:such|and) .*\n/m)
    .slice(1)
    .map((part) => part.replace(/^ {2}/gm, ''));
  const item = `soup: pkg:npm/other\nstatus: draft\n${failureModes}`;
  const files = {
    'tureen.yaml': baseDevice['tureen.yaml'] ?? '',
    'soup/items/other.yaml': item,
    'soup/risks.yaml': risks,
  };
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const { items, riskFile, diagnostics } = loadRecords(bytes);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    items[0]?.record.failureModes[0]?.risks,
    riskFile?.record.risks.map(({ id }) => id),
  );
});
