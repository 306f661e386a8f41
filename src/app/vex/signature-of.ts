import { createHash, type KeyObject } from 'node:crypto';
import { decodeText } from '../../base/decode-text.ts';
import type { VexRecord } from '../../model/vex/vex-record.ts';
import type { Files } from '../host.ts';
import { isSignedBy, type SignedContent } from './open-envelope.ts';

/** What can be said of the signature of a document: of its envelope, or of a file of OpenPGP beside it. */
export async function signatureOf(
  files: Pick<Files, 'readPart'>,
  file: string,
  signed: SignedContent | undefined,
  key: KeyObject | undefined,
): Promise<VexRecord['signature']> {
  if (signed !== undefined) return signatureOfEnvelope(signed, key);
  const armour = `${file}.asc`;
  if ((await files.readPart(armour, 0, 1)) === undefined)
    return { state: 'unsigned', how: 'no envelope, and no signature beside it' };
  const how = `${armour} is beside it, and Tureen knows no OpenPGP; gpg --verify ${armour} ${file} checks it`;
  return { state: 'not-checked', how };
}

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

/** The checksum file beside a document, and whether it fits; `undefined` where there is none. */
export async function checksumOf(
  files: Pick<Files, 'readPart'>,
  file: string,
  bytes: Uint8Array,
): Promise<{ readonly file: string; readonly fits: boolean } | undefined> {
  for (const algorithm of ['sha512', 'sha256']) {
    const beside = `${file}.${algorithm}`;
    const content = await files.readPart(beside, 0, 4096);
    if (content === undefined) continue;
    const [stated = ''] = (decodeText(content) ?? '').trim().split(/\s+/);
    return { file: beside, fits: stated.toLowerCase() === createHash(algorithm).update(bytes).digest('hex') };
  }
  return undefined;
}
