/** The blobs of a database, or why it is none. */
export type Blobs =
  | { readonly blobs: readonly Uint8Array[]; readonly damaged: readonly string[] }
  | { readonly message: string };

/**
 * Takes the blobs out of a database in rpm's own format "ndb", version 0: pages of slots at the front, of which each that is
 * in use says where its blob lies. All numbers are little-endian.
 */
export function ndbBlobs(bytes: Uint8Array): Blobs {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < pageSize || view.getUint32(0, true) !== magic('RpmP'))
    return { message: 'it is no ndb database of rpm' };
  if (view.getUint32(4, true) !== 0)
    return { message: `it is of ndb version ${view.getUint32(4, true)}; only version 0 is read` };
  const end = view.getUint32(12, true) * pageSize;
  if (end > bytes.length) return { message: 'it ends within its slots' };
  const blobs: Uint8Array[] = [];
  const damaged: string[] = [];
  for (let slot = 2 * slotSize; slot < end; slot += slotSize) {
    const number = view.getUint32(slot + 4, true);
    const start = view.getUint32(slot + 8, true) * blockSize;
    if (view.getUint32(slot, true) !== magic('Slot')) return { message: `its slot at byte ${slot} is damaged` };
    if (start === 0) continue;
    const length = lengthOf(view, start, number);
    if (length === undefined) damaged.push(`blob ${number} is not where its slot says`);
    else blobs.push(bytes.subarray(start + headSize, start + headSize + length));
  }
  return { blobs, damaged };
}

/** A blob begins with its number and length, which must be those of the slot, and lie within the file. */
function lengthOf(view: DataView, start: number, number: number): number | undefined {
  if (start + headSize > view.byteLength || view.getUint32(start, true) !== magic('BlbS')) return undefined;
  const length = view.getUint32(start + 12, true);
  const fits = start + headSize + length <= view.byteLength;
  return view.getUint32(start + 4, true) === number && fits ? length : undefined;
}

function magic(word: string): number {
  return word.split('').reduceRight((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);
}

const pageSize = 4096;
const slotSize = 16;
const blockSize = 16;
const headSize = 16;
