import { syntaxProblem, unreadable } from '../../base/reading.ts';
import { zipEntries, ZipProblem, type ZipEntry } from '../../base/archives/zip-entries.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { BytesReader } from '../../model/plugs/reader.ts';
import { archiveComponents } from './jar/archive-components.ts';

/**
 * Reads what a jar, war or ear says of itself and of what was packed into it: the `pom.properties` that Maven leaves, else
 * the manifest (JAR file specification; OSGi core 8, section 3.2). Archives inside of it are opened too.
 */
export const javaArchive: BytesReader = {
  name: 'java-archive',
  title: 'jar, war and ear files',
  capabilities: { scope: false, graph: false, hashes: true, licence: true, direct: false },
  content: 'bytes',
  read: ({ path, bytes }) => {
    if (wrapper.test(path)) return { components: [], graph: 'none', diagnostics: [] };
    const found: Found = { file: path, components: [], diagnostics: [], left: mostUnpacked };
    try {
      open(found, path, bytes, 0);
    } catch (error) {
      if (!(error instanceof ZipProblem)) throw error;
      return unreadable(syntaxProblem(path, error.message));
    }
    return { components: found.components, graph: 'none', diagnostics: found.diagnostics };
  },
};

/** What fetches the build tool of a repository, and holds nothing of the product. */
const wrapper = /(?:^|\/)(?:gradle|maven)-wrapper\.jar$/;

/** What was found so far, and how much may still be unpacked. */
type Found = {
  readonly file: string;
  readonly components: Component[];
  readonly diagnostics: Diagnostic[];
  left: number;
};

/** More than any real archive unpacks to. */
const mostUnpacked = 2 ** 30;

/** A war in an ear holds jars; deeper ones are nobody's. */
const deepest = 4;

function open(found: Found, inner: string, bytes: Uint8Array, depth: number): void {
  const entries = zipEntries(bytes);
  const read = (entry: ZipEntry) => {
    found.left -= entry.bytes;
    if (found.left < 0) throw new ZipProblem(`it unpacks to more than the ${mostUnpacked / 2 ** 20} MiB that are read`);
    return entry.open();
  };
  const { components, diagnostics } = archiveComponents({ file: found.file, inner, bytes, entries, read });
  for (const each of components) found.components.push(each);
  for (const each of diagnostics) found.diagnostics.push(each);
  for (const entry of entries) {
    if (!/\.(?:jar|war)$/i.test(entry.path)) continue;
    const name = `${inner}!/${entry.path}`;
    if (depth === deepest) throw new ZipProblem(`its archives lie in one another more than ${deepest} times`);
    openInner(found, name, entry, read, depth);
  }
}

/** An archive inside that is damaged costs itself alone. */
function openInner(
  found: Found,
  name: string,
  entry: ZipEntry,
  read: (entry: ZipEntry) => Uint8Array,
  depth: number,
): void {
  try {
    open(found, name, read(entry), depth + 1);
  } catch (error) {
    if (!(error instanceof ZipProblem) || depth > 0 || found.left < 0) throw error;
    found.diagnostics.push({
      ...syntaxProblem(found.file, error.message),
      message: `${name} cannot be read: ${error.message}`,
    });
  }
}
