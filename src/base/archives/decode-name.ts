/**
 * Reads a name in an archive, which a system takes for bytes of any kind. Of one that is no UTF-8 each byte beyond ASCII becomes
 * half of a surrogate pair, which no UTF-8 text holds, so that different names stay different.
 */
export function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)).join('');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
