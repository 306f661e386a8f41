import { HostError } from '../../base/errors.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { byHand, isRecordFile, kindOf, recordKinds } from '../../records/loading/record-kinds.ts';
import type { Files, Listing, Unlisted } from '../host.ts';

/** A record that is a link, a pipe, a folder, kept back or ignored says nothing, and that must not look as if there were none. */
export function unreachableRecords(unlisted: readonly Unlisted[]): readonly Diagnostic[] {
  return unlisted
    .filter(({ path }) => isRecordFile(path))
    .map(({ path, reason }) => ({
      rule: 'records/unreachable',
      severity: 'error',
      message: `${path} was not read: ${reason}`,
      place: { file: path },
      help: reason === isFolder ? withoutFolder(path) : putHere,
    }));
}

/** What to do about a record that cannot be reached. */
export const putHere = 'Put the file itself here, where git keeps it: records are read from this folder alone.';

const isFolder = 'it is a folder';

function withoutFolder(path: string): string {
  const help = kindOf(path)?.help ?? byHand;
  return help === byHand ? 'Put the file itself in its place.' : `Take the folder away. ${help}`;
}

/** Folders in the place of a record that has one place alone, as a container makes one to mount a file that is not there; an empty one is not listed. */
export async function foldersForRecords(files: Files, listing: Listing): Promise<readonly Unlisted[]> {
  const known = new Set([...listing.files, ...listing.unlisted].map(({ path }) => path));
  const closed = listing.unlisted.filter(({ path }) => path.endsWith('/'));
  const found: Unlisted[] = [];
  for (const { files: path, matches } of recordKinds) {
    if (!matches(path) || known.has(path) || closed.some((folder) => path.startsWith(folder.path))) continue;
    if (await isRefused(files, path)) found.push({ path, kind: 'unreadable', reason: isFolder });
  }
  return found;
}

/** Whether something is there and is no file. */
async function isRefused({ readPart }: Files, path: string): Promise<boolean> {
  try {
    await readPart(path, 0, 1);
    return false;
  } catch (error) {
    if (error instanceof HostError) return true;
    throw error;
  }
}
