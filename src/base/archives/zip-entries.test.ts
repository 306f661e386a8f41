import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { zipEntries, ZipProblem } from './zip-entries.ts';

const folder = {
  'a.json': strToU8('{"a":1}'),
  'b/c.txt': strToU8('soup '.repeat(1000)),
  'empty.json': new Uint8Array(),
};

const files = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}(\.json|\/[a-zä]{1,3})?$/),
  fc.uint8Array({ maxLength: 300 }),
);
const level = fc.constantFrom(0 as const, 6 as const, 9 as const);

test('any archive gives back the files that went into it', () => {
  fc.assert(
    fc.property(files, level, (files, level) => {
      const entries = zipEntries(zipSync(files, { level }));
      const opened = entries.map(({ path, open }) => [path, [...open()]]);
      assert.deepEqual(
        opened,
        Object.entries(files).map(([path, bytes]) => [path, [...bytes]]),
      );
    }),
  );
});

test('an archive that breaks off anywhere is a problem, never a shorter archive', () => {
  const archive = zipSync(folder);
  for (let length = 0; length < archive.length; length++)
    assert.throws(() => zipEntries(archive.slice(0, length)), ZipProblem, `cut after ${length} bytes`);
});

test('an archive with any byte changed is read as before or is a problem', () => {
  const archive = zipSync(folder);
  fc.assert(
    fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = archive.slice();
      changed[at] = (changed[at] ?? 0) ^ change;
      try {
        for (const { bytes, open } of zipEntries(changed)) assert.equal(open().length, bytes);
      } catch (error) {
        assert.ok(error instanceof ZipProblem, String(error));
      }
    }),
    { numRuns: 1000 },
  );
});

test('an entry never unpacks to more than the archive declares', () => {
  const [entry] = zipEntries(declaring(10, zipSync({ 'a.json': strToU8('x'.repeat(5000)) })));
  assert.equal(entry?.bytes, 10);
  assert.throws(() => entry?.open(), /larger than the archive says/);
});

test('an entry of which a byte changed does not match its checksum', () => {
  const archive = zipSync({ 'a.json': strToU8('{"a":1}') }, { level: 0 });
  archive[Buffer.from(archive).indexOf('"a"') + 1] = 98;
  assert.throws(() => zipEntries(archive)[0]?.open(), /"a.json" in it does not match its checksum/);
});

test('a bomb is refused before anything of it is unpacked', () => {
  const bomb = declaring(80_000_000, zipSync({ 'a.json': strToU8('x') }));
  assert.throws(() => zipEntries(bomb), /would unpack to 80000000, which no real archive does/);
});

test('an archive with a directory of 64 bits is read', () => {
  assert.deepEqual(
    zipEntries(withDirectory64(zipSync(folder))).map(({ path, open }) => [path, strFromU8(open())]),
    Object.entries(folder).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
});

test('an archive behind a script that it does not count is read', () => {
  const script = strToU8('#!/bin/sh\nexec java -jar "$0" "$@"\n'.repeat(200));
  const entries = zipEntries(Buffer.concat([script, zipSync(folder)]));
  assert.deepEqual(
    entries.map(({ path, open }) => [path, strFromU8(open())]),
    Object.entries(folder).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
});

const strange: readonly (readonly [offset: number, value: number, problem: RegExp])[] = [
  [8, 1, /encrypted/],
  [10, 12, /method 12/],
];

for (const [offset, value, problem] of strange)
  test(`an entry that is unreadable by itself (${problem.source}) leaves the others readable`, () => {
    const archive = zipSync({ 'a.json': strToU8('{}'), 'b.json': strToU8('{}') });
    new DataView(archive.buffer, archive.byteOffset).setUint16(directoryOf(archive) + offset, value, true);
    const [first, second] = zipEntries(archive);
    assert.throws(() => first?.open(), problem);
    assert.equal(strFromU8(second?.open() ?? new Uint8Array()), '{}');
  });

/** The archive with another size of its first entry in its directory. */
function declaring(bytes: number, archive: Uint8Array): Uint8Array {
  new DataView(archive.buffer, archive.byteOffset).setUint32(directoryOf(archive) + 24, bytes, true);
  return archive;
}

function directoryOf(archive: Uint8Array): number {
  return new DataView(archive.buffer, archive.byteOffset).getUint32(archive.length - 6, true);
}

/** Puts the end records of ZIP64 before the plain one, which then only points to them. */
function withDirectory64(archive: Uint8Array): Uint8Array {
  const plain = archive.slice(archive.length - 22);
  const end = new DataView(plain.buffer);
  const records = new DataView(new ArrayBuffer(56 + 20));
  records.setUint32(0, 0x0606_4b50, true);
  records.setBigUint64(4, 44n, true);
  records.setBigUint64(32, BigInt(end.getUint16(10, true)), true);
  records.setBigUint64(48, BigInt(end.getUint32(16, true)), true);
  records.setUint32(56, 0x0706_4b50, true);
  records.setBigUint64(64, BigInt(archive.length - 22), true);
  end.setUint16(10, 0xffff, true);
  end.setUint32(16, 0xffff_ffff, true);
  return Buffer.concat([archive.subarray(0, archive.length - 22), new Uint8Array(records.buffer), plain]);
}
