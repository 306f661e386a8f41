/** The name of a record in a snapshot. */
export function snapshotOf(feed: string, id: string): string {
  return JSON.stringify([feed, id]);
}

/** The hash of each record by its name, of a snapshot's text as the store writes it; other lines speak of lists. */
export function snapshotLines(text: Uint8Array): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const line of new TextDecoder().decode(text).split('\n')) {
    const [feed, id, , hash] = partsOf(line);
    if (feed !== undefined && id !== undefined && hash !== undefined) hashes.set(snapshotOf(feed, id), hash);
  }
  return hashes;
}

function partsOf(line: string): readonly (string | undefined)[] {
  const parts: unknown = line === '' ? [] : JSON.parse(line);
  return Array.isArray(parts) ? parts.map((part) => (typeof part === 'string' ? part : undefined)) : [];
}
