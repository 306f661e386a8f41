/** A file for a tar archive; its path has at most 100 letters of ASCII. */
export type TarFile = { readonly path: string; readonly bytes: Uint8Array };

const blockBytes = 512;

/** A tar archive (POSIX.1-2001 ustar) without owner and date, so that the same files give the same bytes. */
export function tarArchive(files: Iterable<TarFile>): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const { path, bytes } of files) parts.push(headerOf(path, bytes.length), bytes, filling(bytes.length));
  return Buffer.concat([...parts, new Uint8Array(2 * blockBytes)]);
}

function headerOf(path: string, bytes: number): Uint8Array {
  if (!/^[ -~]{1,100}$/.test(path)) throw new RangeError(`"${path}" is no path for a tar archive`);
  const block = Buffer.alloc(blockBytes);
  const put = (text: string, at: number) => void block.write(text, at, 'latin1');
  put(path, 0);
  put('0000644\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put('        0', 148);
  put('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** Content fills whole blocks. */
function filling(bytes: number): Uint8Array {
  return new Uint8Array((blockBytes - (bytes % blockBytes)) % blockBytes);
}
