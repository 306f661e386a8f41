/** A field of a package's metadata, and its line. */
export type MetadataField = { readonly value: string; readonly line: number };

/** The fields of core metadata 1.0 to 2.4 by their names in small letters, each as often as it stands there. */
export type CoreMetadata = ReadonlyMap<string, readonly MetadataField[]>;

/** Reads the fields before the first empty line; a line that begins with a blank continues the one above. */
export function parseCoreMetadata(text: string): CoreMetadata {
  const fields = new Map<string, { value: string; line: number }[]>();
  let open: { value: string; line: number } | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line)) {
      if (open !== undefined) open.value += `\n${line.trim()}`;
      continue;
    }
    const [, name, value = ''] = /^([A-Za-z][A-Za-z0-9-]*):(.*)$/s.exec(line) ?? [];
    if (name === undefined) break;
    open = { value: value.trim(), line: index + 1 };
    const same = fields.get(name.toLowerCase());
    if (same === undefined) fields.set(name.toLowerCase(), [open]);
    else same.push(open);
  }
  return fields;
}
