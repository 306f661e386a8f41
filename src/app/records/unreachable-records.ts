import type { Diagnostic } from '../../model/diagnostic.ts';
import type { UnreadFile } from '../../model/records/unread-file.ts';
import { byHand, isRecordFile, kindOf, recordKinds } from '../../records/loading/record-kinds.ts';
import type { Listing, Unlisted } from '../host.ts';

/**
 * A record, or the folder of records, that is a link, a pipe, a folder, kept back or ignored says nothing, and that must not look as
 * if there were none. What Tureen has not finished was never a record.
 */
export function unreachableRecords(unlisted: readonly Unlisted[]): readonly Diagnostic[] {
  return unlisted.filter(isOfRecords).map(({ path, kind, reason }) => ({
    rule: 'records/unreachable',
    severity: 'error',
    message: `${path} was not read: ${reason}`,
    place: { file: path },
    help: reason === isFolder ? withoutFolder(path) : kind === 'ignored' ? noMoreIgnored : putHere,
  }));
}

/** What to do about a record that cannot be reached. */
export const putHere = 'Put the file itself here, where git keeps it: records are read from this folder alone.';

const noMoreIgnored = 'Take out what ignores it: records are read where git keeps them.';
const isFolder = 'it is a folder';

/** Whether it is a record, or lies where they do: the folder of all of them, too, which has no slash behind as a link to nowhere. */
function isOfRecords({ path, kind }: Unlisted): boolean {
  return kind !== 'unfinished' && (isRecordFile(path) || /^soup\/?$/i.test(path));
}

function withoutFolder(path: string): string {
  const help = kindOf(path)?.help ?? byHand;
  return help === byHand ? 'Put the file itself in its place.' : `Take the folder away. ${help}`;
}

/** The kinds of records that say nothing for want of what is not listed: a record, or a folder that may hold some. */
export function recordsUnread(unlisted: readonly Unlisted[]): readonly UnreadFile[] {
  return unlisted
    .filter(isOfRecords)
    .flatMap(({ path }) =>
      recordKinds
        .filter(({ files, matches }) => matches(path) || mayHold(path, files))
        .map(({ name }) => ({ kind: name, file: path })),
    );
}

/** Whether files lie below a folder, by the way that people read their paths: `soup/releases/<version>/release.yaml`. */
function mayHold(folder: string, files: string): boolean {
  const way = files.split('/');
  const names = folder.toLowerCase().replace(/\/$/, '').split('/');
  return names.length < way.length && names.every((name, index) => way[index] === name || way[index]?.startsWith('<'));
}

/** Folders in the place of a record that has one place alone; one that is empty, as a container makes it to mount a file that is not there, is listed. */
export function foldersForRecords({ files, unlisted }: Listing): readonly Unlisted[] {
  const paths = [...files, ...unlisted].map(({ path }) => path);
  return recordKinds
    .filter(({ files: path, matches }) => matches(path) && paths.some((one) => one.startsWith(`${path}/`)))
    .map(({ files: path }) => ({ path, kind: 'unreadable', reason: isFolder }));
}
