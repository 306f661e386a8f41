import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../../test/base-device.ts';
import { memoryHost } from '../../../../test/memory-host.ts';
import { approve } from '../../../app/verdicts/approve.ts';
import type { Judgement } from '../../../app/verdicts/compose-verdict.ts';
import { describeCase } from '../../../app/verdicts/describe-case.ts';
import { judge } from '../../../app/verdicts/judge.ts';
import { openTriage } from '../../../app/verdicts/open-triage.ts';
import { selectCases } from '../../../app/verdicts/select-cases.ts';
import { withFinding } from '../../../rules/examples/with-finding.ts';
import { plain, plainLook } from '../look.ts';
import { showCase } from './show-case.ts';
import { showJudged, showLeftOpen } from './show-judged.ts';

const grace = '  - { id: grace, name: Grace Example }\ntarget:';
const device = {
  ...baseDevice,
  'tureen.yaml': (baseDevice['tureen.yaml'] ?? '').replace('target:', grace),
  ...withFinding(),
};
const selection = { id: 'CVE-2026-0001' };
const first: Judgement = {
  status: 'affected',
  reason: 'A long name is cut',
  reachability: { answer: 'unknown', functions: [] },
  safety: { failureModes: [], risks: [], reason: 'The number is cut' },
  response: { action: 'update', text: 'Update to 1.3.1', due: '2026-12-01' },
  by: 'ada',
};

test('what was written, what gives way to it and what is open are told, each with what to do', async () => {
  const host = memoryHost(device);
  const judged = await judge(host, await openTriage(host), selection, first);
  assert.equal(showJudged(judged, false, plain), 'wrote soup/verdicts/npm-left-pad.yaml: a verdict on one finding\n');
  const [heading, ...lines] = showLeftOpen(judged.open, plainLook).split('\n');
  assert.equal(heading, 'the verdict leaves open:');
  assert.deepEqual(
    lines.map((line) => line.slice(0, 52)),
    [
      '  error: CVE-2026-0001 affects the device, and the v',
      '    help: Write `response:` with action and text, an',
      '  error: CVE-2026-0001 can contribute to a hazardous',
      '    help: Write the failure mode under `failureModes',
    ],
  );
  await approve(host, judged.triage, { ...selection, by: 'grace', dryRun: false });
  const again = await judge(host, await openTriage(host), selection, { ...first, reason: 'Measured' });
  assert.equal(
    showJudged(again, true, plain),
    `would write soup/verdicts/npm-left-pad.yaml: a verdict on one finding
replaces: affected, by ada on 2026-11-15: A long name is cut
  in soup/verdicts/npm-left-pad.yaml: CVE-2026-0001 in pkg:npm/left-pad@1.3.0
  approved by grace on 2026-11-15: this approval holds no more
`,
  );
});

test('a defect that has its verdict can be looked at again, with all that the verdict says', async () => {
  const host = memoryHost(device);
  const { triage } = await judge(host, await openTriage(host), selection, first);
  const [only, ...others] = selectCases(triage, selection)(triage);
  assert.ok(only !== undefined && others.length === 0);
  const screen = showCase(describeCase(triage, only), '1 of 1', plain);
  assert.match(
    screen,
    / before +affected, by ada on 2026-11-15: A long name is cut\n +reachable: nobody can tell\n +hazardous: yes, by no record yet: The number is cut\n +response: update until 2026-12-01: Update to 1\.3\.1\n +not approved\n/,
  );
});

test('an approval that is none is no approval on the screen either', async () => {
  const host = memoryHost(device);
  const { triage } = await judge(host, await openTriage(host), selection, first);
  await approve(host, triage, { ...selection, by: 'grace', dryRun: false });
  const file = 'soup/verdicts/npm-left-pad.yaml';
  const changed = (host.written.get(file) ?? '').replace('A long name is cut', 'A name is cut');
  const opened = await openTriage(memoryHost({ ...device, [file]: changed }));
  const [only] = selectCases(opened, selection)(opened);
  assert.ok(only !== undefined);
  assert.match(
    showCase(describeCase(opened, only), '1 of 1', plain),
    / it was changed since grace approved it on 2026-11-15\n/,
  );
});

test('where nothing is open, that is said; of very many problems only some are shown', () => {
  assert.equal(showLeftOpen([], plainLook), 'the verdict leaves nothing open');
  const many = Array.from({ length: 30 }, (_, index) => ({
    rule: `records/rule-${index % 15}`,
    severity: 'error' as const,
    message: `problem ${index}`,
    place: { file: 'x' },
    help: 'Mend it.',
  }));
  assert.match(showLeftOpen(many, plainLook), /\n {2}and 14 more: see `tureen check`$/);
});
