import { dearmour } from './armour.ts';
import { readKey, type KeyPacket } from './key-packet.ts';
import { readPackets, type Packet } from './packets.ts';
import { isBy, readSignature, type SignaturePacket } from './signature-packet.ts';

/** A key that may sign documents, by the word of the certificate that it stands in. */
export type SigningKey = KeyPacket & {
  /** The last second in which it could sign; `undefined` where it has no end. */
  readonly until: number | undefined;
};

/** A certificate of OpenPGP (transferable public key, RFC 9580, 10.1): whose it is, and what it signs with. */
export type Certificate = {
  /** Of its primary key, in lower case. */
  readonly fingerprint: string;
  readonly isRevoked: boolean;
  readonly signing: readonly SigningKey[];
};

/** The certificates in some bytes, armoured or not; a key that does not vouch for itself is none. */
export function readCertificates(content: Uint8Array): readonly Certificate[] {
  const bytes = dearmour(content);
  const packets = bytes === undefined ? [] : (readPackets(bytes) ?? []);
  const starts = packets.flatMap(({ type }, index) => (type === primaryType ? [index] : []));
  return starts.flatMap((start, index) => certificateOf(packets.slice(start, starts[index + 1])) ?? []);
}

const [signatureType, primaryType, nameType, subkeyType, attributeType] = [2, 6, 13, 14, 17];

/** What signatures of the certificate are about: a key or a name, and those that follow it. */
type About = { readonly packet: Packet; readonly signatures: readonly SignaturePacket[] };

function certificateOf(packets: readonly Packet[]): Certificate | undefined {
  const [first, ...others] = partsOf(packets);
  const primary = first === undefined ? undefined : readKey(first.packet.body);
  if (first === undefined || primary === undefined) return undefined;
  const own = [first, ...others].flatMap(({ packet, signatures }) => {
    const isKey = packet.type === primaryType;
    if (!isKey && packet.type !== nameType) return [];
    const content = isKey ? [primary.hashed] : [primary.hashed, nameHashed(packet.body)];
    return signatures.filter((one) => vouches(one, isKey) && isSound(one) && isBy(one, primary, content));
  });
  const latest = latestOf(own);
  if (latest === undefined) return undefined;
  const isRevoked = first.signatures.some((one) => one.type === 0x20 && isBy(one, primary, [primary.hashed]));
  const until = untilOf(primary, latest);
  const subkeys = others.flatMap((part) =>
    part.packet.type === subkeyType ? (subkeyOf(primary, until, part) ?? []) : [],
  );
  return {
    fingerprint: primary.fingerprint,
    isRevoked,
    signing: [...(maySign(latest) ? [{ ...primary, until }] : []), ...subkeys],
  };
}

function partsOf(packets: readonly Packet[]): readonly About[] {
  const parts: { readonly packet: Packet; readonly signatures: SignaturePacket[] }[] = [];
  for (const packet of packets) {
    if (partTypes.has(packet.type)) parts.push({ packet, signatures: [] });
    const signature = packet.type === signatureType ? readSignature(packet.body) : undefined;
    if (signature !== undefined) parts.at(-1)?.signatures.push(signature);
  }
  return parts;
}

/** What signatures may follow: keys, names and pictures. */
const partTypes: ReadonlySet<number> = new Set([primaryType, nameType, subkeyType, attributeType]);

function vouches({ type }: SignaturePacket, isKey: boolean): boolean {
  return isKey ? type === 0x1f : type >= 0x10 && type <= 0x13;
}

function latestOf(signatures: readonly SignaturePacket[]): SignaturePacket | undefined {
  return signatures.toSorted((a, b) => (b.created ?? 0) - (a.created ?? 0))[0];
}

/** A subkey is of the certificate only when both keys say so (RFC 9580, 5.2.1.8 and 5.2.1.9). */
function subkeyOf(primary: KeyPacket, end: number | undefined, { packet, signatures }: About): SigningKey | undefined {
  const key = readKey(packet.body);
  if (key === undefined) return undefined;
  const content = [primary.hashed, key.hashed];
  if (signatures.some((one) => one.type === 0x28 && isBy(one, primary, content))) return undefined;
  const latest = latestOf(signatures.filter((one) => one.type === 0x18 && isSound(one) && isBy(one, primary, content)));
  const back = latest?.embedded === undefined ? undefined : readSignature(latest.embedded);
  const isOwned = back?.type === 0x19 && isSound(back) && isBy(back, key, content);
  if (latest === undefined || !isOwned || !maySign(latest)) return undefined;
  const until = untilOf(key, latest);
  return { ...key, until: until === undefined || end === undefined ? (until ?? end) : Math.min(until, end) };
}

function isSound({ isStrange, created }: SignaturePacket): boolean {
  return !isStrange && created !== undefined;
}

function maySign({ flags }: SignaturePacket): boolean {
  return flags === undefined || (flags & 2) !== 0;
}

function untilOf({ created }: KeyPacket, { keyLasts }: SignaturePacket): number | undefined {
  return keyLasts === 0 ? undefined : created + keyLasts;
}

function nameHashed(body: Uint8Array): Uint8Array {
  const length = body.length;
  return Buffer.concat([
    Uint8Array.of(0xb4, length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255),
    body,
  ]);
}
