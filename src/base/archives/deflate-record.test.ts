import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { deflateRecord } from './deflate-record.ts';

const sizes = [0, 1, 255, 256, 511, 512, 1530, 4096, 32_767, 32_768, 100_000];

for (const size of sizes)
  test(`${size} bytes come back, and take about as little as with the largest window`, () => {
    const bytes = Buffer.from(
      Array.from({ length: size }, (_, index) => `${(index * index) % 997},`).join(''),
    ).subarray(0, size);
    const deflated = deflateRecord(bytes);
    assert.deepEqual(inflateRawSync(deflated), bytes);
    assert.ok(deflated.length <= deflateRawSync(bytes).length * 1.05 + 8, `${deflated.length}`);
  });
