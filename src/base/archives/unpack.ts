import { pipeline, Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { zstdFrames } from './zstd-frames.ts';

/** How bytes are packed: gzip (RFC 1952), Zstandard (RFC 8878), or in a way that is known but not read. */
export type Packing = 'gzip' | 'zstd' | 'bzip2' | 'xz';

/** Why packed bytes cannot be unpacked; thrown by `unpack` alone. */
export class UnpackProblem extends Error {
  override readonly name = 'UnpackProblem';
}

/** Tells by the first bytes how a file is packed; `undefined` when it is not, as far as they tell. */
export function packingOf(head: Uint8Array): Packing | undefined {
  const hex = Buffer.from(head.subarray(0, 4)).toString('hex');
  return signatures.find(({ start }) => start.test(hex))?.packing;
}

const signatures: readonly { readonly start: RegExp; readonly packing: Packing }[] = [
  { start: /^1f8b/, packing: 'gzip' },
  { start: /^(?:28b52ffd|5.2a4d18)/, packing: 'zstd' },
  { start: /^425a68/, packing: 'bzip2' },
  { start: /^fd377a58/, packing: 'xz' },
];

/** What unpacks to more than this is refused when it also grows more than `growth` times. */
const harmlessBytes = 2 ** 28;
/** System files grow threefold; only a bomb goes far beyond. */
const growth = 200;

/** The largest of images have a frame for each part of a file, a tenth of this. */
const mostFrames = 2_000_000;

/** Unpacks a stream piece by piece. Throws `UnpackProblem` when it is damaged, cut off, or a bomb. */
export async function* unpack(
  packed: AsyncIterable<Uint8Array>,
  packing: Packing,
  most = mostFrames,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (packing !== 'gzip' && packing !== 'zstd')
    throw new UnpackProblem(`it is packed with ${packing}; only gzip and zstd are read`);
  const read = { packed: 0, unpacked: 0 };
  const unpacker = unpackers[packing]();
  const source = Readable.from(cut(counted(packed, read), packing, most), { objectMode: false });
  pipeline(source, unpacker, () => undefined);
  try {
    for await (const piece of unpacker as AsyncIterable<Uint8Array>) {
      read.unpacked += piece.length;
      if (read.unpacked > harmlessBytes && read.unpacked > growth * read.packed)
        throw new UnpackProblem(`its first ${read.packed} bytes unpack to ${read.unpacked}, which no real file does`);
      yield piece;
    }
  } catch (error) {
    if (error instanceof UnpackProblem || !isOfPacking(error)) throw error;
    throw new UnpackProblem(`it is no whole ${packing} file`, { cause: error });
  }
  if (unpacker.bytesWritten < read.packed) throw new UnpackProblem(`it is no whole ${packing} file`);
}

const unpackers = { gzip: () => createGunzip({ chunkSize }), zstd: () => createZstdDecompress({ chunkSize }) };

/** Large steps make fewer of them. */
const chunkSize = 2 ** 18;

/** Node's unpacker of zstd leaves what stands behind the end of a frame in the same piece; that of gzip goes on by itself. */
function cut(packed: AsyncIterable<Uint8Array>, packing: 'gzip' | 'zstd', most: number): AsyncIterable<Uint8Array> {
  if (packing === 'gzip') return packed;
  return zstdFrames(packed, (frames) => {
    if (frames > most) throw new UnpackProblem(`it is packed in more than the ${most} frames that are read`);
  });
}

async function* counted(pieces: AsyncIterable<Uint8Array>, read: { packed: number }) {
  for await (const piece of pieces) {
    read.packed += piece.length;
    yield piece;
  }
}

/** Faults of the packed bytes have a code of the unpacking library; a failing disk has another. */
function isOfPacking(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_|ERR_ZSTD|ERR_)/.test(String(error.code));
}
