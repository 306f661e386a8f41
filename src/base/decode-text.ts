/** Reads bytes as UTF-8, without a byte order mark; `undefined` when they are not, or hold a NUL as binary files do. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
