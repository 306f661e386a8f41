import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder } from '../command-line.ts';
import { putFiles } from '../put-files.ts';

type Locked = Readonly<Record<string, object>>;

const other = process.platform === 'darwin' ? 'linux' : 'darwin';
const locked: Locked = {
  '': { name: 'product' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/here': { version: '1.0.0', integrity: 'sha512-h', optional: true, os: [process.platform] },
  'node_modules/there': { version: '1.0.0', integrity: 'sha512-t', optional: true, os: other },
  'node_modules/nothere': { version: '1.0.0', integrity: 'sha512-n', optional: true, os: [`!${process.platform}`] },
  'node_modules/of-there': { version: '1.0.0', integrity: 'sha512-o', optional: true },
};
const installed: Locked = Object.fromEntries(
  ['node_modules/a', 'node_modules/here'].map((path) => [path, locked[path] ?? {}]),
);

/** What the setup of a clone does where there is no npm, so that an installation fails. */
function setUp(noted: Locked | undefined, folders: readonly string[] = Object.keys(noted ?? {}), stamp?: string) {
  return inFolder((root) => {
    cpSync('scripts/setup.mjs', join(root, 'scripts/setup.mjs'));
    const files = new Map([['package-lock.json', JSON.stringify({ packages: locked })]]);
    if (noted !== undefined) files.set('node_modules/.package-lock.json', JSON.stringify({ packages: noted }));
    if (stamp !== undefined) files.set('node_modules/.tureen-setup', stamp);
    for (const folder of folders) files.set(`${folder}/package.json`, '{}');
    putFiles(root, Object.fromEntries(files));
    const { status, stderr } = spawnSync(process.execPath, ['scripts/setup.mjs'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: '' },
    });
    return { status, stderr, stamped: existsSync(join(root, 'node_modules/.tureen-setup')) };
  });
}

test('what npm ci has installed whole is not installed again', async () => {
  assert.deepEqual(await setUp(installed), { status: 0, stderr: '', stamped: true });
});

test('what an install by another command has mended is not installed again, and a stamp of before is renewed', async () => {
  assert.deepEqual(await setUp(installed, undefined, 'of another lockfile'), { status: 0, stderr: '', stamped: true });
});

const lacking: readonly (readonly [string, Locked | undefined, (readonly string[])?])[] = [
  ['nothing is installed', undefined],
  ['a package is missing', { 'node_modules/here': installed['node_modules/here'] ?? {} }],
  ['what is for this system is missing', { 'node_modules/a': installed['node_modules/a'] ?? {} }],
  ['a version is another', { ...installed, 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
  ['a hash is another', { ...installed, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
  ['a package was removed by hand', installed, ['node_modules/here']],
];

for (const [what, noted, folders] of lacking)
  test(`where ${what} all is installed anew`, async () => {
    const { status, stderr, stamped } = await setUp(noted, folders);
    assert.match(stderr, /^Installing what Tureen needs \(once\) …\nerror: npm ci failed\n/);
    assert.deepEqual([status, stamped], [2, false]);
  });
