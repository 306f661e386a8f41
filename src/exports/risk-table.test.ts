import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../test/base-device.ts';
import { memoryHost } from '../../test/memory-host.ts';
import { exportRisks } from '../app/risks/export-risks.ts';
import { parseCsv } from '../base/formats/tables/csv.ts';

test('each control of each failure mode of each risk has a row, and so has what leads nowhere', async () => {
  const record = (baseDevice['soup/items/npm-left-pad.yaml'] ?? '').replace(
    'support:',
    '  - { id: FM-PAD-2, mode: Stops, cause: c, effect: e, risks: [RISK-9] }\nsupport:',
  );
  const { content } = await exportRisks(memoryHost({ ...baseDevice, 'soup/items/npm-left-pad.yaml': record }), 'csv');
  const csv = parseCsv(String(content));
  assert.ok('rows' in csv);
  const [titles, ...rows] = csv.rows.map(({ cells }) => cells);
  const told = [
    'Risk',
    'Residual risk',
    'SOUP item',
    'Versions',
    'Failure mode',
    'Control',
    'Results',
    'Failure with controls',
  ];
  assert.deepEqual(
    rows.map((row) => told.map((title) => row[titles?.indexOf(title) ?? -1])),
    [
      [
        'RISK-1',
        'S2 P1: Acceptable',
        'pkg:npm/left-pad',
        '1.3.0',
        'FM-PAD-1',
        'RC-PAD-1',
        'TEST-PAD-3: passed',
        'S2 P1: Acceptable',
      ],
      ['RISK-1', 'S2 P1: Acceptable', '', '', '', 'RC-PAD-1', 'TEST-PAD-3: passed', ''],
      ['RISK-9', '', 'pkg:npm/left-pad', '1.3.0', 'FM-PAD-2', '', '', ''],
    ],
  );
});
