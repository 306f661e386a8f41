/** Reads the records of a pax extended header, `<length> <key>=<value>\n` each, up to the first that is none. */
export function parsePax(text: string): ReadonlyMap<string, string> {
  const bytes = new TextEncoder().encode(text);
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(decoder.decode(bytes.subarray(at, space === -1 ? at : Math.min(space, at + 20))));
    if (!Number.isInteger(length) || length < 1 || at + length > bytes.length) break;
    const record = decoder.decode(bytes.subarray(space + 1, at + length - 1));
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}

const decoder = new TextDecoder();
