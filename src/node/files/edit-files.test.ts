import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gitIn } from '../../../test/git-in.ts';
import { putFiles } from '../../../test/put-files.ts';
import { editFiles } from './edit-files.ts';
import { filesBelow } from './files.ts';

const place = mkdtempSync(join(tmpdir(), 'tureen-edit-'));
after(() => rmSync(place, { recursive: true }));

let folders = 0;

function folderWith(contents: Readonly<Record<string, string>>): string {
  const folder = join(place, `${folders++}`);
  mkdirSync(folder);
  putFiles(folder, contents);
  return folder;
}

/** Edits files of a folder, each from what it held to what it is to hold. */
function edit(
  folder: string,
  ...edits: readonly (readonly [path: string, before: string | undefined, text: string])[]
) {
  editFiles(
    edits.map(([path, before, text]) => ({
      path,
      full: join(folder, path),
      text,
      before: before === undefined ? undefined : Buffer.from(before),
    })),
  );
}

function contentOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => lstatSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

test('files are edited together, with the folders above those that are new', () => {
  const folder = folderWith({ 'a.yaml': 'a', 'b.yaml': 'b' });
  edit(folder, ['a.yaml', 'a', 'A'], ['b.yaml', 'b', 'B'], ['new/c.yaml', undefined, 'C']);
  assert.deepEqual(contentOf(folder), { 'a.yaml': 'A', 'b.yaml': 'B', 'new/c.yaml': 'C' });
});

const refusals: readonly (readonly [what: string, path: string, name: string, message: RegExp])[] = [
  ['whose name is too long', 'n'.repeat(256), 'HostError', /" cannot be written: its name is too long$/],
  [
    'whose folder is a file',
    'file/x.yaml',
    'HostError',
    /" cannot be written: a file stands where a folder is needed$/,
  ],
  ['that a folder has taken the place of', 'folder', 'HostError', /" cannot be written: /],
  ['that somebody has made meanwhile', 'file', 'UsageError', /^somebody has changed file meanwhile$/],
];

for (const [what, path, name, message] of refusals) {
  test(`of several files none is written where one is there ${what}, and nothing is left behind`, () => {
    const before = { 'a.yaml': 'a', file: 'theirs', 'folder/x': '' };
    const folder = folderWith(before);
    assert.throws(() => edit(folder, ['a.yaml', 'a', 'A'], [path, undefined, 'new']), { name, message });
    assert.deepEqual(contentOf(folder), before);
  });
}

for (const [what, before] of [
  ['holds something else than', 'a'],
  ['is gone, and was there', undefined],
] as const) {
  test(`a file that ${what} when its edit was made stays as it is`, () => {
    const now: Record<string, string> =
      before === undefined ? { 'b.yaml': 'b' } : { 'a.yaml': 'theirs', 'b.yaml': 'b' };
    const folder = folderWith(now);
    assert.throws(() => edit(folder, ['b.yaml', 'b', 'B'], ['a.yaml', 'a', 'A']), {
      name: 'UsageError',
      message: 'somebody has changed a.yaml meanwhile',
      help: /^Nothing was written/,
    });
    assert.deepEqual(contentOf(folder), now);
  });
}

test('through a link the file is edited that it leads to', () => {
  const folder = folderWith({ 'real/a.yaml': 'a' });
  symlinkSync(join('real', 'a.yaml'), join(folder, 'a.yaml'));
  edit(folder, ['a.yaml', 'a', 'A']);
  assert.ok(lstatSync(join(folder, 'a.yaml')).isSymbolicLink());
  assert.deepEqual(contentOf(folder), { 'real/a.yaml': 'A' });
  assert.ok(existsSync(join(folder, 'real')));
});

test('of two processes that edit a file again and again, neither loses what the other has written', async () => {
  const folder = folderWith({ 'a.yaml': '0' });
  const work = `
    import { readFileSync } from 'node:fs';
    import { editFiles } from ${JSON.stringify(pathToFileURL(resolve('src/node/files/edit-files.ts')).href)};
    const full = process.argv[1];
    for (let done = 0; done < 200; ) {
      const before = readFileSync(full);
      try {
        editFiles([{ path: 'a.yaml', full, before, text: String(Number(before) + 1) }]);
        done++;
      } catch (error) {
        // Somebody was quicker, or holds the folder for as long as this process waits: the machine may stand still.
        if (error.name !== 'UsageError' && (error.name !== 'HostError' || error.cause !== undefined)) throw error;
      }
    }`;
  const workers = [1, 2].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', work, join(folder, 'a.yaml')], { stdio: 'inherit' }),
  );
  await Promise.all(workers.map((one) => once(one, 'exit')));
  assert.deepEqual(
    workers.map((one) => one.exitCode),
    [0, 0],
  );
  assert.deepEqual(contentOf(folder), { 'a.yaml': '400' });
});

/** Kills itself while it holds a folder to edit a file of it. */
const victim = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { statSync } = fs;
  const full = process.argv[1];
  fs.statSync = (path, ...more) => (path === full ? process.kill(process.pid, 'SIGKILL') : statSync(path, ...more));
  syncBuiltinESMExports();
  const { editFiles } = await import(${JSON.stringify(pathToFileURL(resolve('src/node/files/edit-files.ts')).href)});
  editFiles([{ path: 'a.yaml', full, before: Buffer.from('a'), text: 'A' }]);
`;

/** A folder with one file, a.yaml, and the hold of a process that was killed when it edited that. */
function heldFolder(): string {
  const folder = folderWith({ 'a.yaml': 'a' });
  const words = ['--input-type=module', '-e', victim, join(folder, 'a.yaml')];
  const { signal, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  assert.equal(signal, 'SIGKILL', stderr);
  assert.ok(existsSync(join(folder, '.tureen-edit.lock')));
  for (const name of readdirSync(folder)) if (name.endsWith('.new')) rmSync(join(folder, name));
  return folder;
}

test('the hold of a process that was killed is taken over, and is no file of the folder meanwhile', async () => {
  const folder = heldFolder();
  const { files, unlisted } = await filesBelow(folder).list();
  assert.deepEqual(
    [...files, ...unlisted].map((one) => `${'kind' in one ? one.kind : 'file'} ${one.path}`),
    ['file a.yaml', 'unfinished .tureen-edit.lock/'],
  );
  edit(folder, ['a.yaml', 'a', 'A']);
  assert.deepEqual(readdirSync(folder), ['a.yaml']);
});

test('the hold of a process that was killed is removed by whatever is written anywhere after a look', async () => {
  const folder = heldFolder();
  const files = filesBelow(join(folder, '..'));
  await files.list();
  await files.write(`${basename(folder)}-beside/b.yaml`, 'b');
  assert.deepEqual(readdirSync(folder), ['a.yaml']);
});

test('git does not show the hold of a process that was killed', () => {
  const folder = heldFolder();
  const git = gitIn(folder);
  git('init');
  assert.equal(git('status', '--porcelain', '--untracked-files=all'), '?? a.yaml\n');
});

test('while a process that runs holds the folder, nothing is written, and that is told', () => {
  const folder = folderWith({ 'a.yaml': 'a' });
  mkdirSync(join(folder, '.tureen-edit.lock', `${process.ppid}`), { recursive: true });
  assert.throws(() => edit(folder, ['a.yaml', 'a', 'A']), {
    name: 'HostError',
    message: `another edit is running (process ${process.ppid})`,
  });
  assert.deepEqual(contentOf(folder), { 'a.yaml': 'a' });
  assert.deepEqual(readdirSync(folder), ['.tureen-edit.lock', 'a.yaml']);
});
