import { globs } from '../../base/paths/glob.ts';
import type { ReaderEntry } from '../../model/plugs/reader.ts';
import { readers } from '../../readers/index.ts';
import { unreadFormats, type UnreadFormat } from '../../readers/unread-formats.ts';
import type { Within } from './find-systems.ts';
import type { ListedFile } from '../host.ts';

/** The reader that a file is for, if it lies where that reader's files count. */
export function readerOf({ path, executable }: Pick<ListedFile, 'path' | 'executable'>, within: Within) {
  const named = namedReaderOf(path, within);
  if (named !== undefined || within === 'repository') return named;
  return executable === true || isLibrary(path) ? ofExecutables : undefined;
}

/** Whether a path in a system tells what somebody asked for, where only what is installed counts. */
export const isRequest = globs(
  readers
    .filter(({ within, onlyWhenFound }) => within === undefined && onlyWhenFound !== true)
    .flatMap(({ files }) => files),
);

/** The format of a file for which there is no reader yet. */
export function unreadFormatOf(path: string): UnreadFormat | undefined {
  return isUnread(path) ? unreadFormats.find(({ files }) => globs(files)(path)) : undefined;
}

const looksUnread = globs(unreadFormats.flatMap(({ files }) => files));

/** What Tureen itself wrote is no input. */
const isOwnLock = globs(['**/soup/{anomalies,metadata}.lock.json', '**/soup/releases/*/*.lock.json']);

function isUnread(path: string): boolean {
  return looksUnread(path) && !isOwnLock(path);
}

/** Whether the name of a path says that it is read, or would be if there were a reader. */
export function isInput(path: string, within: Within): boolean {
  return namedReaderOf(path, within) !== undefined || (within === 'repository' && isUnread(path));
}

/** Whether a path is an input whatever stands in it. */
export function isSurelyInput(path: string, within: Within): boolean {
  return isInput(path, within) && namedReaderOf(path, within)?.onlyWhenFound !== true;
}

function namedReaderOf(path: string, within: Within): ReaderEntry | undefined {
  return byName[within].find((candidate) => matcher(candidate)(path));
}

const byName: Readonly<Record<Within, readonly ReaderEntry[]>> = {
  repository: readers.filter(({ within }) => within !== 'system'),
  system: readers.filter(({ within }) => within === 'system' || within === 'both'),
};

const ofExecutables = readers.find(({ executables }) => executables === true);

const isLibrary = globs(['**/*.so', '**/*.so.*', '**/*.{exe,dll,dylib,node}']);

const matchers = new Map<string, (path: string) => boolean>();

function matcher({ name, files }: ReaderEntry): (path: string) => boolean {
  const known = matchers.get(name) ?? globs(files);
  matchers.set(name, known);
  return known;
}
