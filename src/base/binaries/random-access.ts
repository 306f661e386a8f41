import type { RandomAccess } from '../../model/random-access.ts';

/** Bytes that lie in memory. */
export function bytesInMemory(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    read: (start, length) => Promise.resolve(bytes.subarray(start, Math.max(start, start + length))),
  };
}

/** A part of other bytes; nothing outside of it can be read. */
export function partOf(whole: RandomAccess, start: number, length: number): RandomAccess {
  const from = Math.min(Math.max(0, start), whole.size);
  const size = Math.max(0, Math.min(length, whole.size - from));
  return {
    size,
    read: (at, wanted) =>
      at < 0 || at >= size ? Promise.resolve(nothing) : whole.read(from + at, Math.min(wanted, size - at)),
  };
}

/** All bytes in order, in pieces that fit into memory. */
export async function* piecesOf(whole: RandomAccess): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < whole.size;) {
    const piece = await whole.read(at, pieceBytes);
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}

/** The same bytes, fetched a window at a time: for those who read forward in small steps. */
export function throughWindow(whole: RandomAccess, windowBytes = 256 * 1024): RandomAccess {
  let from = 0;
  let held: Uint8Array = nothing;
  return {
    size: whole.size,
    read: async (start, length) => {
      if (length > windowBytes) return whole.read(start, length);
      if (start < from || start + length > from + held.length) {
        held = await whole.read(start, windowBytes);
        from = start;
      }
      return held.subarray(start - from, start - from + length);
    },
  };
}

const pieceBytes = 2 ** 20;
const nothing = new Uint8Array(0);
