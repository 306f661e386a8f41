import { deflateRawSync } from 'node:zlib';

/**
 * Deflates the bytes of one record (RFC 1951). A window that is no larger than they are comes to the same, and spares
 * memory that takes longer to get and to give back than the packing does.
 */
export function deflateRecord(bytes: Uint8Array): Uint8Array {
  const windowBits = Math.min(15, Math.max(9, 32 - Math.clz32(bytes.length)));
  return deflateRawSync(bytes, { windowBits, memLevel: Math.min(8, windowBits - 6) });
}
