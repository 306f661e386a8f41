import assert from 'node:assert/strict';
import { createHook } from 'node:async_hooks';
import { test } from 'node:test';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { packingOf, unpack } from './unpack.ts';

const text = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * index) % 251));

const packers = [
  ['gzip', gzipSync],
  ['zstd', (bytes: Uint8Array) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_checksumFlag]: 1 } })],
] as const;

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
}

async function unpacked(bytes: Uint8Array, length = 1000): Promise<Buffer> {
  const packing = packingOf(bytes);
  assert.ok(packing);
  return Buffer.concat(await Array.fromAsync(unpack(inPieces(bytes, length), packing)));
}

for (const [packing, pack] of packers) {
  test(`${packing} is told by its first bytes and unpacked`, async () => {
    assert.equal(packingOf(pack(text)), packing);
    assert.deepEqual(await unpacked(pack(text)), text);
  });

  for (const length of [7, 1000, 10_000_000])
    test(`several frames of ${packing} one behind the other, in pieces of ${length}, are one stream`, async () => {
      const small = text.subarray(0, 500);
      const frames = Buffer.concat([small, text, small, small].map((part) => pack(part)));
      assert.deepEqual(await unpacked(frames, length), Buffer.concat([small, text, small, small]));
    });

  test(`${packing} that was cut off or spoilt is told`, async () => {
    const packed = pack(text);
    const spoilt = Buffer.concat([packed.subarray(0, 100), Buffer.alloc(50), packed.subarray(150)]);
    const continued = [packed.subarray(0, 3), packed.subarray(0, -9), Buffer.from('more'), Buffer.alloc(4)];
    for (const broken of [packed.subarray(0, -9), spoilt, ...continued.map((more) => Buffer.concat([packed, more]))])
      await assert.rejects(unpacked(broken), { name: 'UnpackProblem', message: `it is no whole ${packing} file` });
  });
}

test('thousands of frames of zstd are unpacked by one unpacker, and no more than are read', async () => {
  const frame = zstdCompressSync('a');
  const frames = Buffer.concat(Array.from({ length: 5000 }, () => frame));
  let made = 0;
  const counting = createHook({ init: (_, type) => void (made += type === 'ZLIB' ? 1 : 0) }).enable();
  assert.equal((await unpacked(frames, 100_000)).length, 5000);
  counting.disable();
  assert.equal(made, 1);
  await assert.rejects(Array.fromAsync(unpack(inPieces(frames, 100_000), 'zstd', 4999)), {
    name: 'UnpackProblem',
    message: 'it is packed in more than the 4999 frames that are read',
  });
});

test('a bomb is refused while it unpacks', async () => {
  const bomb = zstdCompressSync(Buffer.alloc(2 ** 26));
  const bombs = Buffer.concat(Array.from({ length: 8 }, () => bomb));
  const taken = async () => {
    let bytes = 0;
    for await (const piece of unpack(inPieces(bombs, 10_000), 'zstd')) bytes += piece.length;
    return bytes;
  };
  await assert.rejects(taken, { name: 'UnpackProblem', message: /^its first \d+ bytes unpack to 2\d+, which no real/ });
});

test('a fault of what brings the bytes stays that fault', async () => {
  async function* failing() {
    yield await Promise.resolve(gzipSync(text).subarray(0, 50));
    throw new Error('the disk is gone');
  }
  await assert.rejects(Array.fromAsync(unpack(failing(), 'gzip')), { message: 'the disk is gone' });
});

test('what is not read is told by its name', async () => {
  const packing = packingOf(Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a));
  assert.equal(packing, 'xz');
  await assert.rejects(Array.fromAsync(unpack(inPieces(text, 10), 'xz')), {
    message: 'it is packed with xz; only gzip and zstd are read',
  });
  assert.equal(packingOf(text), undefined);
});
