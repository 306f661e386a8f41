import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { putFiles } from '../../../test/put-files.ts';
import { editFiles } from './edit-files.ts';

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
