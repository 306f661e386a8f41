import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

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

/** Unpacks a stream piece by piece. Throws `UnpackProblem` when it is damaged, cut off, or a bomb. */
export async function* unpack(
  packed: AsyncIterable<Uint8Array>,
  packing: Packing,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (packing !== 'gzip' && packing !== 'zstd')
    throw new UnpackProblem(`it is packed with ${packing}; only gzip and zstd are read`);
  const read = { packed: 0, unpacked: 0 };
  try {
    for await (const piece of unpackAll(counted(packed, read), unpackers[packing])) {
      read.unpacked += piece.length;
      if (read.unpacked > harmlessBytes && read.unpacked > growth * read.packed)
        throw new UnpackProblem(`its first ${read.packed} bytes unpack to ${read.unpacked}, which no real file does`);
      yield piece;
    }
  } catch (error) {
    if (error instanceof UnpackProblem || !isOfPacking(error)) throw error;
    throw new UnpackProblem(`it is no whole ${packing} file`, { cause: error });
  }
}

const unpackers = { gzip: () => createGunzip({ chunkSize }), zstd: () => createZstdDecompress({ chunkSize }) };

/** Large steps make fewer of them. */
const chunkSize = 2 ** 18;

/** An unpacker may stop at the end of a frame though more follow; what it left over goes to a new one. */
async function* unpackAll(packed: AsyncGenerator<Uint8Array>, create: () => Transform & { bytesWritten: number }) {
  let rest: readonly Uint8Array[] = [];
  do {
    const unpacker = create();
    const feed = feedOf(rest, packed, () => unpacker.bytesWritten);
    const source = Readable.from(feed.pieces, { objectMode: false });
    pipeline(source, unpacker, () => undefined);
    yield* unpacker as AsyncIterable<Uint8Array>;
    source.destroy();
    await feed.ended;
    rest = feed.left();
  } while (rest.length > 0);
}

/** Gives what was left over and then the rest of a stream, which stays open, and keeps what was not taken yet. */
function feedOf(first: readonly Uint8Array[], more: AsyncGenerator<Uint8Array>, taken: () => number) {
  const given: Uint8Array[] = [];
  let before = 0;
  const drop = () => {
    for (let [piece] = given; piece !== undefined && before + piece.length <= taken(); [piece] = given) {
      before += piece.length;
      given.shift();
    }
  };
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  async function* pieces() {
    try {
      for await (const piece of chained(first, more)) {
        drop();
        given.push(piece);
        yield piece;
      }
    } finally {
      resolve();
    }
  }
  const left = () => {
    drop();
    return given.map((piece, index) => (index === 0 ? piece.subarray(taken() - before) : piece));
  };
  return { pieces: pieces(), ended, left };
}

/** One stream behind some pieces; leaving it does not end the stream. */
async function* chained(first: readonly Uint8Array[], more: AsyncGenerator<Uint8Array>) {
  yield* first;
  for (let next = await more.next(); next.done !== true; next = await more.next()) yield next.value;
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
