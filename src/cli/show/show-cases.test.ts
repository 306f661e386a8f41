import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { describeCase } from '../../app/verdicts/describe-case.ts';
import { openTriage } from '../../app/verdicts/open-triage.ts';
import { withFinding } from '../../rules/with-finding.ts';
import { plain } from './look.ts';
import { showCase, showCases } from './show-cases.ts';

const source = { 'src/label.js': "import pad from 'left-pad';\n" };
const opened = await openTriage(memoryHost({ ...baseDevice, ...withFinding(), ...source }));
const [only] = opened.cases;
assert.ok(only !== undefined);

test('the list tells each anomaly with its findings, and how many wait', () => {
  assert.equal(
    showCases(opened, plain),
    'CVE-2026-0001 new no summary\n  affected pkg:npm/left-pad@1.3.0\n\n1 anomaly waits for a verdict, in 1 finding\n',
  );
});

test('the screen of a case shows everything that is known of it', () => {
  assert.equal(
    showCase(describeCase(opened, only), '1 of 1', plain),
    `1 of 1  CVE-2026-0001  new since the last review
  no summary

  also known as  GHSA-pad1-pad1-pad1
  published as   no severity
  component      pkg:npm/left-pad@1.3.0
    result       affected: 1.3.0 is in <1.3.1 (semver)
    fixed in     1.3.1
    found at     package-lock.json:12
    brought by   pkg:npm/padder@1.0.0
    imported at  src/label.js:1 left-pad
    use          runtime: no "dev" or "optional" flag (package-lock.json:12)
    class        B (viewer)
  SOUP item      left-pad (soup/items/npm-left-pad.yaml)
  purpose        Pads the patient number on the label of an image
  worth a look   an update is possible: fixed in 1.3.1
`,
  );
});
