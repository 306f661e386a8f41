import { HostError } from '../../../base/errors.ts';
import { readCertificates, type Certificate } from '../../../base/openpgp/certificate.ts';
import type { TrustedKeys } from '../../vex/trusted-keys.ts';
import type { Reach } from './reach.ts';
import type { VexListings } from './vex-listings.ts';

/** A key that thousands of people signed has some hundred kilobytes. */
const largestKey = 2 ** 22;

/** The keys that a provider publishes: they prove that a document is the provider's, not that the provider is right. */
export async function vexKeys(reach: Reach, { keys, left }: Pick<VexListings, 'keys' | 'left'>): Promise<TrustedKeys> {
  const certificates: Certificate[] = [];
  for (const { at, fingerprint } of keys) {
    const stated = fingerprint?.replaceAll(' ', '').toLowerCase();
    const key = await keyAt(reach, at);
    if ('reason' in key) {
      left.push(`the OpenPGP key ${at} cannot be had: ${key.reason}`);
      continue;
    }
    const found = readCertificates(key.bytes.subarray(0, largestKey));
    const fitting = found.filter((one) => stated === undefined || one.fingerprint === stated);
    if (fitting.length === 0)
      left.push(
        `${at} holds no OpenPGP key that can be used${stated === undefined ? '' : ` with the fingerprint ${stated}`}`,
      );
    for (const each of fitting) certificates.push(each);
  }
  return { key: undefined, certificates, by: 'the metadata of its provider' };
}

/** Without a key documents are not checked, which is told of each. */
async function keyAt(reach: Reach, at: string): Promise<{ readonly bytes: Uint8Array } | { readonly reason: string }> {
  const place = await reach(at);
  if ('reason' in place) return place;
  try {
    const bytes = await place.shelf.get(place.path, largestKey);
    return bytes === undefined ? { reason: 'it is not there' } : { bytes };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { reason: error.message };
  }
}
