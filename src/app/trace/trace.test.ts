import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import { padFinding } from '../../rules/examples/with-finding.ts';
import { lockWith } from '../../rules/examples/lock-with.ts';
import { traceExports } from '../../exports/trace/index.ts';
import { parseXml } from '../../base/formats/xml.ts';
import { trace } from './trace.ts';
import { traceJson } from './trace-json.ts';
import type { TraceTree } from './trace-tree.ts';
import { writeTrace } from './write-trace.ts';

const host = memoryHost(baseDevice);

/** A tree as nested ids, such as `RISK-1(viewer)`. */
function told(trees: readonly TraceTree[]): string {
  return trees
    .map(
      ({ node, children, again }) => `${node.id}${again ? '…' : ''}${children.length > 0 ? `(${told(children)})` : ''}`,
    )
    .join(' ');
}

const controls = 'RC-PAD-1(REQ-PAD-1(TEST-PAD-1) TEST-PAD-3)';
const cases: readonly (readonly [string, string, string])[] = [
  ['RISK-1', '', `viewer(pkg:npm/left-pad(FM-PAD-1(${controls}))) RC-PAD-1…`],
  ['FM-PAD-1', 'pkg:npm/left-pad(viewer) RISK-1', controls],
  ['TEST-PAD-3', 'RC-PAD-1(FM-PAD-1(pkg:npm/left-pad(viewer) RISK-1) RISK-1)', ''],
  ['viewer', 'RISK-1', `pkg:npm/left-pad(FM-PAD-1(${controls}) REQ-PAD-1… REQ-PAD-2(TEST-PAD-2))`],
  ['pkg:npm/left-pad@1.3.0', 'viewer RISK-1', `FM-PAD-1(${controls}) REQ-PAD-1… REQ-PAD-2(TEST-PAD-2)`],
  ['left-pad', 'viewer RISK-1', `FM-PAD-1(${controls}) REQ-PAD-1… REQ-PAD-2(TEST-PAD-2)`],
  ['req-pad-2', 'pkg:npm/left-pad(viewer)', 'TEST-PAD-2'],
];

for (const [id, up, down] of cases)
  test(`${id} leads up to ${up || 'nothing'} and down to its evidence`, async () => {
    const traced = await trace(host, id);
    assert.equal(told(traced.up), up);
    assert.equal(told(traced.down), down);
  });

const pads = {
  ...baseDevice,
  ...lockWith({ 'left-pad': { version: '1.3.0' }, 'right-pad': { version: '1.0.0' } }),
  'soup/items/npm-right-pad.yaml': `soup: pkg:npm/right-pad
status: confirmed
failureModes:
  - { id: FM-RIGHT-1, mode: m, cause: c, effect: e, risks: [RISK-2] }
  - { id: FM-RIGHT-2, mode: m, cause: c, effect: e, risks: [RISK-3] }
`,
  'soup/risks.yaml': `${baseDevice['soup/risks.yaml']}  - { id: RISK-2, hazard: h, sequence: s, hazardousSituation: hs, harm: x, softwareItems: [viewer] }
  - { id: RISK-3, hazard: h, sequence: s, hazardousSituation: hs, harm: x }
`,
};

test('a risk is told the SOUP and the failure modes that contribute to it, and no others of the same part', async () => {
  const traced = await trace(memoryHost(pads), 'RISK-2');
  assert.equal(told(traced.down), 'viewer(pkg:npm/right-pad(FM-RIGHT-1))');
});

test('a failure mode whose part the risk does not name hangs on the risk itself', async () => {
  const traced = await trace(memoryHost(pads), 'RISK-3');
  assert.equal(told(traced.down), 'FM-RIGHT-2');
});

test('an id that is not known offers the nearest', async () => {
  await assert.rejects(trace(host, 'FM-PDA-1'), (error) => {
    assert.ok(error instanceof Error && 'help' in error);
    assert.match(String(error.help), /Did you mean FM-PAD-1/);
    return true;
  });
});

test('what leads nowhere is a node, and what the rules miss stands at its node', async () => {
  const record = (baseDevice['soup/items/npm-left-pad.yaml'] ?? '').replace('[RISK-1]', '[RISK-1, RISK-9]');
  const { graph } = await trace(memoryHost({ ...baseDevice, 'soup/items/npm-left-pad.yaml': record }), 'FM-PAD-1');
  assert.equal(graph.nodes.get('RISK-9')?.kind, 'nothing');
  assert.deepEqual(graph.faults.get('RISK-9'), ['failure mode FM-PAD-1 names RISK-9, which is not in the risk file']);
});

test('JSON tells lines, results and both trees', async () => {
  const json = JSON.parse(await traceJson(host, await trace(host, 'RC-PAD-1'))) as Readonly<Record<string, unknown>>;
  assert.deepEqual(json['place'], { file: 'soup/items/npm-left-pad.yaml', line: 32 });
  assert.equal(JSON.stringify(json['down']).includes('"kind":"passed"'), true);
});

const evil = '</text><script>"]:::x --> n0;\\n`\u202e';
const nasty = {
  ...baseDevice,
  'soup/items/npm-left-pad.yaml': (baseDevice['soup/items/npm-left-pad.yaml'] ?? '').replace(
    'mode: Cuts the text instead of padding it',
    `mode: ${JSON.stringify(evil)}`,
  ),
};

for (const { name } of traceExports)
  test(`${name} escapes what people write, and is the same each time`, async () => {
    const graph = async () => writeTrace(await trace(memoryHost(nasty), 'FM-PAD-1'), name);
    const text = await graph();
    assert.equal(text, await graph());
    assert.ok(!text.includes('\u202e'));
    if (name === 'svg') {
      const root = parseXml(text);
      assert.ok(!('message' in root), 'message' in root ? root.message : '');
      assert.ok(!text.includes('<script'));
    }
    if (name === 'mermaid') assert.ok(text.split('\n').every((line) => !line.includes(']:::x')));
    if (name === 'dot') assert.equal((text.replace(/\\./g, '').match(/"/g)?.length ?? 1) % 2, 0);
  });

test('anomalies of one verdict that is to be asked again say so, each of itself alone', async () => {
  const other = 'CVE-2026-0002';
  const files = {
    ...baseDevice,
    ...sealedLock({ findings: [padFinding(), padFinding('affected', { id: other, aliases: [] })] }),
    'soup/verdicts/npm-left-pad.yaml': `verdicts:
  - judged:
      - { anomaly: CVE-2026-0001, package: pkg:npm/left-pad, versions: ['1.2.0'], scope: runtime, records: { GHSA-pad1-pad1-pad1: 'sha256:aa01' } }
      - { anomaly: ${other}, package: pkg:npm/left-pad, versions: ['1.2.0'], scope: runtime, records: { GHSA-pad1-pad1-pad1: 'sha256:aa01' } }
    status: not_affected
    justification: vulnerable_code_not_present
    reason: The code is not in our build
    by: ada
    on: 2026-11-02
`,
  };
  const traced = await trace(memoryHost(files), 'left-pad');
  const nodes = traced.down.map(({ node }) => node).filter(({ kind }) => kind === 'anomaly');
  const changed = '1.3.0 is in use, judged was 1.2.0';
  assert.deepEqual(
    nodes.map(({ id, title }) => [id, title, traced.graph.faults.get(id)]),
    ['CVE-2026-0001', other].map((id) => [
      id,
      `affected by the data, verdict: not_affected, to be judged again: ${changed}`,
      [`${id} is to be judged again for pkg:npm/left-pad@1.3.0: ${changed}`],
    ]),
  );
});
