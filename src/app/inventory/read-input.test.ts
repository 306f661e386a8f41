import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryHost } from '../../../test/memory-host.ts';
import type { BytesReader, BytesSource } from '../../model/reader.ts';
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
