/** A hash as far as a sentence needs it: whoever compares two looks at their beginnings. */
export function shortHash(hash: string): string {
  return hash.length > 19 ? `${hash.slice(0, 19)}…` : hash;
}
