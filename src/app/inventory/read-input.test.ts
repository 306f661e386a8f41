import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { BytesReader, BytesSource, Reader } from '../../model/plugs/reader.ts';
import { readInput } from './read-input.ts';

test('a reader of bytes gets the text files that it asks for, and the paths of all', async () => {
  const given: BytesSource[] = [];
  const reader: BytesReader = {
    name: 'bytes',
    title: 'bytes',
    content: 'bytes',
    capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
    companions: (opened) => ['etc/os-release', 'etc/absent', 'a.db-wal', ...(opened.size > 0 ? ['etc/next'] : [])],
    read: (source) => {
      given.push(source);
      return { components: [], graph: 'none', diagnostics: [] };
    },
  };
  const bytes = Uint8Array.of(0, 0xff);
  const host = memoryHost({ 'a.db': bytes, 'a.db-wal': bytes, 'etc/os-release': 'ID=debian\n', 'etc/next': 'x' });
  const tree = ['a.db', 'a.db-wal', 'etc/next', 'etc/os-release'];
  await readInput(host.files, reader, { path: 'a.db', bytes: 2 }, tree);
  assert.deepEqual(given, [
    {
      path: 'a.db',
      bytes,
      tree,
      companions: new Map([
        ['etc/os-release', 'ID=debian\n'],
        ['etc/next', 'x'],
      ]),
    },
  ]);
});

const legacy: readonly (readonly [
  what: string,
  content: NonNullable<Reader['content']>,
  bytes: Uint8Array,
  shown: string,
])[] = [
  ['UTF-8', 'text', Buffer.from('Müller'), 'Müller'],
  ['UTF-16 with its mark', 'text', Buffer.from('\ufeffMüller', 'utf16le'), 'Müller'],
  ['big-endian UTF-16', 'text', Buffer.from('\ufeffMüller', 'utf16le').swap16(), 'Müller'],
  ['half of UTF-16', 'text', Uint8Array.of(0xff, 0xfe, 0x41), 'it is not UTF-8 text'],
  ['UTF-16 with its mark', 'legacy-text', Buffer.from('\ufeffMüller', 'utf16le'), 'Müller'],
  ['another encoding', 'text', Buffer.from('Müller', 'latin1'), 'it is not UTF-8 text'],
  ['UTF-8', 'legacy-text', Buffer.from('Müller'), 'Müller'],
  ['another encoding', 'legacy-text', Buffer.from('Müller', 'latin1'), 'Müller'],
  ['no text at all', 'legacy-text', Uint8Array.of(0xff, 0), 'it is no text'],
];

for (const [what, content, bytes, shown] of legacy) {
  test(`a file of ${what} is, for a reader of ${content}: ${shown}`, async () => {
    const reader: Reader = {
      name: 'words',
      title: 'words',
      content,
      capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
      read: ({ path, text }) => unreadable(syntaxProblem(path, text)),
    };
    const host = memoryHost({ 'a.txt': bytes });
    const { diagnostics } = await readInput(host.files, reader, { path: 'a.txt', bytes: bytes.length }, []);
    assert.match(diagnostics[0]?.message ?? '', new RegExp(shown));
  });
}

const asking = (paths: readonly string[], given: Map<string, string>): Reader => ({
  name: 'asking',
  title: 'asking',
  capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
  companions: () => paths,
  read: ({ companions }) => {
    for (const [path, text] of companions) given.set(path, text);
    return unreadable();
  },
});

/** Files of a size, of which no byte is there until somebody reads it. */
function filesOf(sizes: Readonly<Record<string, number>>) {
  const read: string[] = [];
  const part = (path: string, start: number, length: number) =>
    Buffer.alloc(Math.max(0, Math.min(length, (sizes[path] ?? 0) - start)), 'a');
  const files = {
    read: (path: string) => {
      read.push(path);
      return Promise.resolve(path in sizes ? part(path, 0, Infinity) : undefined);
    },
    readPart: (path: string, start: number, length: number) =>
      Promise.resolve(path in sizes ? part(path, start, length) : undefined),
  };
  return { files, read };
}

test('a file beside an input that is larger than any real one is told and not read', async () => {
  const mib = 2 ** 20;
  const { files, read } = filesOf({ 'a.txt': 1, huge: 32 * mib + 1, 'os-release': 32 * mib });
  const given = new Map<string, string>();
  const reader = asking(['huge', 'absent', 'os-release'], given);
  const { diagnostics } = await readInput(files, reader, { path: 'a.txt', bytes: 1 }, []);
  assert.deepEqual(read, ['a.txt', 'absent', 'os-release']);
  assert.deepEqual([...given.keys()], ['a.txt', 'os-release']);
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['a file that tells more of a.txt not read, such as "huge": larger than the 32 MiB that are read of one'],
  );
});

test('files beside inputs share what may be read of them, and the rest is told', async () => {
  const { files, read } = filesOf({ 'a.txt': 1, b: 3, c: 4, d: 3, e: 4, f: 1 });
  const reader = asking(['b', 'c', 'd', 'e', 'f'], new Map());
  const room = { left: 12 };
  const told = async () => (await readInput(files, reader, { path: 'a.txt', bytes: 1 }, [], room)).diagnostics;
  assert.match((await told())[0]?.message ?? '', /^a file that .* such as "e": more, with those before,/);
  assert.deepEqual(read.splice(0), ['a.txt', 'b', 'c', 'd', 'f']);
  assert.match((await told())[0]?.message ?? '', /^4 files that tell more of a\.txt not read, such as "b"/);
  assert.deepEqual(read, ['a.txt', 'f']);
});
