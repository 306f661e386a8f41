/** The name of a hash algorithm as CycloneDX spells it: `SHA256`, `sha3_256` and `checksumAlgorithm_sha1` are SPDX. */
export function hashAlgorithm(written: string): string {
  const bare = written
    .replace(/^.*checksumAlgorithm_/, '')
    .toUpperCase()
    .replaceAll('_', '-');
  const [, bits] = /^SHA-?(1|224|256|384|512)$/.exec(bare) ?? [];
  return bits === undefined ? bare : `SHA-${bits}`;
}
