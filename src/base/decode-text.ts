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
 * Reads bytes as UTF-16 where they begin with its byte order mark, as what PowerShell redirects into a file does, and else as
 * UTF-8; `undefined` when they are neither, or hold a NUL.
 */
export function decodeMarkedText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return decodeText(bytes);
  try {
    const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Where and why bytes are no UTF-8 text: the first of them that cannot be decoded, or a NUL. */
export type Undecodable = { readonly reason: string; readonly at: { readonly line: number; readonly column: number } };

/** Finds what keeps bytes from being read as text, for who is to mend it; a line ends where a line feed stands. */
export function findUndecodable(bytes: Uint8Array): Undecodable {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { reason: 'is UTF-16, not UTF-8 text', at: { line: 1, column: 1 } };
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start);
    const part = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (end === -1 || decodeText(part) === undefined) return { ...faultIn(part), at: { line, column: columnOf(part) } };
    start = end + 1;
  }
}

function faultIn(part: Uint8Array): { readonly reason: string } {
  return { reason: part.includes(0) ? 'holds the byte NUL, as no text does' : 'is not UTF-8 text' };
}

/** A character that stands for bytes which are none may also stand in the text itself, and be no fault. */
function columnOf(part: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(part);
  return Math.max(0, text.search(/[\0\ufffd]/)) + 1;
}

/**
 * Reads bytes as `decodeMarkedText`, or else as Windows-1252, in which any byte means something: for formats whose words are ASCII, while
 * comments may be in whatever their author's editor wrote. `undefined` when they hold a NUL as binary files do.
 */
export function decodeLegacyText(bytes: Uint8Array): string | undefined {
  const text = decodeMarkedText(bytes);
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
