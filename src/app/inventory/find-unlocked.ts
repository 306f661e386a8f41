import { counted } from '../../base/counted.ts';
import { foldersAbove } from '../../base/paths/folders-above.ts';
import { globs } from '../../base/paths/glob.ts';
import { unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { AskManifest, ManifestFormat } from '../../model/inventory/manifest.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { manifests } from '../../readers/manifests.ts';
import type { Files, ListedFile } from '../host.ts';
import { readInput } from './read-input.ts';
import type { Taken } from './untaken-files.ts';

/**
 * Finds manifests that ask for packages and have no lockfile beside or above them: nobody can tell which versions the
 * product holds, so nothing of them is in the inventory. `taken` is what was read of the other files.
 */
export async function findUnlocked(
  opened: Pick<Files, 'read' | 'readPart'>,
  files: readonly ListedFile[],
  taken: readonly Taken[],
): Promise<readonly Taken[]> {
  const found: Taken[] = [];
  for (const format of manifests) {
    const isManifest = globs(format.files);
    const candidates = files.filter(({ path }) => isManifest(path));
    const locked = candidates.length === 0 ? new Set<string>() : lockedFolders(format, files, taken);
    for (const file of candidates.filter(({ path }) => !foldersAbove(path).some((folder) => locked.has(folder)))) {
      const { diagnostics } = await readInput(opened, readerOf(format, await format.load()), file, []);
      if (diagnostics.length > 0) found.push({ row: rowOf(file), reading: unreadable(...diagnostics) });
    }
  }
  return found;
}

function lockedFolders(
  { locks, pinnedBy = [] }: ManifestFormat,
  files: readonly ListedFile[],
  taken: readonly Taken[],
): ReadonlySet<string> {
  const pinned = taken.filter(
    ({ row, reading }) =>
      pinnedBy.includes(row.reader ?? '') &&
      reading.components.length > 0 &&
      reading.components.every(({ pinning }) => pinning.kind === 'exact'),
  );
  const paths = [...files.map(({ path }) => path).filter(globs(locks)), ...pinned.map(({ row }) => row.path)];
  return new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1).replace(/(^|\/)requirements\/$/, '$1')));
}

/** Asks a manifest as a reader would, so that the bounds of any input hold for it, too. */
function readerOf(format: ManifestFormat, ask: AskManifest): Reader {
  return {
    name: 'manifest',
    title: format.title,
    capabilities: { scope: false, graph: false, hashes: false, licence: false, direct: false },
    read: ({ path, text }) => unreadable(...withoutLock(format, path, ask(path, text))),
  };
}

function withoutLock({ remedy }: ManifestFormat, file: string, asked: ReturnType<AskManifest>): Diagnostic[] {
  if ('count' in asked && asked.count === 0) return [];
  const what = 'count' in asked ? `${file} asks for ${counted(asked.count, 'package')}` : asked.message;
  return [
    {
      rule: 'reading/no-lock',
      severity: 'warning',
      message: `${what}, and no lockfile beside or above it says which versions the product holds`,
      place: { file, line: asked.line },
      help: `${remedy}; or list the file under \`ignore\` in tureen.yaml when it is no part of the product.`,
    },
  ];
}

function rowOf({ path }: ListedFile): Taken['row'] {
  return { path, reader: undefined, status: 'not-understood', reason: 'no lockfile fixes its versions', graph: 'none' };
}
