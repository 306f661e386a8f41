import { dearmour } from './armour.ts';
import type { Certificate } from './certificate.ts';
import { readPackets } from './packets.ts';
import { isBy, readSignature, type SignaturePacket } from './signature-packet.ts';

/** What can be said of a signature that lies beside a document. */
export type Verification =
  | { readonly kind: 'verified'; readonly fingerprint: string }
  /** It is by a key that is at hand, and does not hold. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It is by another key, or made in a way that is not checked here; and what checks it where GnuPG does not. */
  | { readonly kind: 'unchecked'; readonly reason: string; readonly command?: string };

/** A document, the signature that lies beside it, and the instant at which it is looked at. */
export type Signed = { readonly document: Uint8Array; readonly signature: Uint8Array; readonly now: Date };

/** Checks a detached signature (RFC 9580, 10.4) against certificates; one good signature is enough. */
export function verifyDetached(
  { document, signature, now }: Signed,
  certificates: readonly Certificate[],
): Verification {
  const bytes = dearmour(signature);
  const packets = bytes === undefined ? undefined : readPackets(bytes);
  const bodies = packets?.flatMap(({ type, body }) => (type === 2 ? [body] : [])) ?? [];
  const signatures = bodies.flatMap((body) => readSignature(body) ?? []);
  if (signatures.length === 0) return noneIn(bodies);
  if (signatures.length > mostSignatures)
    return { kind: 'unchecked', reason: `it holds ${signatures.length} signatures, which nobody needs` };
  const told = signatures.map((one) => verifyOne(document, one, certificates, now));
  return (
    told.find(({ kind }) => kind === 'verified') ??
    told.find(({ kind }) => kind === 'failed') ??
    told[0] ?? { kind: 'unchecked', reason: 'it holds no signature' }
  );
}

/** Why none of the signatures in a file can be read; GnuPG writes and reads none of version 6. */
function noneIn([body]: readonly Uint8Array[]): Verification {
  if (body === undefined) return { kind: 'unchecked', reason: 'it holds no signature of OpenPGP' };
  const version = body[0] ?? 0;
  if (version === 4) return { kind: 'unchecked', reason: 'its signature of OpenPGP breaks off' };
  const reason = `its signature is of OpenPGP version ${version}, and only version 4 is checked here`;
  return { kind: 'unchecked', reason, ...(version > 4 && { command: 'sq verify --signature-file' }) };
}

/** Each is checked over the whole document; real files hold one, or two while a key is replaced. */
const mostSignatures = 16;

function verifyOne(
  document: Uint8Array,
  one: SignaturePacket,
  certificates: readonly Certificate[],
  now: Date,
): Verification {
  const { type, digest, isStrange, created, lasts, issuer = '' } = one;
  if (type !== 0) return { kind: 'unchecked', reason: 'its signature is of a kind that is not checked' };
  const found = certificates
    .flatMap((certificate) => certificate.signing.map((key) => ({ certificate, key })))
    .find(({ key }) => issuer !== '' && key.fingerprint.endsWith(issuer));
  if (found === undefined)
    return {
      kind: 'unchecked',
      reason: `its signature is by the key ${issuer || 'of nobody named'}, which is not at hand, or is none that is checked here`,
    };
  if (digest === undefined || isStrange || found.key.key === undefined)
    return {
      kind: 'unchecked',
      reason: 'its signature or key is by an algorithm that is not checked, or no longer safe',
    };
  const { key, certificate } = found;
  const failed = (reason: string) => ({ kind: 'failed', reason: `${reason} (${certificate.fingerprint})` }) as const;
  if (!isBy(one, key, [document])) return failed('its signature does not fit the document and the key');
  if (certificate.isRevoked) return failed('its key was revoked');
  if (created === undefined || created < key.created) return failed('its signature is older than the key');
  if (key.until !== undefined && created > key.until) return failed('its key had run out when it was signed');
  if (lasts > 0 && created + lasts < now.getTime() / 1000) return failed('its signature has run out');
  return { kind: 'verified', fingerprint: certificate.fingerprint };
}
