import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { lockWith } from '../../rules/examples/lock-with.ts';
import { report } from '../report.ts';
import { trace } from '../trace/trace.ts';
import { why } from './why.ts';

const padder = `${baseDevice['soup/items/npm-left-pad.yaml']}`
  .replace('{ softwareItem: viewer,', '{ softwareItem: viewer, modules: [src/label.ts],')
  .replace(
    /^support: .*\nsecurity: .*$/m,
    `segregation: { mechanism: A process of its own, evidence: [TEST-PAD-3] }
documentation:
  { documents: [README of 1.3.0], adequate: false, reason: Longer texts are missing, compensation: TEST-PAD-1, by: ada, on: 2026-10-01 }
support:
  level: limited
  source: the package's README
  assessed: 2026-11-01
  plan: Replaced by padStart in version 1.1
  history: [{ level: maintained, until: 2026-06-30, source: the README of 1.2, assessed: 2025-11-01 }]
security:
  category: supported
  reason: Updates are delivered with the product
  history: [{ from: maintained, to: supported, on: 2026-03-01, by: ada, reason: The hospital installs it }]`,
  );
const host = memoryHost({
  ...baseDevice,
  ...lockWith({ 'left-pad': { version: '1.3.0' }, 'pad-more': { version: '1.3.0' } }),
  'soup/items/npm-left-pad.yaml': padder,
  'soup/items/npm-pad-more.yaml': `soup: pkg:npm/pad-more
title: Pad more
status: confirmed
safetyPath: { on: true, reason: It pads what left-pad does not }
inherits:
  - { from: pkg:npm/left-pad, judgements: [requirements, failureModes, support, documentation], reason: Released together }
`,
  'src/label.ts': "import pad from 'left-pad';\n",
  'src/letter.ts': "import pad from 'left-pad';\n",
});

const supportLines = [
  "limited, no end told; assessed on 2026-11-01 from the package's README",
  'plan: Replaced by padStart in version 1.1',
  'before: maintained, until 2026-06-30; assessed on 2025-11-01 from the README of 1.2',
];
const documentationLines = [
  'not good enough, judged by Ada Example on 2026-10-01: Longer texts are missing',
  'read: README of 1.3.0',
  'made up for by: TEST-PAD-1',
];

test('why tells what a record says of its item, and what files and sources show against it', async () => {
  const [pad] = await why(host, 'left-pad');
  assert.deepEqual(pad?.judged, {
    safetyPath: ['on it: A wrong label can lead to a mix-up of patients'],
    usedBy: [
      'viewer, in src/label.ts: one call with the patient number as a text',
      'found importing it: 2 lines in 2 files of the product',
      'imported at src/letter.ts:1, in no module that is named',
    ],
    inherits: [],
    segregation: ['A process of its own (shown by TEST-PAD-3)'],
    documentation: documentationLines,
    support: supportLines,
    category: [
      'supported: Updates are delivered with the product',
      '2026-03-01: from maintained to supported by Ada Example: The hospital installs it',
    ],
  });
});

test('why tells what is inherited, from whom, and the words of the other', async () => {
  const [more] = await why(host, 'pad-more');
  assert.deepEqual(more?.judged?.inherits, [
    'requirements, failureModes, support, documentation as pkg:npm/left-pad: Released together',
  ]);
  assert.deepEqual(more?.judged?.support, [...supportLines, 'by the record of pkg:npm/left-pad']);
  assert.deepEqual(more?.judged?.documentation, [...documentationLines, 'by the record of pkg:npm/left-pad']);
  assert.deepEqual(more?.judged?.category, []);
});

test('the SOUP list tells the same, and by whose record what is inherited holds', async () => {
  const { content } = await report(host, 'soup-list', 'json').catch(() => report(host, 'soup-list', 'html'));
  const text = String(content)
    .replace(/<\/?(?:wbr|time)>/g, '')
    .replaceAll('&#39;', "'");
  for (const line of [...supportLines, ...documentationLines]) assert.ok(text.includes(line), line);
  assert.ok(text.includes('imported at src/letter.ts:1, in no module that is named'));
  assert.ok(text.includes('by the record of left-pad'), 'requirements and failure modes');
});

test('the trace leads from what inherits to the failure modes of the other, and to what shows a segregation', async () => {
  const { graph } = await trace(host, 'pkg:npm/pad-more');
  const links = new Set(graph.links.map(({ from, to }) => `${from} ${to}`));
  for (const link of ['pkg:npm/pad-more FM-PAD-1', 'pkg:npm/pad-more REQ-PAD-1', 'viewer pkg:npm/pad-more'])
    assert.ok(links.has(link), link);
  const { graph: around } = await trace(host, 'left-pad');
  assert.equal(
    around.links.find(({ from, to }) => from === 'pkg:npm/left-pad' && to === 'TEST-PAD-3')?.standing?.kind,
    'passed',
  );
});
