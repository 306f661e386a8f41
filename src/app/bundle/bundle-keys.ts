import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { UsageError } from '../../base/errors.ts';

/** The private key of a PEM file (PKCS #8, RFC 8410) to sign bundles with. Throws `UsageError`. */
export function signingKey(text: string): KeyObject {
  return ed25519(
    () => createPrivateKey(text),
    'the key to sign with is no Ed25519 private key in PEM without a passphrase',
    'Make one with `openssl genpkey -algorithm ed25519 -out bundle.key`, and keep it secret.',
  );
}

/** The public key of a PEM file that bundles are trusted by; the private one has no business there. Throws `UsageError`. */
export function trustedKey(text: string): KeyObject {
  if (/-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/.test(text))
    throw new UsageError(
      'the key to trust is a private key, with which anybody could sign',
      'Keep it with the signer alone, and trust what `openssl pkey -in bundle.key -pubout -out bundle.pub` makes of it.',
    );
  return ed25519(
    () => createPublicKey(text),
    'the key to trust is no Ed25519 public key in PEM',
    'The signer makes it with `openssl pkey -in bundle.key -pubout -out bundle.pub`; get it on a way that you trust.',
  );
}

/** Whatever Node has against a key, it is not the one that is needed. */
function ed25519(read: () => KeyObject, message: string, help: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = read();
  } catch {
    throw new UsageError(message, help);
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new UsageError(message, help);
}
