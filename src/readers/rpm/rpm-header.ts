/** The header of a package: what is asked of it by tag number; what it lacks is `undefined` or an empty list. */
export type RpmHeader = {
  readonly text: (tag: number) => string | undefined;
  readonly texts: (tag: number) => readonly string[];
  readonly numbers: (tag: number) => readonly number[];
  /** Bytes as lower-case hexadecimal. */
  readonly hex: (tag: number) => string | undefined;
};

/** Why a header is none, or a damaged one. */
export type RpmHeaderProblem = { readonly message: string };

/**
 * Reads the header of a package as the databases hold it (RPM v4 package format): two lengths, an index of entries with
 * tag, type, offset and count, and a store of their values. Values are taken out when asked for; one that does not lie
 * in the store is as good as absent.
 */
export function readRpmHeader(blob: Uint8Array): RpmHeader | RpmHeaderProblem {
  if (blob.length < 8) return { message: 'it has no lengths' };
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const count = view.getUint32(0);
  const size = view.getUint32(4);
  const start = 8 + 16 * count;
  if (start + size !== blob.length)
    return { message: `its lengths ask for ${start + size} bytes, and there are ${blob.length}` };
  const entries = new Map<number, Entry>();
  for (let at = 8; at < start; at += 16) {
    const offset = view.getUint32(at + 8);
    if (offset <= size)
      entries.set(view.getUint32(at), {
        type: view.getUint32(at + 4),
        at: start + offset,
        count: view.getUint32(at + 12),
      });
  }
  const texts = (tag: number) => textsOf(blob, entries.get(tag));
  return {
    text: (tag) => texts(tag)[0] || undefined,
    texts,
    numbers: (tag) => numbersOf(view, entries.get(tag)),
    hex: (tag) => hexOf(blob, entries.get(tag)),
  };
}

type Entry = { readonly type: number; readonly at: number; readonly count: number };

/** Types 6, 8 and 9: one text, a list of texts, and one text in several languages, the untranslated one first. */
function textsOf(blob: Uint8Array, entry: Entry | undefined): string[] {
  if (entry === undefined || ![6, 8, 9].includes(entry.type)) return [];
  const texts: string[] = [];
  const wanted = entry.type === 8 ? entry.count : 1;
  for (let at = entry.at; texts.length < wanted;) {
    const end = blob.indexOf(0, at);
    if (end === -1) break;
    texts.push(decoder.decode(blob.subarray(at, end)));
    at = end + 1;
  }
  return texts;
}

/** Type 4, numbers of 32 bits. */
function numbersOf(view: DataView, entry: Entry | undefined): number[] {
  if (entry?.type !== 4 || entry.at + 4 * entry.count > view.byteLength) return [];
  return Array.from({ length: entry.count }, (_, index) => view.getUint32(entry.at + 4 * index));
}

/** Type 7, bytes. */
function hexOf(blob: Uint8Array, entry: Entry | undefined): string | undefined {
  if (entry?.type !== 7 || entry.at + entry.count > blob.length) return undefined;
  return Buffer.from(blob.subarray(entry.at, entry.at + entry.count)).toString('hex');
}

const decoder = new TextDecoder();
