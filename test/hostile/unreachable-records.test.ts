import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../../src/app/check/check.ts';
import { status } from '../../src/app/check/status.ts';
import { draft } from '../../src/app/records/draft.ts';
import { judge } from '../../src/app/verdicts/judge.ts';
import { openTriage } from '../../src/app/verdicts/open-triage.ts';
import { exportVex } from '../../src/app/vex/export-vex.ts';
import { nodeHost } from '../../src/node/host.ts';
import { withFinding } from '../../src/rules/examples/with-finding.ts';
import { baseDevice } from '../base-device.ts';
import { inFolder } from '../command-line.ts';
import { putFiles } from '../put-files.ts';

const lockFile = 'soup/anomalies.lock.json';

/** What keeps records from being read, the place that is told, and whether all of them are kept. */
const cases: readonly (readonly [what: string, change: (folder: string) => void, told: RegExp, all: boolean])[] = [
  [
    'the folder of records is ignored',
    (folder) => putFiles(folder, { '.gitignore': 'soup/\n' }),
    /^soup\/ was not read: ignored by \.gitignore:1/,
    true,
  ],
  [
    'the folder of records is a link that leads out',
    (folder) => {
      renameSync(join(folder, 'soup'), `${folder}-soup`);
      symlinkSync(`${folder}-soup`, join(folder, 'soup'));
    },
    /^soup\/ was not read: it is a link that leads out/,
    true,
  ],
  [
    'the folder of records is a link within the repository',
    (folder) => {
      renameSync(join(folder, 'soup'), join(folder, 'records'));
      symlinkSync('records', join(folder, 'soup'));
    },
    /^soup\/ was not read: it is a link; what it leads to is listed where it lies/,
    true,
  ],
  [
    'the folder of records is a link to nowhere',
    (folder) => {
      rmSync(join(folder, 'soup'), { recursive: true });
      symlinkSync('nowhere', join(folder, 'soup'));
    },
    /^soup was not read: it is a link to nowhere/,
    true,
  ],
  [
    'the evaluation is ignored',
    (folder) => putFiles(folder, { '.gitignore': '*.lock.json\n' }),
    /^soup\/anomalies\.lock\.json was not read: ignored by \.gitignore:1/,
    false,
  ],
  [
    'the evaluation is a link in a circle',
    (folder) => {
      rmSync(join(folder, lockFile));
      symlinkSync('anomalies.lock.json', join(folder, lockFile));
    },
    /^soup\/anomalies\.lock\.json was not read: it is a link to nowhere/,
    false,
  ],
];

for (const [what, change, told, all] of cases)
  test(`where ${what}, every command says so, and none that it is not there`, () =>
    inDevice(change, async (folder) => {
      const host = nodeHost({ root: folder });
      const { diagnostics } = await check(host);
      assert.ok(diagnostics.some(({ severity, message }) => severity === 'error' && told.test(message)));
      assert.ok(!diagnostics.some(({ rule }) => rule === '62304/anomalies-evaluated' || rule === '62304/coverage'));
      for (const refused of [openTriage(host), exportVex(host, 'openvex')])
        await assert.rejects(refused, {
          name: 'UsageError',
          message: new RegExp(`^the evaluation of published anomalies cannot be read: ${told.source.slice(1)}`),
        });
      const reviewed = (await status(host)).find(({ id }) => id === 3);
      const missing = reviewed?.missing.map(({ text }) => text) ?? [];
      assert.ok(missing.some((text) => told.test(text)));
      assert.ok(!missing.some((text) => /not been evaluated|no review/.test(text)));
      const asked = (await status(host)).filter(({ missing }) => missing.some(({ text }) => told.test(text)));
      assert.deepEqual(
        asked.map(({ id }) => id),
        all ? [2, 3, 5, 6, 8] : [3],
      );
    }));

test('where the folder of records is ignored, no draft is written over a record that nobody can read', () =>
  inDevice(
    (folder) => putFiles(folder, { '.gitignore': 'soup/\n' }),
    async (folder) => {
      const host = nodeHost({ root: folder });
      await assert.rejects(draft(host), { name: 'UsageError', message: /soup\/ was not read: ignored/ });
      const item = 'soup/items/npm-left-pad.yaml';
      assert.equal(readFileSync(join(folder, item), 'utf8'), baseDevice[item]);
    },
  ));

test('what a killed writer has left beside records keeps nobody from judging, and the next who writes takes it away', () =>
  inDevice(
    (folder) =>
      putFiles(folder, {
        'soup/.tureen-1999999999.new': '{',
        'soup/verdicts/.tureen-1999999999-0.new': 'verdicts:',
        'soup/releases/.tureen-1999999999.new/release.yaml': 'version: 1',
      }),
    async (folder) => {
      const host = nodeHost({ root: folder });
      const { diagnostics, waiting } = await check(host);
      assert.ok(!diagnostics.some(({ place }) => place.file.includes('.tureen-')));
      assert.deepEqual(waiting, []);
      const judgement = { status: 'fixed', reason: 'Patched on its way', by: 'ada' } as const;
      await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, judgement);
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      assert.deepEqual(
        names.filter((name) => name.includes('.tureen-')),
        [],
      );
    },
  ));

/** Works on a device with a finding, of which something was changed on the disk. */
function inDevice(change: (folder: string) => void, work: (folder: string) => Promise<void>): Promise<void> {
  return inFolder(async (outer) => {
    const folder = join(outer, 'device');
    mkdirSync(folder);
    putFiles(folder, { ...baseDevice, ...withFinding() });
    change(folder);
    await work(folder);
  });
}
