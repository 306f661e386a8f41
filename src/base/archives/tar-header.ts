import { decodeName } from './decode-name.ts';

/** Why an archive cannot be used; thrown by `tarEntries` alone. */
export class TarProblem extends Error {
  override readonly name = 'TarProblem';
}

/** The fields of a header block that matter here. */
export type TarHeader = {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
  readonly executable: boolean;
  readonly target: string;
  /** Whether blocks follow that continue the map of a sparse file. */
  readonly extendedSparse: boolean;
};

/** Whether a block is the first of those that end an archive. */
export function isBlank(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** Reads a header of 512 bytes (POSIX.1-2001 pax, "ustar Interchange Format"; GNU tar). Throws `TarProblem`. */
export function readTarHeader(block: Uint8Array, at: number): TarHeader {
  if (!sumFits(block)) throw new TarProblem(at === 0 ? 'it is no tar archive' : `its entry at byte ${at} is damaged`);
  const bytes = numberAt(block, 124, 12);
  if (bytes === undefined) throw new TarProblem(`its entry at byte ${at} has no size`);
  const type = String.fromCharCode(block[156] ?? 0);
  const isPosix = textAt(block, 257, 6) === 'ustar' && block[262] === 0;
  const prefix = isPosix ? textAt(block, 345, 155) : '';
  const name = textAt(block, 0, 100);
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    type,
    bytes,
    executable: ((numberAt(block, 100, 8) ?? 0) & 0o111) !== 0,
    target: textAt(block, 157, 100),
    extendedSparse: type === 'S' && block[482] === 1,
  };
}

/** The checksum is the sum of all bytes, its own counted as spaces; some writers took bytes as signed. */
function sumFits(block: Uint8Array): boolean {
  let [unsigned, signed] = [0, 0];
  for (let index = 0; index < block.length; index++) {
    const counted = index >= 148 && index < 156 ? 0x20 : (block[index] ?? 0);
    unsigned += counted;
    signed += counted > 127 ? counted - 256 : counted;
  }
  const stated = numberAt(block, 148, 8);
  return stated === unsigned || stated === signed;
}

/** A number in octal digits, or, as GNU writes large ones, in base 256 with the first bit set. */
function numberAt(block: Uint8Array, start: number, length: number): number | undefined {
  const field = block.subarray(start, start + length);
  if (((field[0] ?? 0) & 0x80) === 0) {
    const digits = textAt(block, start, length).trim();
    return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined;
  }
  let value = (field[0] ?? 0) & 0x7f;
  for (const byte of field.subarray(1)) value = value * 256 + byte;
  return Number.isSafeInteger(value) ? value : undefined;
}

function textAt(block: Uint8Array, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return decodeName(end === -1 ? field : field.subarray(0, end));
}
