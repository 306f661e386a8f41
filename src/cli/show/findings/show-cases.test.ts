import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../../test/base-device.ts';
import { memoryHost } from '../../../../test/memory-host.ts';
import { describeCase } from '../../../app/verdicts/describe-case.ts';
import { openTriage } from '../../../app/verdicts/open-triage.ts';
import { sealedLock } from '../../../rules/examples/sealed-lock.ts';
import { padFinding, withFinding, withUncovered } from '../../../rules/examples/with-finding.ts';
import { plain } from '../look.ts';
import { showCase } from './show-case.ts';
import { showCases } from './show-cases.ts';

const source = { 'src/label.js': "import pad from 'left-pad';\n" };
const opened = await openTriage(memoryHost({ ...baseDevice, ...withFinding(), ...source }));
const [only] = opened.cases;
assert.ok(only !== undefined);

test('the list tells each anomaly with its findings, and how many wait', () => {
  assert.equal(
    showCases(opened, plain),
    'CVE-2026-0001 new no summary\n  affected pkg:npm/left-pad@1.3.0\n\n1 question about 1 finding waits for a verdict\n',
  );
});

test('of defects that are else alike the gravest comes first, and says how grave it is', async () => {
  const rated = (id: string, value: string) =>
    padFinding('affected', { id, aliases: [], severities: [{ kind: 'rating', value }] });
  const evaluation = sealedLock({ findings: [rated('CVE-2026-1', 'low'), rated('CVE-2026-2', 'critical')] });
  const triage = await openTriage(memoryHost({ ...baseDevice, ...evaluation }));
  assert.match(showCases(triage, plain), /^CVE-2026-2 \(critical\) new [^]*^CVE-2026-1 \(low\) new /m);
});

test('where components were not looked up, “none waits” does not stand alone', async () => {
  const uncovered = [{ component: 'pkg:npm/left-pad@1.3.0', reason: 'the store holds no records for npm' }];
  const triage = await openTriage(memoryHost({ ...baseDevice, ...withUncovered(uncovered) }));
  assert.equal(
    showCases(triage, plain),
    'doubt 1 component of which nothing is known, for no source covers it: `tureen evaluate` tells which\nNo finding waits for a verdict.\n',
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
    found at     package-lock.json:12
    result       affected: 1.3.0 is in <1.3.1 (semver)
    use          runtime: no "dev" or "optional" flag (package-lock.json:12)
    records      GHSA-pad1-pad1-pad1
    fixed in     1.3.1
    brought by   pkg:npm/padder@1.0.0
    imported at  src/label.js:1 left-pad
    class        B (viewer)
  SOUP item      left-pad (soup/items/npm-left-pad.yaml)
  purpose        Pads the patient number on the label of an image
  safety path    yes: A wrong label can lead to a mix-up of patients
  can fail       FM-PAD-1: Cuts the text instead of padding it
  worth a look   an update is possible: fixed in 1.3.1
`,
  );
});

test('of several components each hint that is not about all of them says which it is about', async () => {
  const tool = padFinding('affected', { component: 'pkg:npm/tap-mini@2.0.0', fixed: [] });
  const findings = sealedLock({ findings: [padFinding(), tool] });
  const triage = await openTriage(memoryHost({ ...baseDevice, ...findings }));
  const [first] = triage.cases;
  assert.ok(first !== undefined);
  assert.deepEqual(describeCase(triage, first).hints, [
    'pkg:npm/left-pad@1.3.0: an update is possible: fixed in 1.3.1',
    'pkg:npm/tap-mini@2.0.0: it is a tool: does anything of it reach the product or its data?',
  ]);
});

test('where no review was held nothing is called new since the last one', async () => {
  const { 'soup/reviews/2026-11-01.yaml': _, ...unreviewed } = { ...baseDevice, ...withFinding() };
  const triage = await openTriage(memoryHost(unreviewed));
  const [first] = triage.cases;
  assert.ok(first !== undefined);
  assert.match(
    showCase(describeCase(triage, first), '1 of 1', plain),
    /^1 of 1 {2}CVE-2026-0001 {2}no review was held yet\n/,
  );
});

test('components of which the same is known are shown together, with each place and each comparison', async () => {
  const lock = {
    'package-lock.json': JSON.stringify(
      {
        lockfileVersion: 3,
        packages: Object.fromEntries(
          ['1.3.0', '1.2.0'].map((version) => [`node_modules/left-pad-${version}/node_modules/left-pad`, { version }]),
        ),
      },
      undefined,
      1,
    ),
  };
  const older = { ...padFinding(), component: 'pkg:npm/left-pad@1.2.0', why: '1.2.0 is in <1.3.1 (semver)' };
  const evaluation = sealedLock({ findings: [padFinding(), older] });
  const triage = await openTriage(memoryHost({ ...baseDevice, ...lock, ...evaluation }));
  const [both] = triage.cases;
  assert.ok(both !== undefined);
  const screen = showCase(describeCase(triage, both), '1 of 1', plain);
  assert.match(screen, /component {6}pkg:npm\/left-pad@1\.3\.0\n {17}pkg:npm\/left-pad@1\.2\.0\n/);
  assert.match(screen, /result {7}affected: 1\.3\.0 is .*\n {17}affected: 1\.2\.0 is /);
  assert.equal(screen.match(/fixed in/g)?.length, 2, 'once for both, and once as a hint');
});

test('places of a component that a screen has no room for are counted, all of them', async () => {
  const packages = Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [`node_modules/host-${index}/node_modules/left-pad`, { version: '1.3.0' }]),
  );
  const lock = { 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }, undefined, 1) };
  const triage = await openTriage(memoryHost({ ...baseDevice, ...lock, ...withFinding() }));
  const [first] = triage.cases;
  assert.ok(first !== undefined);
  assert.match(
    showCase(describeCase(triage, first), '1 of 1', plain),
    / found at {5}package-lock\.json:4\n +package-lock\.json:7\n +and at 4 more\n/,
  );
});
