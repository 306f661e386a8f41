import type { KeyObject } from 'node:crypto';
import { readCertificates, type Certificate } from '../../base/openpgp/certificate.ts';
import { publicKeyIn } from './open-envelope.ts';

/** What signatures of documents are checked with: a key for envelopes, and certificates of OpenPGP. */
export type TrustedKeys = {
  readonly key: KeyObject | undefined;
  readonly certificates: readonly Certificate[];
  /** Whose word it is that the certificates are the author's. */
  readonly by: string;
};

/** Nobody is trusted. */
export const noKeys: TrustedKeys = { key: undefined, certificates: [], by: '' };

/** Reads a file in PEM, or with certificates of OpenPGP; `undefined` where it is neither. */
export function keysIn(content: Uint8Array, by: string): TrustedKeys | undefined {
  const certificates = readCertificates(content);
  if (certificates.length > 0) return { key: undefined, certificates, by };
  const key = publicKeyIn(content);
  return key === undefined ? undefined : { key, certificates: [], by };
}
