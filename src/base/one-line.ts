/** The first characters of an answer, fit for a message. */
export function beginning(bytes: Uint8Array): string {
  return oneLine(new TextDecoder().decode(bytes.subarray(0, 60)), 40);
}

/** Foreign text in one line without control characters, at most as long as asked. */
export function oneLine(text: string, length: number): string {
  const line = text
    .slice(0, length * 2)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
