import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, zstdCompressSync } from 'node:zlib';
import { zstdFrames } from './zstd-frames.ts';

const noise = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * index * 7) % 251));

function skippable(bytes: number): Buffer {
  const head = Buffer.from('5e2a4d1800000000', 'hex');
  head.writeUInt32LE(bytes, 4);
  return Buffer.concat([head, Buffer.alloc(bytes, 0x28)]);
}

const frames: readonly Buffer[] = [
  zstdCompressSync(''),
  zstdCompressSync('a'),
  zstdCompressSync('a'.repeat(200_000)),
  skippable(0),
  zstdCompressSync(noise),
  zstdCompressSync(noise, { params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
  zstdCompressSync(noise, { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } }),
  skippable(300),
  zstdCompressSync(noise.subarray(0, 400), { params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
];

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
}

for (const length of [1, 7, 1000, 10_000_000])
  test(`frames in pieces of ${length} are cut where each ends`, async () => {
    const found: Buffer[] = [];
    let open: Uint8Array[] = [];
    let count = 0;
    const whole = Buffer.concat(frames);
    for await (const piece of zstdFrames(inPieces(whole, length), (ended) => (count = ended))) {
      if (found.length < count) found.push(Buffer.concat(open.splice(0)));
      open.push(piece);
    }
    found.push(Buffer.concat(open));
    assert.deepEqual(found, frames);
    assert.equal(count, frames.length);
  });

test('what is no frame comes as it is', async () => {
  const other = Buffer.from('no frame at all, whatever it holds');
  const pieces = await Array.fromAsync(zstdFrames(inPieces(other, 10), () => assert.fail()));
  assert.deepEqual(Buffer.concat(pieces), other);
  assert.equal(pieces.length, 4);
});
