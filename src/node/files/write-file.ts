import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileContent } from '../../app/host.ts';
import { HostError } from '../../base/errors.ts';
import { realPath } from './inside-path.ts';
import { isLeft, nameThisProcess, processNamePattern, readProcessName, type ProcessName } from './process-name.ts';
import { codeOf, reasonOf } from './system-error.ts';

/**
 * Writes a file beside its place and renames it there, so that it is whole or untouched; makes the folders above it and
 * follows a link. What is no file, such as a pipe, is written into. Throws `HostError`.
 */
export function writeFileWhole(path: string, content: FileContent): void {
  try {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old === undefined) replace(path, content);
    else if (old.isFile()) replace(realPath(path), content);
    else writeInto(path, content, false);
  } catch (error) {
    throw new HostError(
      `"${path}" cannot be written: ${reasonOf(error)}`,
      codeOf(error) === 'EISDIR'
        ? 'Take the folder away and do it again, or name another file.'
        : 'What stood there is untouched; make room, give this user the right to write, or name another file.',
      error,
    );
  }
}

/** Makes a folder and those above it; a read-only disk says so, which `mkdir` of all at once does not tell. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Removes a file or folder if it can: the first failure is the one to report, and a read-only disk also refuses to remove. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    return;
  }
}

function replace(path: string, content: FileContent): void {
  placeBeside(path, (beside) => writeInto(beside, content, true));
}

/** Has something written under a name beside its place, and renames it there; of what cannot be finished nothing is left. */
export function placeBeside(path: string, write: (beside: string) => void): void {
  const beside = makeBeside(path);
  try {
    write(beside);
    renameSync(beside, path);
  } catch (error) {
    removeQuietly(beside);
    throw error;
  }
}

/** A name beside a place, in a folder that is there; of several that one process writes at a time each has its part. */
export function makeBeside(path: string, part?: number | 'lock'): string {
  const folder = dirname(path);
  makeFolder(folder);
  sweep(folder);
  return join(folder, `.tureen-${nameThisProcess()}${part === undefined ? '' : `.${part}`}.new`);
}

const swept = new Set<string>();

/** Removes what writers that were killed have left in a folder, once for each. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of namesIn(folder)) removeLeft(join(folder, name));
}

/** Removes a file or folder if a writer that was killed has left it half done. */
export function removeLeft(path: string): void {
  const writer = writerOf(basename(path));
  if (writer !== undefined && isLeft(path, writer)) removeQuietly(path);
}

/** The process that writes, or wrote until it was killed, under this name; `undefined` for any other file. */
export function writerOf(name: string): ProcessName | undefined {
  const writer = name.startsWith('.tureen-') ? besideName.exec(name)?.[1] : undefined;
  return writer === undefined ? undefined : readProcessName(writer);
}

const besideName = new RegExp(`^\\.tureen-(${processNamePattern})(?:[.-](?:\\d+|lock))?\\.new$`);

/** Nothing for a folder that may be written into but not looked into. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Writes content as it comes; `flush` waits until the disk has it, which only a disk can do. */
export function writeInto(path: string, content: FileContent, flush: boolean): void {
  const whole = typeof content === 'string' || content instanceof Uint8Array;
  const file = openSync(path, 'w');
  try {
    for (const piece of whole ? [content] : content) writeFileSync(file, piece);
    if (flush) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
