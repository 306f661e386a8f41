import type { Component, Hash } from '../../../model/component.ts';
import { isAddress } from './is-address.ts';

/** A file that a component is delivered as. */
export type Artefact = {
  /** `undefined` for the archive that a registry serves under a name that the lockfile does not tell. */
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly hashes: readonly Hash[];
};

/** The files that a component's hashes and address tell of; a hash that has not the length of its algorithm tells nothing. */
export function artefactsOf({ hashes, download }: Component): readonly Artefact[] {
  const address = isAddress(download) ? download : undefined;
  const byFile = Map.groupBy(hashes.filter(isDigest), (hash) => hash.of);
  const artefacts = [...byFile].flatMap(([file, its]): Artefact[] => {
    if (file !== 'archive') return [{ name: file, address: endsIn(address, file) ? address : undefined, hashes: its }];
    const one = new Set(its.map(({ algorithm }) => algorithm)).size === its.length;
    if (one) return [{ name: undefined, address, hashes: its }];
    return its.map((hash) => ({ name: undefined, address: undefined, hashes: [hash] }));
  });
  const told = address === undefined || artefacts.some((artefact) => artefact.address === address);
  return told ? artefacts : [{ name: undefined, address, hashes: [] }, ...artefacts];
}

/** The hashes of a component that is delivered as one file; of several files no hash is the component's. */
export function hashesOfOnlyFile(artefacts: readonly Artefact[]): readonly Hash[] {
  const hashed = artefacts.filter(({ hashes }) => hashes.length > 0);
  return hashed.length === 1 ? (hashed[0]?.hashes ?? []) : [];
}

/** The name of a file: as the lockfile tells it, or the last part of the address that it comes from. */
export function fileNameOf({ name, address }: Artefact): string | undefined {
  if (name !== undefined) return name;
  const last = address?.replace(/[?#].*$/s, '').replace(/^.*\//, '') ?? '';
  const decoded = decodeName(last);
  return decoded !== undefined && /^[^/\\\s]{1,200}\.[A-Za-z0-9]{1,10}$/.test(decoded) ? decoded : undefined;
}

/** Whether a checksum has the form of its algorithm. */
export function isDigest({ algorithm, value }: Hash): boolean {
  return value.length === digits[algorithm] && /^[0-9a-f]+$/.test(value);
}

const digits: Readonly<Record<Hash['algorithm'], number>> = { md5: 32, sha1: 40, sha256: 64, sha384: 96, sha512: 128 };

/** An address may be percent-encoded in any way, and wrongly. */
function decodeName(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function endsIn(address: string | undefined, file: string): boolean {
  const path = address?.replace(/[?#].*$/s, '');
  return path?.endsWith(`/${file}`) === true || path?.endsWith(`/${encodeURIComponent(file.toWellFormed())}`) === true;
}
