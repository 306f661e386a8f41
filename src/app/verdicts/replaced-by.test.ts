import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { withFinding } from '../../rules/examples/with-finding.ts';
import { approve } from './approve.ts';
import type { Judgement } from './compose-verdict.ts';
import { foresee, judge } from './judge.ts';
import { judgedAsJson } from './judged-as-json.ts';
import { showJudged } from '../../cli/show/findings/show-judged.ts';
import { plain } from '../../cli/show/look.ts';
import { openTriage } from './open-triage.ts';

const file = 'soup/verdicts/npm-left-pad.yaml';
const person = '  - { id: ada, name: Ada Example, role: SOUP owner }\n';
const device = {
  ...baseDevice,
  'tureen.yaml': (baseDevice['tureen.yaml'] ?? '').replace(person, `${person}  - { id: grace, name: Grace Example }\n`),
  ...withFinding(),
};
const fixed: Judgement = { status: 'fixed', reason: 'Patched by us', by: 'ada' };
const again: Judgement = { ...fixed, reason: 'Looked at it again' };
const selection = { id: 'CVE-2026-0001' };

test('a first verdict replaces none', async () => {
  const host = memoryHost(device);
  const { replaced } = await judge(host, await openTriage(host), selection, fixed);
  assert.deepEqual(replaced, []);
});

test('a new verdict names the one that it replaces, and the approval that is lost with it', async () => {
  const host = memoryHost(device);
  const { triage } = await judge(host, await openTriage(host), selection, fixed);
  await approve(host, triage, { ...selection, by: 'grace', dryRun: false });
  const judged = await judge(host, await openTriage(host), selection, again);
  const [only] = judged.replaced;
  assert.equal(judged.replaced.length, 1);
  assert.equal(only?.verdict.reason, 'Patched by us');
  assert.deepEqual([only.left, only.isApproved, only.verdict.approved?.by], [0, true, 'grace']);
  assert.deepEqual(only.lost[0]?.versions, ['1.3.0']);
  const { replaced } = JSON.parse(JSON.stringify(await judgedAsJson(host, judged, false)));
  assert.deepEqual(
    [replaced[0].status, replaced[0].by, replaced[0].on, replaced[0].isApproved, replaced[0].judged],
    [
      'fixed',
      'ada',
      '2026-11-15',
      true,
      [{ anomaly: 'CVE-2026-0001', package: 'pkg:npm/left-pad', versions: ['1.3.0'] }],
    ],
  );
});

test('of a verdict on several findings and versions only what is judged anew is replaced', async () => {
  const host = memoryHost({
    ...device,
    [file]: `verdicts:
  - judged:
      - { anomaly: CVE-2026-0001, package: pkg:npm/left-pad, versions: [1.2.0, 1.3.0], scope: runtime, records: {} }
      - { anomaly: CVE-2026-0007, package: pkg:npm/left-pad, versions: [1.3.0], scope: runtime, records: {} }
    status: fixed
    reason: Patched by us
    by: ada
    on: 2026-11-02
`,
  });
  const { replaced } = await judge(host, await openTriage(host), selection, again);
  assert.deepEqual(
    replaced.map(({ left, lost }) => [left, lost.map(({ anomaly, versions }) => [anomaly, versions])]),
    [[2, [['CVE-2026-0001', ['1.3.0']]]]],
  );
});

test('what would be replaced can be seen before, and nothing is written', async () => {
  const host = memoryHost(device);
  await judge(host, await openTriage(host), selection, fixed);
  const before = host.written.get(file);
  const { replaced, written, triage } = await foresee(host, await openTriage(host), selection, again);
  assert.deepEqual([replaced.length, written, triage.cases], [1, [{ file, findings: 1 }], []]);
  assert.equal(host.written.get(file), before);
});

test('a verdict on another version loses nothing, and its approval holds on', async () => {
  const earlier = `verdicts:
  - judged:
      - { anomaly: CVE-2026-0001, package: pkg:npm/left-pad, versions: [1.2.0], scope: runtime, records: {} }
    status: affected
    reason: A long name is cut
    by: ada
    on: 2026-11-02
`;
  const host = memoryHost({ ...device, [file]: earlier });
  const judged = await judge(host, await openTriage(host), selection, again);
  assert.deepEqual(
    judged.replaced.map(({ lost, kept, left }) => [lost, kept.map(({ versions }) => versions), left]),
    [[[], [['1.2.0']], 1]],
  );
  assert.ok(host.written.get(file)?.startsWith(earlier));
  assert.match(
    showJudged(judged, false, plain),
    /^stays beside it: affected, by ada on 2026-11-02: A long name is cut\n {2}in \S+: CVE-2026-0001 in pkg:npm\/left-pad@1\.2\.0, another version than is judged now\n$/m,
  );
});
