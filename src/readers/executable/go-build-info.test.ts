import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Executable } from '../../base/binaries/executable.ts';
import { bytesInMemory } from '../../base/binaries/random-access.ts';
import { goBuildInfo } from './go-build-info.ts';

const marks = { before: Buffer.alloc(16, 1), after: Buffer.alloc(16, 2) };
const list = 'path\texample.test/x\nmod\texample.test/x\tv1.0.0\th1:=\n';

/** Data as Go laid it out before 1.18: the mark, two pointers to strings, the strings, and their bytes. */
function pointingData(pointerBytes: 4 | 8, isLittle: boolean, base: number): Buffer {
  const words = (...values: readonly number[]) => {
    const bytes = Buffer.alloc(values.length * pointerBytes);
    values.forEach((value, index) => {
      const at = index * pointerBytes;
      if (pointerBytes === 8) bytes.writeUInt32BE(value, at + 4);
      else bytes.writeUInt32BE(value, at);
      if (isLittle) bytes.subarray(at, at + pointerBytes).reverse();
    });
    return bytes;
  };
  const version = Buffer.from('go1.16.5');
  const modules = Buffer.concat([marks.before, Buffer.from(list), marks.after]);
  const texts = base + 64;
  const strings = words(texts, version.length, texts + version.length, modules.length);
  const head = Buffer.concat([
    Buffer.from('\xff Go buildinf:', 'latin1'),
    Buffer.from([pointerBytes, isLittle ? 0 : 1]),
    words(base + 32, base + 32 + 2 * pointerBytes),
    Buffer.alloc(16 - 2 * pointerBytes),
  ]);
  return Buffer.concat([head, strings, Buffer.alloc(32 - strings.length), version, modules]);
}

function executableWith(data: Buffer, address: number): Executable {
  const content = bytesInMemory(data);
  return {
    sections: [{ name: '.data', address, start: 0, bytes: data.length, writable: true }],
    contentOf: ({ start, bytes }, most = bytes) => content.read(start, Math.min(bytes, most)),
    atAddress: (from, length) =>
      from < address || from - address + length > data.length
        ? Promise.resolve(undefined)
        : content.read(from - address, length),
  };
}

for (const pointerBytes of [4, 8] as const)
  for (const isLittle of [true, false])
    test(`pointers of ${pointerBytes} bytes, ${isLittle ? 'little' : 'big'} end first, lead to the texts`, async () => {
      const file = executableWith(pointingData(pointerBytes, isLittle, 0x40_0000), 0x40_0000);
      assert.deepEqual(await goBuildInfo(file), { version: 'go1.16.5', modules: list });
    });

test('pointers that lead out of the file are told', async () => {
  const file = executableWith(pointingData(8, true, 0x40_0000), 0x50_0000);
  assert.deepEqual(await goBuildInfo(file), { reason: 'the build information of Go in it is cut off' });
});

test('the mark counts only where it is aligned', async () => {
  const data = Buffer.concat([Buffer.alloc(8), pointingData(8, true, 0x40_0008)]);
  assert.equal(await goBuildInfo(executableWith(data, 0x40_0000)), undefined);
});
