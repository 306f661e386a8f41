import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { once } from 'node:events';
import { writeFileWhole } from './write-file.ts';

const place = mkdtempSync(join(tmpdir(), 'tureen-write-'));
after(() => rmSync(place, { recursive: true }));

let folders = 0;

function newFolder(): string {
  const folder = join(place, `${folders++}`);
  mkdirSync(folder);
  return folder;
}

function contentOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted((a, b) => (a < b ? -1 : 1));
}

test('a file is written with the folders above it, and nothing else', () => {
  const folder = newFolder();
  writeFileWhole(join(folder, 'a', 'b', 'c.txt'), 'whole');
  assert.equal(readFileSync(join(folder, 'a', 'b', 'c.txt'), 'utf8'), 'whole');
  assert.deepEqual(contentOf(folder), ['a', join('a', 'b'), join('a', 'b', 'c.txt')]);
});

test('through a link the file is written that it leads to', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'real.txt'), 'old');
  symlinkSync('real.txt', join(folder, 'link.txt'));
  writeFileWhole(join(folder, 'link.txt'), 'new');
  assert.equal(readFileSync(join(folder, 'real.txt'), 'utf8'), 'new');
  assert.ok(lstatSync(join(folder, 'link.txt')).isSymbolicLink());
});

test('a name that is as long as names may be can be written', () => {
  const path = join(newFolder(), 'n'.repeat(255));
  writeFileWhole(path, 'whole');
  assert.ok(existsSync(path));
});

const refusals: readonly (readonly [what: string, path: string, reason: string, help: RegExp])[] = [
  [
    'a folder',
    'folder',
    'a folder stands where a file is needed',
    /^Take the folder away and do it again, or name another file\.$/,
  ],
  ['a path through a file', join('file.txt', 'x.txt'), 'a file stands where a folder is needed', /untouched/],
  ['a name that is too long', 'n'.repeat(256), 'its name is too long', /name another file/],
];

for (const [what, path, reason, help] of refusals) {
  test(`${what} is refused, and nothing is left behind`, () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'file.txt'), 'old');
    assert.throws(() => writeFileWhole(join(folder, path), 'new'), {
      name: 'HostError',
      message: `"${join(folder, path)}" cannot be written: ${reason}`,
      help,
    });
    assert.deepEqual(contentOf(folder), ['file.txt', 'folder']);
  });
}

test(
  'what is no file, such as a device or a socket, is not replaced by one',
  { skip: process.platform === 'win32' },
  async (context) => {
    const path = join(newFolder(), 'socket');
    const server = createServer().listen(path);
    context.after(() => server.close());
    await once(server, 'listening');
    assert.throws(() => writeFileWhole(path, 'new'), { name: 'HostError', message: /nothing reads at its other end$/ });
    assert.ok(statSync(path).isSocket());
  },
);

test('what a writer that was killed has left is swept away, and what a running one writes, or one elsewhere, is not', () => {
  const folder = newFolder();
  const gone = spawnSync(process.execPath, ['--version']).pid;
  mkdirSync(join(folder, `.tureen-${gone}.new`, 'half'), { recursive: true });
  writeFileSync(join(folder, `.tureen-${gone}-1.new`), 'half');
  writeFileSync(join(folder, `.tureen-${gone}.7.7.7.another-1.0.new`), 'half');
  writeFileSync(join(folder, '.tureen-1.new'), 'half');
  writeFileSync(join(folder, '.tureen-notes.new'), 'mine');
  writeFileWhole(join(folder, 'file.txt'), 'new');
  const kept = ['.tureen-1.new', `.tureen-${gone}.7.7.7.another-1.0.new`, '.tureen-notes.new'];
  assert.deepEqual(contentOf(folder), [...kept, 'file.txt'].toSorted());
});
