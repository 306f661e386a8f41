import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../../test/base-device.ts';
import { memoryHost } from '../../../../test/memory-host.ts';
import { openTriage } from '../../../app/verdicts/open-triage.ts';
import { withFinding, withUncovered } from '../../../rules/examples/with-finding.ts';
import { plain } from '../look.ts';
import { showEvaluation } from './show-evaluation.ts';

const uncovered = [{ component: 'pkg:npm/left-pad@1.3.0', reason: 'the store holds no records for npm' }];
const cases = [
  [withFinding(), /not affected; each component was looked up\n$/],
  [withUncovered(uncovered), /not affected; no source covers 1 component\n$/],
] as const;

for (const [files, says] of cases)
  test(`an evaluation ends with ${says.source}`, async () => {
    const { evaluation: state } = (await openTriage(memoryHost({ ...baseDevice, ...files }))).dossier;
    assert.ok('evaluation' in state);
    assert.match(showEvaluation(state.evaluation, 0, false, plain), says);
  });
