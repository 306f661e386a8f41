import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { decodeText } from '../../base/decode-text.ts';

/** An envelope of DSSE 1.0 with a payload and its signatures in base64. */
export const envelopeSchema = z.object({
  payloadType: z.string(),
  payload: z.string(),
  signatures: z.array(z.object({ sig: z.string(), keyid: z.string().optional() })),
});

/** The payload of an envelope as text, and what its signatures sign. */
export type SignedContent = {
  readonly text: string;
  readonly signedBytes: Uint8Array;
  readonly signatures: readonly Uint8Array[];
};

/** Opens an envelope without looking at the signatures. */
export function openEnvelope({ payloadType, payload, signatures }: z.infer<typeof envelopeSchema>): SignedContent {
  const body = Buffer.from(payload, 'base64');
  const type = Buffer.from(payloadType);
  const head = `DSSEv1 ${type.length} ${payloadType} ${body.length} `;
  return {
    text: decodeText(body) ?? '',
    signedBytes: Buffer.concat([Buffer.from(head), body]),
    signatures: signatures.map(({ sig }) => Buffer.from(sig, 'base64')),
  };
}

/** Whether any signature is by the key; Ed25519 hashes by itself, ECDSA and RSA sign the SHA-256. */
export function isSignedBy({ signedBytes, signatures }: SignedContent, key: KeyObject): boolean {
  const algorithm = key.asymmetricKeyType === 'ed25519' ? undefined : 'sha256';
  return signatures.some((signature) => {
    try {
      return verify(algorithm, signedBytes, key, signature);
    } catch {
      return false;
    }
  });
}

/** A public key out of PEM; `undefined` where it is none. */
export function publicKeyIn(pem: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey(Buffer.from(pem));
  } catch {
    return undefined;
  }
}
