import { constants, hash, verify } from 'node:crypto';
import type { KeyPacket } from './key-packet.ts';
import { newLength, numberAt, readIntegers } from './packets.ts';

/** A signature of version 4 (RFC 9580, 5.2.3). */
export type SignaturePacket = {
  /** What it says: 0 of a document, 0x10 to 0x13 of a name, 0x18 of a subkey, 0x19 of its owner, 0x1f of a key, 0x20 and 0x28 take back. */
  readonly type: number;
  readonly algorithm: number;
  /** As Node names it; `undefined` for one that is no longer safe or not known. */
  readonly digest: string | undefined;
  /** In seconds since 1970. */
  readonly created: number | undefined;
  /** The end of the issuer's fingerprint, or all of it, in lower case. */
  readonly issuer: string | undefined;
  /** How long the signature is good, and how long the key that it speaks of, in seconds; 0 is for ever. */
  readonly lasts: number;
  readonly keyLasts: number;
  /** What the key may be used for; `undefined` where it does not say. */
  readonly flags: number | undefined;
  readonly embedded: Uint8Array | undefined;
  /** Whether it says something that has to be understood, and is not. */
  readonly isStrange: boolean;
  /** What is hashed after the content. */
  readonly trailer: Uint8Array;
  readonly material: Uint8Array;
};

/** Reads a signature; `undefined` where it is of another version or breaks off. */
export function readSignature(body: Uint8Array): SignaturePacket | undefined {
  if (body[0] !== 4) return undefined;
  const hashedEnd = 6 + numberAt(body, 4, 2);
  const end = hashedEnd + 2 + numberAt(body, hashedEnd, 2);
  if (end + 2 > body.length) return undefined;
  const parts = subpackets(body.subarray(6, hashedEnd));
  const others = subpackets(body.subarray(hashedEnd + 2, end));
  if (parts === undefined || others === undefined) return undefined;
  const part = (type: number) => parts.find((each) => each.type === type)?.content;
  const number = (type: number) => numberAt(part(type) ?? new Uint8Array(), 0, 4);
  const issuer =
    [...parts, ...others].find(({ type }) => type === 33) ?? [...parts, ...others].find(({ type }) => type === 16);
  const content = issuer?.type === 33 ? issuer.content.subarray(1) : issuer?.content;
  return {
    type: body[1] ?? 0,
    algorithm: body[2] ?? 0,
    digest: digests.get(body[3] ?? 0),
    created: part(2) === undefined ? undefined : number(2),
    issuer: content && Buffer.from(content).toString('hex'),
    lasts: number(3),
    keyLasts: number(9),
    flags: part(27)?.[0],
    embedded: part(32) ?? others.find(({ type }) => type === 32)?.content,
    isStrange: parts.some(({ type, isCritical }) => isCritical && !understood.has(type)),
    trailer: Buffer.concat([body.subarray(0, hashedEnd), Uint8Array.of(4, 0xff), fourOctets(hashedEnd)]),
    material: body.subarray(end + 2),
  };
}

/** SHA-1 and MD5 are left out: others can make them fit. */
const digests = new Map([
  [8, 'sha256'],
  [9, 'sha384'],
  [10, 'sha512'],
]);

/** Times, issuer, flags, the signature within, and what changes nothing about a signature of a document. */
const understood = new Set([2, 3, 9, 11, 16, 21, 22, 23, 25, 26, 27, 28, 29, 30, 32, 33]);

type Subpacket = { readonly type: number; readonly isCritical: boolean; readonly content: Uint8Array };

function subpackets(bytes: Uint8Array): readonly Subpacket[] | undefined {
  const found: Subpacket[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    // Of subpackets even 224 to 254 begin a length of two octets.
    const two = { start: at + 2, length: (first - 192) * 256 + (bytes[at + 1] ?? 0) + 192 };
    const span = first >= 224 && first < 255 ? two : newLength(bytes, at);
    if (span === undefined || span.length < 1 || span.start + span.length > bytes.length) return undefined;
    const type = bytes[span.start] ?? 0;
    const content = bytes.subarray(span.start + 1, span.start + span.length);
    found.push({ type: type & 0x7f, isCritical: type > 0x7f, content });
    at = span.start + span.length;
  }
  return found;
}

function fourOctets(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

/** Whether a signature over some content is by a key. */
export function isBy(
  signature: SignaturePacket,
  { key, algorithm }: KeyPacket,
  content: readonly Uint8Array[],
): boolean {
  const { digest, material, trailer } = signature;
  if (key === undefined || digest === undefined || signature.algorithm !== algorithm) return false;
  const signed = Buffer.concat([...content, trailer]);
  try {
    if (algorithm === 27) return verify(undefined, hash(digest, signed, 'buffer'), key, material.subarray(0, 64));
    const [first, second] = readIntegers(material, algorithm === 1 || algorithm === 3 ? 1 : 2);
    if (first === undefined) return false;
    if (second === undefined) {
      const bytes = padded(first, (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
      return verify(digest, signed, { key, padding: constants.RSA_PKCS1_PADDING }, bytes);
    }
    if (algorithm === 22) return verify(undefined, hash(digest, signed, 'buffer'), key, both(first, second, 32));
    const size = sizes.get(key.asymmetricKeyDetails?.namedCurve ?? '') ?? 32;
    return verify(digest, signed, { key, dsaEncoding: 'ieee-p1363' }, both(first, second, size));
  } catch {
    return false;
  }
}

const sizes = new Map([
  ['prime256v1', 32],
  ['secp384r1', 48],
  ['secp521r1', 66],
]);

function both(first: Uint8Array, second: Uint8Array, size: number): Uint8Array {
  return Buffer.concat([padded(first, size), padded(second, size)]);
}

/** Numbers are written without the zeros that they begin with. */
function padded(bytes: Uint8Array, size: number): Uint8Array {
  return Buffer.concat([new Uint8Array(Math.max(0, Math.ceil(size) - bytes.length)), bytes]);
}
