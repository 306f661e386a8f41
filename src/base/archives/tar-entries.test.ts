import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { tarOf } from '../../../test/sample-image.ts';
import { bytesInMemory } from '../binaries/random-access.ts';
import { tarEntries, type TarEntry } from './tar-entries.ts';

const place = mkdtempSync(join(tmpdir(), 'tureen-tar-'));
after(() => rmSync(place, { recursive: true }));

const long = `${'deep/'.repeat(30)}name-${'x'.repeat(90)}.txt`;

mkdirSync(join(place, 'files', 'deep/'.repeat(30)), { recursive: true });
writeFileSync(join(place, 'files', 'plain.txt'), 'plain');
writeFileSync(join(place, 'files', 'tool'), 'tool', { mode: 0o755 });
writeFileSync(join(place, 'files', long), 'long');
writeFileSync(join(place, 'files', 'größe.txt'), 'ö');
symlinkSync(long, join(place, 'files', 'link'));
linkSync(join(place, 'files', 'plain.txt'), join(place, 'files', 'second.txt'));
writeFileSync(join(place, 'files', 'holes'), 'x');
truncateSync(join(place, 'files', 'holes'), 10_000_000);

async function entriesOf(bytes: Uint8Array): Promise<readonly TarEntry[]> {
  return Array.fromAsync(tarEntries(bytesInMemory(bytes)));
}

const formats = ['v7', 'ustar', 'gnu', 'pax', 'posix'];

for (const format of formats)
  test(`tar --format=${format} is read as it was written`, { skip: process.platform !== 'linux' }, async () => {
    const names = [
      'plain.txt',
      'tool',
      'größe.txt',
      'second.txt',
      ...(format === 'v7' ? [] : ['deep', 'link', 'holes']),
    ];
    const options = [`--format=${format}`, ...(format === 'gnu' || format === 'pax' ? ['--sparse'] : [])];
    const written = format === 'ustar' ? names.filter((name) => name !== 'link' && name !== 'deep') : names;
    const tar = execFileSync('tar', ['-c', ...options, '-C', join(place, 'files'), ...written], { maxBuffer: 2 ** 26 });
    const entries = await entriesOf(tar);
    const byPath = new Map(entries.map((entry) => [entry.path, entry]));
    const text = ({ start, bytes }: TarEntry) => tar.subarray(start, start + bytes).toString();
    const told = ['plain.txt', 'tool', 'größe.txt'].map((path) => byPath.get(path));
    assert.deepEqual(
      told.map((entry) => entry && text(entry)),
      ['plain', 'tool', 'ö'],
    );
    assert.deepEqual(
      told.map((entry) => entry?.executable),
      [false, true, false],
    );
    assert.deepEqual([byPath.get('second.txt')?.kind, byPath.get('second.txt')?.target], ['hard-link', 'plain.txt']);
    if (written.includes('link')) {
      assert.equal(byPath.get('link')?.target, long);
      assert.equal(byPath.get(long) && text(byPath.get(long) as TarEntry), 'long');
      assert.equal(byPath.get('deep/')?.kind, 'folder');
    }
    if (written.includes('holes')) assert.equal(byPath.get('holes')?.kind, options.length > 1 ? 'sparse' : 'file');
  });

test('an archive that is cut off is told, wherever', async () => {
  const tar = tarOf([
    { path: 'a', content: 'x'.repeat(700) },
    { path: `${'b/'.repeat(100)}c`, content: 'y' },
  ]);
  for (const length of [600, 1200, 2000, 2600])
    await assert.rejects(entriesOf(tar.subarray(0, length)), { message: 'it ends in the middle of an entry' });
});

test('an archive without its end is whole when its last entry is', async () => {
  const tar = tarOf([{ path: 'a', content: 'x' }]);
  assert.equal((await entriesOf(tar.subarray(0, 1024))).length, 1);
});

const spoilt: readonly (readonly [what: string, at: number, bytes: string, message: string])[] = [
  ['another text', 0, 'hello', 'it is no tar archive'],
  ['a size that is none', 124, '9z', 'it is no tar archive'],
];

for (const [what, at, bytes, message] of spoilt)
  test(`${what} in the place of a header is told`, async () => {
    const tar = tarOf([{ path: 'a', content: 'x' }]);
    tar.write(bytes, at);
    await assert.rejects(entriesOf(tar), { name: 'TarProblem', message });
  });

test('a name of many megabytes is refused before it is read', async () => {
  const tar = tarOf([{ path: 'x', type: 'L', content: 'n'.repeat(2 ** 20 + 1) }]);
  await assert.rejects(entriesOf(tar), { message: /^it has an entry with a name or description of 1048577 bytes$/ });
});

test('whatever is changed in an archive, reading ends, with entries or with a problem', async () => {
  const tar = tarOf([
    { path: 'a', content: 'x'.repeat(700) },
    { path: `${'b/'.repeat(100)}c`, content: 'y' },
    { path: 'pax', type: 'x', content: '16 path=another\n' },
    { path: 'd', content: 'z' },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.nat(tar.length - 1), fc.uint8Array({ maxLength: 40 }), async (at, junk) => {
      const bytes = Buffer.from(tar);
      bytes.set(junk.subarray(0, bytes.length - at), at);
      const entries = await entriesOf(bytes).catch((error: unknown) => {
        assert.equal(error instanceof Error ? error.name : '', 'TarProblem');
        return [];
      });
      for (const { start, bytes: length } of entries) assert.ok(start + length <= bytes.length);
    }),
    { numRuns: 300 },
  );
});
