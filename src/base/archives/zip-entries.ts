import { crc32, inflateRawSync } from 'node:zlib';

/** A file in a zip archive; nothing of it is unpacked before `open`. */
export type ZipEntry = {
  readonly path: string;
  /** Its size in bytes once unpacked, as the archive declares it; `open` never gives more. */
  readonly bytes: number;
  /** Its bytes deflated (RFC 1951) as they lie in the archive; `undefined` when they are kept plain. */
  readonly deflated: Uint8Array | undefined;
  /** Unpacks it. Throws `ZipProblem`. */
  readonly open: () => Uint8Array;
};

/** Why an archive, or one entry of it, cannot be used; thrown by `zipEntries` and `ZipEntry.open` alone. */
export class ZipProblem extends Error {
  override readonly name = 'ZipProblem';
}

/** An archive that would unpack to more than this is refused when it also grows more than `growth` times. */
const harmlessBytes = 64 * 1024 * 1024;
/** Text deflates to a twentieth; only a bomb goes far beyond. */
const growth = 100;

/**
 * The files of a zip archive by its central directory, ZIP64 included (APPNOTE 6.3.10, sections 4.3 to 4.5).
 * Throws `ZipProblem` for anything that is no whole archive, and for one that is a bomb.
 */
export function zipEntries(archive: Uint8Array): readonly ZipEntry[] {
  try {
    const entries = readDirectory(archive.subarray(beforeArchive(viewOf(archive)))).filter(
      ({ path }) => !path.endsWith('/'),
    );
    const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > harmlessBytes && total > growth * archive.length)
      throw new ZipProblem(`its ${archive.length} bytes would unpack to ${total}, which no real archive does`);
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new ZipProblem('it ends too early', { cause: error });
    throw error;
  }
}

/** How many bytes stand before the archive and are not counted in it: a jar of Spring Boot can begin with a shell script. */
function beforeArchive(view: DataView): number {
  const { count, start, byEnd } = findDirectory(view);
  if (count === 0 || byEnd <= start || view.getUint32(start, true) === signature) return 0;
  return view.getUint32(byEnd, true) === signature ? byEnd - start : 0;
}

/** What an entry of the directory begins with. */
const signature = 0x0201_4b50;

function readDirectory(archive: Uint8Array): ZipEntry[] {
  const view = viewOf(archive);
  const { count, start } = findDirectory(view);
  const entries: ZipEntry[] = [];
  for (let at = start, index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== signature) throw new ZipProblem('its directory is damaged');
    const names = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true);
    entries.push(readEntry(archive, view, at, names, extra));
    at += 46 + names + extra + view.getUint16(at + 32, true);
  }
  return entries;
}

function viewOf(archive: Uint8Array): DataView {
  return new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
}

/** The directory: where it says that it starts, and where it starts by its size when nothing stands behind it. */
type Directory = { readonly count: number; readonly start: number; readonly byEnd: number };

/** The end record stands last, but for a comment of up to 65,535 bytes. */
function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) !== 0x0605_4b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    const byEnd = at - view.getUint32(at + 12, true);
    const isWide = count === 0xffff || start === 0xffff_ffff;
    return isWide && at >= 20 && view.getUint32(at - 20, true) === 0x0706_4b50
      ? findDirectory64(view, at - 20)
      : { count, start, byEnd };
  }
  throw new ZipProblem('it is no zip archive, or it ends too early');
}

function findDirectory64(view: DataView, locator: number): Directory {
  const at = whole(view, locator + 8);
  if (view.getUint32(at, true) !== 0x0606_4b50) throw new ZipProblem('its directory is damaged');
  const start = whole(view, at + 48);
  return { count: whole(view, at + 32), start, byEnd: start };
}

function readEntry(archive: Uint8Array, view: DataView, at: number, names: number, extra: number): ZipEntry {
  const path = utf8.decode(archive.subarray(at + 46, at + 46 + names));
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = view.getUint16(at + 10, true);
  const sum = view.getUint32(at + 16, true);
  const { bytes, packed, offset } = sizes(view, at, at + 46 + names, extra);
  if (view.getUint32(offset, true) !== 0x0403_4b50) throw new ZipProblem(`"${path}" in it is not where it should be`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > archive.length) throw new ZipProblem('it ends too early');
  const content = archive.subarray(start, start + packed);
  return {
    path,
    bytes,
    deflated: method === 8 && !encrypted ? content : undefined,
    open: () => {
      if (encrypted) throw new ZipProblem(`"${path}" in it is encrypted`);
      const opened = method === 0 ? content : method === 8 ? inflate(path, content, bytes) : undefined;
      if (opened === undefined)
        throw new ZipProblem(`"${path}" in it is packed with method ${method}; only deflate is read`);
      if (opened.length !== bytes || crc32(opened) !== sum)
        throw new ZipProblem(`"${path}" in it does not match its checksum`);
      return opened;
    },
  };
}

/** Sizes that do not fit 32 bits stand in the extra field 1, in this order and only where needed (4.5.3). */
function sizes(view: DataView, at: number, extraAt: number, extra: number) {
  const small = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  let next = extraField(view, extraAt, extra, 1);
  const [bytes = 0, packed = 0, offset = 0] = small.map((value) => {
    if (value !== 0xffff_ffff || next === undefined) return value;
    next += 8;
    return whole(view, next - 8);
  });
  return { bytes, packed, offset };
}

function extraField(view: DataView, start: number, length: number, wanted: number): number | undefined {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === wanted) return at + 4;
  return undefined;
}

/** A number of 64 bits; no offset or size beyond 2^53 is real, and one would lie outside of the archive. */
function whole(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function inflate(path: string, content: Uint8Array, bytes: number): Uint8Array {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(bytes, 1), chunkSize: chunkOf(bytes) });
  } catch (error) {
    throw new ZipProblem(`"${path}" in it cannot be unpacked, or is larger than the archive says`, { cause: error });
  }
}

/** One byte more than expected lets most entries come out in one piece. */
function chunkOf(bytes: number): number {
  return Math.min(Math.max(bytes + 1, 64), 2 ** 20);
}

const utf8 = new TextDecoder();
