/** A packet of OpenPGP: its type, and what is in it. */
export type Packet = { readonly type: number; readonly body: Uint8Array };

/** More packets than any key or signature has; keys that many people signed have some thousand. */
const mostPackets = 50_000;

/** The packets in some bytes (RFC 9580, 4.2); `undefined` where they do not end as they say, or are of unknown length. */
export function readPackets(bytes: Uint8Array): readonly Packet[] | undefined {
  const packets: Packet[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = bytes[at] ?? 0;
    const span =
      (head & 0x80) === 0 ? undefined : (head & 0x40) === 0 ? oldLength(bytes, at) : newLength(bytes, at + 1);
    if (span === undefined || span.start + span.length > bytes.length || packets.length >= mostPackets)
      return undefined;
    const type = (head & 0x40) === 0 ? (head >> 2) & 0x0f : head & 0x3f;
    packets.push({ type, body: bytes.subarray(span.start, span.start + span.length) });
    at = span.start + span.length;
  }
  return packets;
}

type Span = { readonly start: number; readonly length: number };

function oldLength(bytes: Uint8Array, at: number): Span | undefined {
  const octets = [1, 2, 4][(bytes[at] ?? 0) & 3];
  return octets === undefined ? undefined : { start: at + 1 + octets, length: numberAt(bytes, at + 1, octets) };
}

/** The length that stands at a place, in one, two or five octets; in parts it is not known beforehand. */
export function newLength(bytes: Uint8Array, at: number): Span | undefined {
  const first = bytes[at] ?? 0;
  if (first < 192) return { start: at + 1, length: first };
  if (first < 224) return { start: at + 2, length: (first - 192) * 256 + (bytes[at + 1] ?? 0) + 192 };
  return first === 255 ? { start: at + 5, length: numberAt(bytes, at + 1, 4) } : undefined;
}

/** The number in some octets, the highest first; those beyond the end are zero. */
export function numberAt(bytes: Uint8Array, at: number, octets: number): number {
  let value = 0;
  for (let index = 0; index < octets; index++) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** Numbers of any size (RFC 9580, 3.2), one after the other; fewer where the bytes end too early. */
export function readIntegers(bytes: Uint8Array, count: number): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; found.length < count;) {
    const length = (numberAt(bytes, at, 2) + 7) >> 3;
    if (at + 2 + length > bytes.length) break;
    found.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return found;
}
