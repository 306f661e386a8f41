import { createPublicKey, hash, type JsonWebKey, type KeyObject } from 'node:crypto';
import { numberAt, readIntegers } from './packets.ts';

/** A public key or subkey of version 4 (RFC 9580, 5.5.2). */
export type KeyPacket = {
  /** In lower case. */
  readonly fingerprint: string;
  /** In seconds since 1970. */
  readonly created: number;
  readonly algorithm: number;
  /** What signatures about the key are made over. */
  readonly hashed: Uint8Array;
  /** `undefined` where it is none that signatures can be checked with here. */
  readonly key: KeyObject | undefined;
};

/** Reads a key; `undefined` where it is of another version. */
export function readKey(body: Uint8Array): KeyPacket | undefined {
  if (body[0] !== 4 || body.length < 8 || body.length > 0xffff) return undefined;
  const hashed = Buffer.concat([Uint8Array.of(0x99, body.length >> 8, body.length & 0xff), body]);
  const algorithm = body[5] ?? 0;
  const jwk = jwkOf(algorithm, body.subarray(6));
  return {
    fingerprint: hash('sha1', hashed),
    created: numberAt(body, 1, 4),
    algorithm,
    hashed,
    key: jwk === undefined ? undefined : imported(jwk),
  };
}

function imported(jwk: JsonWebKey): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return (key.asymmetricKeyDetails?.modulusLength ?? smallest) < smallest ? undefined : key;
  } catch {
    return undefined;
  }
}

/** Shorter RSA keys can be broken. */
const smallest = 2048;

/** The algorithms by which keys sign: RSA, Ed25519 in two forms, and ECDSA. */
function jwkOf(algorithm: number, material: Uint8Array): JsonWebKey | undefined {
  if (algorithm === 1 || algorithm === 3) {
    const [n, e] = readIntegers(material, 2);
    return n && e && { kty: 'RSA', n: text(n), e: text(e) };
  }
  if (algorithm === 27) return { kty: 'OKP', crv: 'Ed25519', x: text(material.subarray(0, 32)) };
  if (algorithm !== 19 && algorithm !== 22) return undefined;
  const length = material[0] ?? 0;
  const curve = Buffer.from(material.subarray(1, 1 + length)).toString('hex');
  const [point] = readIntegers(material.subarray(1 + length), 1);
  if (point === undefined) return undefined;
  if (algorithm === 22) {
    const isWhole = curve === '2b06010401da470f01' && point[0] === 0x40;
    return isWhole ? { kty: 'OKP', crv: 'Ed25519', x: text(point.subarray(1)) } : undefined;
  }
  const crv = curves.get(curve);
  const half = (point.length - 1) / 2;
  if (crv === undefined || point[0] !== 4) return undefined;
  return { kty: 'EC', crv, x: text(point.subarray(1, 1 + half)), y: text(point.subarray(1 + half)) };
}

/** The names of curves by their object identifiers. */
const curves = new Map([
  ['2a8648ce3d030107', 'P-256'],
  ['2b81040022', 'P-384'],
  ['2b81040023', 'P-521'],
]);

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
