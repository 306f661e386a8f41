/** The values of a hash database, or why it is none. */
export type BerkeleyValues = { readonly values: readonly Uint8Array[] } | { readonly message: string };

/**
 * Takes the values out of a database of Berkeley DB with the access method Hash (versions 8 to 10 of its files), whatever
 * byte order it was written in. Its pages are read one after the other: which bucket a page belongs to matters to those
 * who look for a key only. Keys of four zero bytes, with which rpm keeps its counter, are left out.
 */
export function berkeleyHashValues(bytes: Uint8Array): BerkeleyValues {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) return { message: 'it is no Berkeley DB hash database' };
  const little = view.getUint32(12, true) === hashMagic;
  if (!little && view.getUint32(12) !== hashMagic) return { message: 'it is no Berkeley DB hash database' };
  const version = view.getUint32(16, little);
  const pageSize = view.getUint32(20, little);
  if (version < 8 || version > 10) return { message: `its file version is ${version}; only 8 to 10 are read` };
  if (view.getUint8(24) !== 0) return { message: 'it is encrypted' };
  if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0)
    return { message: `it has pages of ${pageSize} bytes, which Berkeley DB does not make` };
  const pages = view.getUint32(32, little) + 1;
  if (pages * pageSize > bytes.length)
    return { message: `it ends early: ${pages} pages of ${pageSize} bytes are not there` };
  const file = { bytes, view, little, pageSize, pages, seen: new Set<number>() };
  const values: Uint8Array[] = [];
  for (let page = 1; page < pages; page++) {
    const kind = view.getUint8(page * pageSize + 25);
    if (kind !== 2 && kind !== 13) continue;
    for (const { key, value } of pairsOf(file, page)) {
      const read = readItem(file, value);
      if (read === undefined) return { message: `an entry on its page ${page} is damaged` };
      if (!isCounter(bytes, key)) values.push(read);
    }
  }
  return { values };
}

type HashFile = {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly little: boolean;
  readonly pageSize: number;
  readonly pages: number;
  /** Overflow pages that were read; each belongs to one value. */
  readonly seen: Set<number>;
};

/** Where something lies in the file. */
type Stretch = { readonly start: number; readonly end: number };

/** Entries fill a page from its end: each stops where the one before it begins. Keys and values take turns. */
function pairsOf({ view, little, pageSize }: HashFile, page: number) {
  const start = page * pageSize;
  const count = Math.min(view.getUint16(start + 20, little), (pageSize - headSize) >> 1);
  const offsets = Array.from({ length: count }, (_, index) => view.getUint16(start + headSize + 2 * index, little));
  const stretch = (index: number): Stretch => ({
    start: start + (offsets[index] ?? 0),
    end: start + (offsets[index - 1] ?? pageSize),
  });
  return Array.from({ length: count >> 1 }, (_, pair) => ({ key: stretch(2 * pair), value: stretch(2 * pair + 1) }));
}

/** An entry is kept here, or, where it is large, on overflow pages. */
function readItem(file: HashFile, { start, end }: Stretch): Uint8Array | undefined {
  const { bytes, view, little } = file;
  if (end <= start || end > bytes.length) return undefined;
  const kind = view.getUint8(start);
  if (kind === 1) return bytes.subarray(start + 1, end);
  if (kind !== 3 || end - start < 12) return undefined;
  return readOverflow(file, view.getUint32(start + 4, little), view.getUint32(start + 8, little));
}

function readOverflow(file: HashFile, first: number, length: number): Uint8Array | undefined {
  const { bytes, view, little, pageSize, pages, seen } = file;
  if (length > bytes.length) return undefined;
  const parts: Uint8Array[] = [];
  let missing = length;
  for (let page = first; missing > 0; page = view.getUint32(page * pageSize + 16, little)) {
    const start = page * pageSize;
    if (page < 1 || page >= pages || seen.has(page) || view.getUint8(start + 25) !== 7) return undefined;
    seen.add(page);
    const held = view.getUint16(start + 22, little);
    if (held === 0 || held > pageSize - headSize) return undefined;
    const part = Math.min(held, missing);
    parts.push(bytes.subarray(start + headSize, start + headSize + part));
    missing -= part;
  }
  return Buffer.concat(parts);
}

function isCounter(bytes: Uint8Array, { start, end }: Stretch): boolean {
  return end - start === 5 && bytes.subarray(start + 1, end).every((byte) => byte === 0);
}

const hashMagic = 0x06_1561;
const headSize = 26;
