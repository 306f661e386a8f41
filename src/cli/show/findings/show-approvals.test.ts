import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../../test/base-device.ts';
import { memoryHost } from '../../../../test/memory-host.ts';
import { approvalStates } from '../../../app/verdicts/approval-state.ts';
import { openTriage } from '../../../app/verdicts/open-triage.ts';
import { verdictWith, withFinding } from '../../../rules/examples/with-finding.ts';
import { plain } from '../look.ts';
import { showWaiting } from './show-approvals.ts';

test('whoever approves reads all that a verdict says, not its status alone', async () => {
  const verdict = verdictWith(`status: affected
reason: A long name is cut
reachability: { answer: reachable, evidence: label.js }
safety: { failureModes: [FM-PAD-1], reason: The number is cut }
security: { vector: 'CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N', reason: No network }
response: { action: update, text: Update to 1.3.1, due: 2026-12-01 }
owner: ada
validFor: vers:npm/>=1.3.0|<1.3.1
until: 2026-12-31
by: ada
on: 2026-11-12`);
  const { dossier } = await openTriage(
    memoryHost({ ...baseDevice, ...withFinding('affected', { summary: 'Pads with a wrong character' }), ...verdict }),
  );
  assert.equal(
    showWaiting(approvalStates(dossier), 1, plain),
    `waits soup/verdicts/npm-left-pad.yaml, verdict 1
  CVE-2026-0001 pkg:npm/left-pad@1.3.0: Pads with a wrong character
  affected, by ada on 2026-11-12: A long name is cut
  reachable: yes, label.js
  hazardous: yes, by FM-PAD-1: The number is cut
  security: CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:N, No network
  response: update until 2026-12-01: Update to 1.3.1
  owner: ada
  versions: vers:npm/>=1.3.0|<1.3.1
  until: 2026-12-31

1 verdict waits for an approval, of 1
`,
  );
});
