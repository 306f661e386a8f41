/** Reads unsigned numbers of a binary format, in one byte order; a word is as wide as an address. Throws `RangeError`. */
export function numbersIn(bytes: Uint8Array, isLittle: boolean, is64: boolean) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const long = (at: number) => Number(view.getBigUint64(at, isLittle));
  const whole = (at: number) => view.getUint32(at, isLittle);
  return { half: (at: number) => view.getUint16(at, isLittle), whole, long, word: is64 ? long : whole };
}

/** A text that ends at a zero byte or after `most` bytes. */
export function textAt(bytes: Uint8Array, start: number, most = 256): string {
  const field = bytes.subarray(start, start + most);
  const end = field.indexOf(0);
  return Buffer.from(end === -1 ? field : field.subarray(0, end)).toString('latin1');
}
