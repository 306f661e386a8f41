import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { brokenLocks } from '../../../test/broken-locks.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import type { Host } from '../host.ts';
import { loadReleases } from './load-releases.ts';
import { openRelease } from './open-release.ts';
import { recordRelease, type ReleaseOrder } from './record-release.ts';
import { scan } from '../scan.ts';

const order: ReleaseOrder = {
  version: '1.0.0',
  by: 'ada',
  from: undefined,
  date: undefined,
  supportedUntil: '2028-12-31',
};

test('what is frozen reads back as what was there, with the evaluation of that day', async () => {
  const host = memoryHost(baseDevice);
  const { written, unevaluated, components } = await recordRelease(host, order);
  assert.deepEqual(
    written.map((path) => path.replace('soup/releases/1.0.0/', '')),
    ['inventory.json', 'sbom.cdx.json', 'anomalies.lock.json', 'release.yaml'],
  );
  assert.deepEqual([unevaluated, components], [undefined, 3]);
  const { releases, diagnostics } = await loadReleases(host, [kinds.release]);
  assert.deepEqual(diagnostics, []);
  const [release] = releases;
  assert.ok(release);
  const opened = await openRelease(host.files, release);
  assert.deepEqual(opened.diagnostics, []);
  assert.deepEqual(opened.components, (await scan(host)).inventory.components);
  assert.equal(opened.evaluation?.evaluated, '2026-11-14');
  const { version, date, support, recorded, doubts } = release.record;
  assert.deepEqual(
    { version, date, support, recorded, doubts },
    {
      version: '1.0.0',
      date: '2026-11-15',
      support: { until: '2028-12-31' },
      recorded: { by: 'ada', on: '2026-11-15' },
      doubts: [],
    },
  );
});

test('the frozen files are no input of the next inventory', async () => {
  const host = memoryHost(baseDevice);
  const before = await scan(host);
  await recordRelease(host, order);
  const after = await scan(host);
  assert.deepEqual(after.inventory.components, before.inventory.components);
  assert.deepEqual(
    after.inventory.files.filter(({ path }) => path.startsWith('soup/')).map(({ path, status }) => `${status} ${path}`),
    ['skipped soup/releases/1.0.0/sbom.cdx.json'],
  );
});

test('an evaluation of another inventory is not frozen, and that is said', async () => {
  const host = memoryHost({ ...baseDevice, ...sealedLock({ inventory: 'sha256:0000' }) });
  const { unevaluated, written } = await recordRelease(host, order);
  assert.equal(unevaluated, 'soup/anomalies.lock.json is about 2 components of another inventory');
  assert.ok(!written.some((path) => path.endsWith('anomalies.lock.json')));
});

test('a commit without an evaluation is not frozen with that of the folder, and it is said of the commit', async () => {
  const { 'soup/anomalies.lock.json': _, ...then } = baseDevice;
  const host: Host = {
    ...memoryHost(baseDevice),
    openState: async (name) => ({ kind: 'commit', name, files: memoryHost(then).files, commit: 'c0ffee00'.repeat(5) }),
  };
  const { unevaluated } = await recordRelease(host, { ...order, from: 'v1.0.0' });
  assert.equal(unevaluated, 'v1.0.0 holds no soup/anomalies.lock.json');
});

for (const [what, text, says] of brokenLocks)
  test(`an evaluation whose file ${what} is not frozen, and that is said`, async () => {
    const host = memoryHost({ ...baseDevice, 'soup/anomalies.lock.json': text });
    const { unevaluated, written } = await recordRelease(host, order);
    assert.match(unevaluated ?? '', says);
    assert.ok(!written.some((path) => path.endsWith('anomalies.lock.json')));
  });

test('an inventory that is not whole is frozen with its doubts', async () => {
  const host = memoryHost({ ...baseDevice, 'other/package-lock.json': '{' });
  const { release } = await recordRelease(host, order);
  assert.equal(release.doubts.length, 2);
  assert.match(release.doubts[0] ?? '', /^other\/package-lock\.json/);
});

const taken = { 'soup/releases/1.0.0/left.txt': 'x' };

/** What is wrong, the files beside the base device, the order, and what is said. */
const refused: readonly (readonly [string, Readonly<Record<string, string>>, Partial<ReleaseOrder>, RegExp])[] = [
  ['nobody known', {}, { by: 'grace' }, /^nobody under people has the id "grace"/],
  ['a day that is to come', {}, { date: '2027-01-01' }, /^2027-01-01 is still to come/],
  ['support that ended before', {}, { supportedUntil: '2020-01-01' }, /would have ended before the release/],
  ['no day at all', {}, { date: '2026-13-01' }, /^"2026-13-01" is no day/],
  ['a name with a way out', {}, { version: '../up' }, /^"\.\.\/up" is no name of a release/],
  ['a folder that is taken', taken, {}, /^soup\/releases\/1\.0\.0\/ holds files, and no record of release 1\.0\.0/],
  ['no component', { 'package-lock.json': '{"lockfileVersion":3,"packages":{}}' }, {}, /^nothing can be frozen/],
  ['no device', { 'tureen.yaml': 'device: [' }, {}, /^tureen\.yaml cannot be read: /],
];

for (const [what, files, given, message] of refused)
  test(`${what} is refused, and nothing is written`, async () => {
    const host = memoryHost({ ...baseDevice, ...files });
    await assert.rejects(() => recordRelease(host, { ...order, ...given }), { name: 'UsageError', message });
    assert.equal(host.written.size, 0);
  });

test('a release is never frozen twice', async () => {
  const host = memoryHost(baseDevice);
  await recordRelease(host, order);
  await assert.rejects(
    () => recordRelease(host, order),
    /is recorded already, in soup\/releases\/1\.0\.0\/release\.yaml/,
  );
});
