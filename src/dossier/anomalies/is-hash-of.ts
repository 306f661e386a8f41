/** Whether a hash that a person or the tool wrote, which may be its beginning alone, is that of something. */
export function isHashOf(written: string, hash: string): boolean {
  return hash.replace(/^sha256:/, '').startsWith(written.replace(/^sha256:/, ''));
}
