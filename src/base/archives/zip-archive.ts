import { crc32 } from 'node:zlib';

/** A file for a zip archive: its bytes, and the same deflated (RFC 1951). */
export type PackedFile = { readonly path: string; readonly bytes: Uint8Array; readonly deflated: Uint8Array };

/** How many files an archive can hold without ZIP64. */
const mostFilesInZip = 0xffff;

/** A zip archive of up to 65,535 files (APPNOTE 6.3.10) without dates, so that the same files give the same bytes. */
export function zipArchive(files: Iterable<PackedFile>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes, deflated } of files) {
    const name = Buffer.from(path);
    const facts = factsOf(name, bytes, deflated);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, name]));
    const local = [Buffer.from('PK\u0003\u0004'), facts, name, deflated];
    for (const each of local) parts.push(each);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  if (directory.length > mostFilesInZip) throw new RangeError(`${directory.length} files need ZIP64`);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

/** Version 2.0, names in UTF-8, deflated, no date, checksum and sizes (4.4.2 to 4.4.11). */
function factsOf(name: Uint8Array, bytes: Uint8Array, deflated: Uint8Array): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(deflated.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}
