import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { npmStore, storesWith } from '../../../test/sample-store.ts';
import { judge } from '../verdicts/judge.ts';
import { openReleaseTriage } from './open-release-triage.ts';
import { recordRelease } from './record-release.ts';
import { watch } from './watch.ts';

const padding = advisory('GHSA-pad1', {
  aliases: ['CVE-2026-0001'],
  hash: 'sha256:aa01',
  affected: [affects('npm', 'left-pad', { ranges: [range('semver', { introduced: '0' }, { fixed: '1.4.0' })] })],
});

/** The base device that has gone on to left-pad 1.4.0, with 1.3.0 as a tool in the field as release 0.9.0. */
async function host() {
  const stores = storesWith([padding], npmStore('2026-11-14'));
  const tool = (baseDevice['package-lock.json'] ?? '').replace(
    '"version": "1.3.0",',
    '"version": "1.3.0", "dev": true,',
  );
  const old = memoryHost({ ...baseDevice, 'package-lock.json': tool });
  await recordRelease(old, {
    version: '0.9.0',
    by: 'ada',
    from: undefined,
    date: undefined,
    supportedUntil: '2028-12-31',
  });
  const lock = (baseDevice['package-lock.json'] ?? '').replaceAll('1.3.0', '1.4.0');
  return memoryHost({ ...baseDevice, ...Object.fromEntries(old.written), 'package-lock.json': lock }, { stores });
}

test('what is in the field alone is judged at its own version and use, and is judged in the field then', async () => {
  const device = await host();
  const opened = await openReleaseTriage(device, '0.9.0', '/store');
  assert.deepEqual(
    opened.cases.map(({ id, findings }) => [id, findings.map(({ finding }) => finding.component)]),
    [['CVE-2026-0001', ['pkg:npm/left-pad@1.3.0']]],
  );
  const judgement = {
    status: 'not_affected',
    justification: 'vulnerable_code_not_in_execute_path',
    reason: 'Texts are never longer than the label',
    by: 'ada',
  } as const;
  const { triage } = await judge(device, opened, { id: 'CVE-2026-0001' }, judgement);
  assert.deepEqual(triage.cases, []);
  const text = device.written.get('soup/verdicts/npm-left-pad.yaml') ?? '';
  assert.match(text, /versions:\n\s+- 1\.3\.0\n\s+scope: development/);
  const { field } = await watch(device, '/store');
  assert.deepEqual(
    field.defects.flatMap(({ findings }) => findings.map(({ standing }) => standing.kind)),
    ['judged'],
  );
});

test('a release that nobody recorded cannot be judged', async () => {
  await assert.rejects(async () => openReleaseTriage(await host(), '0.8', '/store'), {
    name: 'UsageError',
    message: 'no release "0.8" is recorded under soup/releases',
  });
});
