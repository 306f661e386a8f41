/** The main attributes of a manifest, by their names in small letters. */
export type Manifest = ReadonlyMap<string, string>;

/** Reads the main section of a `MANIFEST.MF` (JAR file specification); a line that begins with a blank continues the one above. */
export function parseManifest(text: string): Manifest {
  const attributes = new Map<string, string>();
  const section = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  for (const line of section.replaceAll(/\r?\n /g, '').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) attributes.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return attributes;
}
