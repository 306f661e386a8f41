import { createHash, type KeyObject } from 'node:crypto';
import { decodeText } from '../../base/decode-text.ts';
import { HostError } from '../../base/errors.ts';
import { verifyDetached } from '../../base/openpgp/verify-detached.ts';
import type { VexRecord } from '../../model/vex/vex-record.ts';
import type { Files } from '../host.ts';
import { isSignedBy, type SignedContent } from './open-envelope.ts';
import type { TrustedKeys } from './trusted-keys.ts';

/** A document by the name of its file, what its envelope signs where it is in one, and the instant at which it is looked at. */
export type SignedDocument = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly signed: SignedContent | undefined;
  readonly now: Date;
};

/** What lies beside a document and may prove it, by its path, or the fault that keeps it away. */
export type Proofs = ReadonlyMap<string, Uint8Array | HostError>;

/** Looks for whatever may lie beside a document and prove it. */
export async function proofsBeside(files: Pick<Files, 'readPart'>, file: string): Promise<Proofs> {
  const proofs = new Map<string, Uint8Array | HostError>();
  for (const ending of proofEndings) {
    const path = `${file}${ending}`;
    const proof = await files.readPart(path, 0, largestProof).catch((error: unknown) => {
      if (error instanceof HostError) return error;
      throw error;
    });
    if (proof !== undefined) proofs.set(path, proof);
  }
  return proofs;
}

/** What can be said of the signature of a document: of its envelope, or of a file of OpenPGP beside it. */
export function signatureOf(
  proofs: Proofs,
  { file, bytes, signed, now }: SignedDocument,
  { key, certificates, by }: TrustedKeys,
): VexRecord['signature'] {
  if (signed !== undefined) return signatureOfEnvelope(signed, key);
  const armour = `${file}${armoured}`;
  const signature = proofs.get(armour);
  if (signature instanceof HostError) return { state: 'not-checked', how: signature.message };
  if (signature === undefined) return { state: 'unsigned', how: 'no envelope, and no signature beside it' };
  const told = verifyDetached({ document: bytes, signature, now }, certificates);
  if (told.kind === 'verified')
    return { state: 'verified', how: `${armour} is by the OpenPGP key ${told.fingerprint}, trusted by ${by}` };
  if (told.kind === 'failed') return { state: 'failed', how: `${armour}: ${told.reason}` };
  const { command = 'gpg --verify' } = told;
  const reason = certificates.length === 0 && told.command === undefined ? 'no key was named' : told.reason;
  // A shell would act on what else may stand in a name.
  const names = /^[\w.][\w.+/-]*$/.test(file) ? `${armour} ${file} ` : '';
  return { state: 'not-checked', how: `${armour} is beside it: ${reason}; ${command} ${names}checks it` };
}

const armoured = '.asc';
const algorithms = ['sha512', 'sha256'] as const;

/** What the names of the files end in that may lie beside a document and prove it. */
export const proofEndings: readonly string[] = [armoured, ...algorithms.map((algorithm) => `.${algorithm}`)];

/** Real ones have at most some kilobytes. */
export const largestProof = 2 ** 20;

function signatureOfEnvelope(signed: SignedContent, key: KeyObject | undefined): VexRecord['signature'] {
  if (signed.signatures.length === 0) return { state: 'unsigned', how: 'its envelope holds no signature' };
  if (key === undefined) return { state: 'not-checked', how: 'signed in a DSSE envelope, and no key was named' };
  const print = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  const by = `${key.asymmetricKeyType ?? 'public'} key, sha256 ${print}`;
  return isSignedBy(signed, key)
    ? { state: 'verified', how: `by the ${by}` }
    : { state: 'failed', how: `no signature of its envelope is by the ${by}` };
}

/** A checksum file beside a document, and whether it fits: the one that does not, where one of two does not. */
export function checksumOf(
  proofs: Proofs,
  file: string,
  bytes: Uint8Array,
): { readonly file: string; readonly fits: boolean } | undefined {
  const found: { readonly file: string; readonly fits: boolean }[] = [];
  for (const algorithm of algorithms) {
    const beside = `${file}.${algorithm}`;
    const content = proofs.get(beside);
    if (!(content instanceof Uint8Array)) continue;
    const [stated = ''] = (decodeText(content.subarray(0, 4096)) ?? '').trim().split(/\s+/);
    found.push({ file: beside, fits: stated.toLowerCase() === createHash(algorithm).update(bytes).digest('hex') });
  }
  return found.find(({ fits }) => !fits) ?? found[0];
}
