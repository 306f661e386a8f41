import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { zipArchive } from './zip-archive.ts';
import { zipEntries } from './zip-entries.ts';

const packed = (path: string, text: string) => {
  const bytes = Buffer.from(text);
  return { path, bytes, deflated: deflateRawSync(bytes) };
};

test('an archive gives back what was put into it, and the same files give the same bytes', () => {
  const files = [packed('a.json', 'soup '.repeat(50)), packed('ü/b.json', ''), packed('c', 'ladle')];
  const archive = zipArchive(files);
  assert.deepEqual(
    zipEntries(archive).map(({ path, open }) => [path, Buffer.from(open()).toString()]),
    files.map(({ path, bytes }) => [path, bytes.toString()]),
  );
  assert.deepEqual(zipArchive(files), archive);
  assert.deepEqual(zipEntries(zipArchive([])), []);
});

test('more files than fit are refused', () => {
  const file = packed('a', '');
  assert.throws(() => zipArchive(Array.from({ length: 65_536 }, () => file)), /65536 files need ZIP64/);
});
