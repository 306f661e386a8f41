/** Reads bytes as UTF-8, without a byte order mark; `undefined` when they are not, or hold a NUL as binary files do. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * Reads bytes as UTF-8, or else as Windows-1252, in which any byte means something: for formats whose words are ASCII, while
 * comments may be in whatever their author's editor wrote. `undefined` when they hold a NUL as binary files do.
 */
export function decodeLegacyText(bytes: Uint8Array): string | undefined {
  const text = decodeText(bytes);
  if (text !== undefined || bytes.includes(0)) return text;
  return new TextDecoder('windows-1252').decode(bytes);
}

/**
 * Reads bytes as text in whatever encoding they are: UTF-16 where they begin so, else as `decodeLegacyText`; `undefined`
 * when they are no text.
 */
export function decodeAnyText(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (second === 0 && fourth === 0 && first !== 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && third === 0 && second !== 0);
  if (!isLittle && !isBig) return decodeLegacyText(bytes);
  const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
  return text.includes('\0') ? undefined : text;
}
