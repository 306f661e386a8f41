import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gitIn } from '../../../test/git-in.ts';
import type { Files } from '../../app/host.ts';
import { commitFiles } from './commit-files.ts';
import { filesBelow } from '../files/files.ts';

const root = mkdtempSync(join(tmpdir(), 'tureen-submodule-'));
after(() => rmSync(root, { recursive: true }));

const commit = '1549d8ccccadd6ed5d02fd4a3d4a0e5c1f0c2b3e';

const git = gitIn(root);

before(() => {
  git('init');
  mkdirSync(join(root, 'product/third_party/dcmtk'), { recursive: true });
  mkdirSync(join(root, 'product/plain'));
  writeFileSync(join(root, 'product/plain/file'), '');
  git('add', '.');
  git('update-index', '--add', '--cacheinfo', `160000,${commit},product/third_party/dcmtk`);
  git('commit', '-m', 'with a submodule');
});

async function shown(files: Files, path: string): Promise<string | undefined> {
  const bytes = await files.read(path);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

test('a submodule shows the commit that git has for it, checked out or not, from whatever folder is looked at', async () => {
  assert.equal(await shown(filesBelow(root), 'product/third_party/dcmtk'), `Subproject commit ${commit}\n`);
  assert.equal(await shown(filesBelow(join(root, 'product')), 'third_party/dcmtk'), `Subproject commit ${commit}\n`);
});

test('a submodule of a commit shows the same', async () => {
  assert.equal(await shown(commitFiles(root, 'main'), 'product/third_party/dcmtk'), `Subproject commit ${commit}\n`);
});

test('any other folder, and one outside of every repository, has no content', async () => {
  assert.equal(await shown(filesBelow(root), 'product/plain'), undefined);
  assert.equal(await shown(filesBelow(root), 'product/third_party'), undefined);
  const bare = mkdtempSync(join(tmpdir(), 'tureen-bare-'));
  after(() => rmSync(bare, { recursive: true }));
  mkdirSync(join(bare, 'third_party'));
  assert.equal(await shown(filesBelow(bare), 'third_party'), undefined);
});
