import { gunzipSync } from 'node:zlib';

/** The largest answer once it is unpacked; real ones have at most a third of it. */
const largest = 512 * 1024 * 1024;

/** The bytes of an answer that may be a gzip, or why it cannot be unpacked. */
export function unpacked(answer: Uint8Array): Uint8Array | { readonly reason: string } {
  if (answer[0] !== 0x1f || answer[1] !== 0x8b) return answer;
  try {
    return gunzipSync(answer, { maxOutputLength: largest });
  } catch (error) {
    return { reason: `it cannot be unpacked: ${error instanceof Error ? error.message : 'it is no gzip'}` };
  }
}
