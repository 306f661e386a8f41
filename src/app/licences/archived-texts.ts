import { zipEntries, ZipProblem } from '../../base/archives/zip-entries.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ListedFile } from '../host.ts';
import { licenceFileKind } from './licence-file-names.ts';

/** A licence file inside of an archive: its path with the archive's before a `!`, and its content unless it is too large. */
export type ArchivedText = { readonly path: string; readonly bytes: number; readonly content: Uint8Array | undefined };

/** Archives that are larger are not opened for their licences. */
const largestArchive = 256 * 2 ** 20;

/** The jars of which a component was found, and the packages that they are; what was packed into one does not own its texts. */
export function licencedArchives(files: readonly ListedFile[], components: readonly Component[]) {
  const owners = Map.groupBy(
    components.flatMap((component) =>
      component.foundAt
        .map(({ file }) => file)
        .filter(isArchive)
        .map((file) => ({ file, component })),
    ),
    ({ file }) => file,
  );
  return files.flatMap((file) => {
    const found = (owners.get(file.path) ?? []).map(({ component }) => component);
    const selves = found.filter(({ hashes }) => hashes.some(({ of }) => of === 'archive'));
    const meant = selves.length > 0 ? selves : found.length === 1 ? found : [];
    return meant.length === 0 ? [] : [{ file, owners: meant.map(({ purl }) => purl) }];
  });
}

function isArchive(path: string): boolean {
  return /\.(?:jar|war|ear)$/i.test(path);
}

/** The licence files at the top and in `META-INF` of a jar (JAR file specification); those above `largest` bytes stay packed. */
export async function archivedTexts(
  { path, bytes }: ListedFile,
  read: (path: string) => Promise<Uint8Array | undefined>,
  largest: number,
): Promise<{ readonly texts: readonly ArchivedText[]; readonly diagnostics: readonly Diagnostic[] }> {
  if (bytes > largestArchive)
    return { texts: [], diagnostics: [unread(path, `it has ${Math.ceil(bytes / 2 ** 20)} MiB`)] };
  const texts: ArchivedText[] = [];
  try {
    for (const entry of zipEntries((await read(path)) ?? new Uint8Array(0))) {
      if (!inPlace.test(entry.path) || licenceFileKind(entry.path) === undefined) continue;
      const content = entry.bytes > largest ? undefined : entry.open();
      texts.push({ path: `${path}!/${entry.path}`, bytes: entry.bytes, content });
    }
    return { texts, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    return { texts, diagnostics: [unread(path, error.message)] };
  }
}

const inPlace = /^(?:META-INF\/(?:licen[cs]es?\/)?)?[^/]+$/i;

function unread(path: string, reason: string): Diagnostic {
  return {
    rule: 'licences/archive-unread',
    severity: 'warning',
    message: `${path} was not opened for its licence texts: ${reason}`,
    place: { file: path },
    help: 'Look for the licence texts in it by hand, and write what they say to soup/licences.yaml.',
  };
}
