import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withFinding } from '../../src/rules/examples/with-finding.ts';
import { baseDevice } from '../base-device.ts';
import { inFolder, tureen } from '../command-line.ts';
import { putFiles } from '../put-files.ts';

const file = 'soup/verdicts/npm-left-pad.yaml';
const day = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 15) / 1000) };
const affected = ['CVE-2026-0001', '--status', 'affected', '--reason', 'A long name is cut', '--by', 'ada'];
const late = ['--response', 'update', '--response-text', 'Update to 1.3.1', '--due', '2026-11-05'];

test('by options, a verdict tells what it leaves open and what it replaces, and is written all the same', () =>
  inFolder((root) => {
    putFiles(root, { ...baseDevice, ...withFinding() });
    const triage = (...words: readonly string[]) => tureen(['triage', ...words, '--cwd', root], day);

    const dry = triage(...affected, ...late, '--dry-run');
    assert.deepEqual([dry.code, existsSync(join(root, file))], [0, false]);
    assert.equal(dry.stdout, `would write ${file}: a verdict on one finding\n`);
    for (const open of [
      'error: CVE-2026-0001 affects the device, and the verdict says nothing of safety',
      'error: CVE-2026-0001 affects the device, and the verdict has no owner',
      'error: the response to CVE-2026-0001 is 10 days overdue, and it still affects pkg:npm/left-pad@1.3.0',
    ])
      assert.ok(dry.stderr.includes(open), dry.stderr);

    const written = triage(...affected, ...late);
    assert.equal(written.stdout, `wrote ${file}: a verdict on one finding\n`);
    assert.equal(written.stderr, dry.stderr);

    const hazard = ['--hazardous', 'yes', '--safety', 'The number is cut', '--owner', 'ada', '--due', '2026-12-01'];
    const { code, stdout, stderr } = triage(...affected, ...late.slice(0, 4), ...hazard, '--json');
    const { dryRun, replaced, open, waiting } = JSON.parse(stdout);
    assert.deepEqual([code, dryRun, waiting], [0, false, 0]);
    assert.doesNotMatch(stderr, /leaves open/);
    assert.deepEqual(
      replaced.map(({ status, by, on, isApproved }: Record<string, unknown>) => [status, by, on, isApproved]),
      [['affected', 'ada', '2026-11-15', false]],
    );
    const [only] = open;
    assert.deepEqual([open.length, only.rule, only.file], [1, 'records/verdict-hazard', file]);
    assert.match(readFileSync(join(root, file), 'utf8').split('\n')[only.line - 1] ?? '', /^ {4}safety:/);

    const quiet = triage(...affected, ...late.slice(0, 4), ...hazard, '--quiet');
    assert.match(quiet.stdout, /\nreplaces: affected, by ada on 2026-11-15: A long name is cut\n/);
    assert.match(quiet.stderr, /^the verdict leaves open:\n {2}error: CVE-2026-0001 can contribute/);

    const bare = triage(...affected, '--safety', 'The number is cut');
    assert.deepEqual([bare.code, bare.stdout], [2, '']);
    assert.match(
      bare.stderr,
      /it is not said whether it can contribute to a hazardous situation\nhelp: Add --hazardous no/,
    );
    assert.match(
      triage('CVE-2026-0001', '--list').stderr,
      /nothing waits for a verdict: CVE-2026-0001\nhelp: It has one/,
    );
    assert.match(
      triage('--packages', 'pkg:npm/*', ...affected.slice(1)).stderr,
      /judged anew by the name of the anomaly/,
    );
  }));
