import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { withFinding } from '../../rules/examples/with-finding.ts';
import { openTriage } from './open-triage.ts';
import { selectFindings } from './select-findings.ts';

test('of a defect that does not affect what is in use it is told where it may be judged all the same', async () => {
  const triage = await openTriage(memoryHost({ ...baseDevice, ...withFinding('not-affected') }));
  assert.throws(() => selectFindings(triage, { id: 'CVE-2026-0001' }), {
    message: 'nothing waits for a verdict: CVE-2026-0001',
    help: 'What does not affect the versions in use needs none; for a version in the field add --release <version>.',
  });
});
