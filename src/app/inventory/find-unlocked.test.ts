import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import { takeInventory } from './take-inventory.ts';

const manifest = '{ "name": "x", "dependencies": { "left-pad": "^1.3.0" } }';
const python = '[project]\nname = "x"\ndependencies = ["numpy>=2"]\n';

/** Files, and which of them are named for want of a lockfile. */
const cases: readonly (readonly [what: string, files: Readonly<Record<string, string>>, named: readonly string[]])[] = [
  ['no lockfile at all', { 'package.json': manifest }, ['package.json']],
  ['a lockfile beside it', { 'package.json': manifest, 'yarn.lock': '' }, []],
  ['a lockfile above it', { 'packages/a/package.json': manifest, 'package-lock.json': '{}' }, []],
  ['a lockfile below it', { 'package.json': manifest, 'a/package-lock.json': '{}' }, ['package.json']],
  ['a lockfile of another ecosystem', { 'package.json': manifest, 'Cargo.lock': '' }, ['package.json']],
  ['a manifest that asks for nothing', { 'package.json': '{ "private": true }' }, []],
  ['a manifest that is broken', { 'package.json': '{' }, ['package.json']],
  ['requirements with exact versions', { 'pyproject.toml': python, 'requirements.txt': 'numpy==2.1.3\n' }, []],
  ['the same in a folder of their own', { 'pyproject.toml': python, 'requirements/base.txt': 'numpy==2.1.3\n' }, []],
  ['requirements with ranges', { 'pyproject.toml': python, 'requirements.txt': 'numpy>=2\n' }, ['pyproject.toml']],
];

for (const [what, files, named] of cases)
  test(`a manifest is named where no lockfile fixes its versions: ${what}`, async () => {
    const inventory = await takeInventory(memoryHost(files));
    const told = inventory.diagnostics.filter(({ rule }) => rule === 'reading/no-lock');
    assert.deepEqual(
      told.map(({ place }) => place.file),
      named,
    );
    const rows = inventory.files.filter(({ status, reader }) => status === 'not-understood' && reader === undefined);
    assert.deepEqual(
      rows.map(({ path }) => path),
      named,
    );
  });

test('a manifest that the device ignores is not named', async () => {
  const inventory = await takeInventory(memoryHost({ 'docs/package.json': manifest }), { ignore: ['docs/**'] });
  assert.deepEqual([inventory.diagnostics, inventory.files], [[], []]);
});

test('the message says how many packages, where, and which lockfile to commit', async () => {
  const { diagnostics } = await takeInventory(memoryHost({ 'a/package.json': manifest }));
  assert.deepEqual(diagnostics, [
    {
      rule: 'reading/no-lock',
      severity: 'warning',
      message:
        'a/package.json asks for 1 package, and no lockfile beside or above it says which versions the product holds',
      place: { file: 'a/package.json', line: 1 },
      help: 'Commit package-lock.json, which `npm install --package-lock-only` writes, or yarn.lock or pnpm-lock.yaml; or list the file under `ignore` in tureen.yaml when it is no part of the product.',
    },
  ]);
});
