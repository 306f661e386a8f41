import { decodeName } from './decode-name.ts';

/**
 * Reads the wanted records of a pax extended header, `<length> <key>=<value>\n` each, up to the first that is none; an empty
 * value takes back what was said before (POSIX.1-2017, "pax Extended Header").
 */
export function parsePax(bytes: Uint8Array, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(decodeName(bytes.subarray(at, space === -1 ? at : Math.min(space, at + 20))));
    if (!Number.isInteger(length) || length < 1 || at + length > bytes.length) break;
    const record = bytes.subarray(space + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    const key = equals > 0 && equals <= longestKey ? decodeName(record.subarray(0, equals)) : '';
    if (wanted.has(key)) records.set(key, decodeName(record.subarray(equals + 1)));
    at += length;
  }
  return records;
}

/** Keys that are wanted are short. */
const longestKey = 100;
