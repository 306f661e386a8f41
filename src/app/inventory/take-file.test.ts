import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import { bytesInMemory } from '../../base/binaries/random-access.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Reader, ReaderEntry } from '../../model/plugs/reader.ts';
import type { HiddenFile, ListedFile } from '../host.ts';
import { component } from '../../../test/sample-component.ts';
import { fileTaker } from './take-file.ts';

const words: Reader = {
  name: 'words',
  title: 'words',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
  read: ({ path, text }) => ({
    components: text.split(' ').map((name) => component(`pkg:deb/${name}@1`, { foundAt: [{ file: path, line: 1 }] })),
    graph: 'none',
    diagnostics: [],
  }),
};
const entry: ReaderEntry = { name: 'words', files: ['**'], load: () => Promise.resolve(words) };

const archive = bytesInMemory(Buffer.from('one two'));
const layerOf = (digest: string) => ({ digest, instruction: undefined });

function older(digest: string, start: number, text = 'one two'): HiddenFile {
  return { layer: layerOf(digest), content: bytesInMemory(Buffer.from(text)), stored: { archive, start } };
}

test('what many paths lead to is read again so often as a real image asks for, and the rest is told once', async () => {
  const paths = ['a', 'b', 'c', 'd', 'e'];
  const host = memoryHost(Object.fromEntries([...paths, 'other'].map((path) => [path, 'one two'])));
  const { take, left } = fileTaker(host.files, paths, 20);
  const rows = [];
  for (const path of paths) rows.push((await take({ path, bytes: 7, stored: { archive, start: 512 } }, entry)).row);
  for (const stored of [{ archive, start: 0 }, { archive: bytesInMemory(Buffer.from('')), start: 512 }, undefined])
    rows.push((await take({ path: 'other', bytes: 7, ...(stored && { stored }) }, entry)).row);
  assert.deepEqual(
    rows.map(({ path, status, reason = '' }) => `${path} ${status} ${reason}`.trim()),
    [
      'a read',
      'b read',
      'c read',
      'd not-understood it is "a" again, which was read',
      'e not-understood it is "a" again, which was read',
      'other read',
      'other read',
      'other read',
    ],
  );
  assert.deepEqual(
    left().map(({ severity, message }) => [severity, message]),
    [['error', '2 paths were not read, such as "d", which is "a" again: too much of this image has been read twice']],
  );
});

test('versions of a database that lie below one another again and again are read so often, and the layers are unsure then', async () => {
  const versions = [older('5', 1), older('4', 2), older('3', 1), older('2', 2), older('1', 3)];
  const file: ListedFile = {
    path: 'a',
    bytes: 7,
    layer: layerOf('6'),
    stored: { archive, start: 0 },
    hidden: versions,
  };
  for (const [most, layer, says] of [
    [14, '1', []],
    [7, '3', [/^the layers below that of a were not looked through for what brought its packages/]],
  ] as const) {
    const { take, left } = fileTaker(memoryHost({ a: 'one two' }).files, ['a'], most);
    const { components, diagnostics } = (await take(file, entry)).reading;
    assert.deepEqual(
      components.map(({ foundAt: [at] }) => at?.layer?.digest),
      [layer, layer],
    );
    assert.deepEqual(left(), []);
    assert.equal(diagnostics.length, says.length);
    for (const [index, pattern] of says.entries()) assert.match(diagnostics[index]?.message ?? '', pattern);
  }
});

test('a reader that fetches parts may be asked for every path', async () => {
  const parts: ReaderEntry = {
    ...entry,
    load: () =>
      Promise.resolve({
        ...words,
        content: 'parts',
        read: ({ path }) => Promise.resolve(unreadable(syntaxProblem(path, 'none'))),
      }),
  };
  const { take, left } = fileTaker(memoryHost({}).files, [], 0);
  for (const path of ['a', 'b']) await take({ path, bytes: 7, stored: { archive, start: 0 } }, parts);
  assert.deepEqual(left(), []);
});
