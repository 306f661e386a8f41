import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesInMemory } from '../binaries/random-access.ts';
import { tarArchive } from './tar-archive.ts';
import { tarEntries } from './tar-entries.ts';

test('an archive gives back what was put into it, and the same files give the same bytes', async () => {
  const files = [0, 1, 511, 512, 513].map((length) => ({ path: `f/${length}`, bytes: Buffer.alloc(length, 'x') }));
  const archive = tarArchive(files);
  const entries = await Array.fromAsync(tarEntries(bytesInMemory(archive)));
  assert.deepEqual(
    entries.map(({ path, kind, start, bytes }) => ({ path, kind, bytes: archive.subarray(start, start + bytes) })),
    files.map((file) => ({ ...file, kind: 'file' })),
  );
  assert.deepEqual(tarArchive(files), archive);
  assert.equal(archive.length % 512, 0);
});

test('a path that does not fit a header is refused', () => {
  for (const path of ['', 'ü', 'x'.repeat(101)])
    assert.throws(() => tarArchive([{ path, bytes: Buffer.alloc(0) }]), /is no path for a tar archive/);
});
