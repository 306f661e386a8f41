import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../../app/host.ts';
import { HostError } from '../../base/errors.ts';
import { reasonOf } from './system-error.ts';

/** Keeps a stream in a file that has no name any more, so that nothing stays behind, however the process ends. */
export async function keepInScratchFile(pieces: AsyncIterable<Uint8Array>): Promise<Scratch> {
  const file = guarded(openNameless);
  let size = 0;
  try {
    for await (const piece of pieces) {
      guarded(() => writeWhole(file, piece, size));
      size += piece.length;
    }
  } catch (error) {
    closeSync(file);
    throw error;
  }
  const read = (start: number, length: number) => guarded(() => readWhole(file, start, Math.min(length, size - start)));
  return { size, read: (start, length) => Promise.resolve(read(start, length)), close: () => closeSync(file) };
}

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'tureen-'));
  try {
    return openSync(join(folder, 'unpacked'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeWhole(file: number, piece: Uint8Array, start: number): void {
  for (let done = 0; done < piece.length;) done += writeSync(file, piece, done, piece.length - done, start + done);
}

function readWhole(file: number, start: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(Math.max(0, length));
  let done = 0;
  while (done < bytes.length) {
    const count = readSync(file, bytes, done, bytes.length - done, start + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new HostError(
      `what an image unpacks to cannot be kept in "${tmpdir()}": ${reasonOf(error)}`,
      'Set TMPDIR to a folder with space enough, or save the image without compression.',
      error,
    );
  }
}
