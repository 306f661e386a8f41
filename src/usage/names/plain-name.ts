/** A name as packages of Swift, C and C++ are compared by: without case, dashes, and the language that some bear in it. */
export function plainName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/\.git$/, '')
    .replace(/^swift-|[.-](?:swift|ios)$/g, '')
    .replace(/[^a-z0-9+]/g, '');
  return plain === '' ? name.toLowerCase() : plain;
}
