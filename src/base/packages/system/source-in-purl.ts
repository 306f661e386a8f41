import type { PurlParts } from '../purl.ts';
import { readSourceArchive } from './source-archive.ts';

/** A source package as a package URL names it; without a version where that is the binary's own. */
export type WrittenSource = { readonly name: string; readonly version: string | undefined };

/**
 * The source package of a distribution's binary, from `upstream` or `source` in its package URL, as scanners write it:
 * `name@version`, `name` where both have one version, or the archive of a source RPM.
 */
export function sourceInPurl({ qualifiers = {} }: PurlParts): WrittenSource | undefined {
  const written = qualifiers['upstream'] ?? qualifiers['source'];
  if (written === undefined) return undefined;
  const archive = readSourceArchive(written);
  if (archive !== undefined) return { name: archive.name, version: `${archive.version}-${archive.release}` };
  const at = written.lastIndexOf('@');
  return at < 1
    ? { name: written, version: undefined }
    : { name: written.slice(0, at), version: written.slice(at + 1) };
}
