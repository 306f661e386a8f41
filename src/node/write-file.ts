import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileContent } from '../app/host.ts';
import { HostError } from '../base/errors.ts';
import { isRunning } from './is-running.ts';
import { codeOf, reasonOf } from './system-error.ts';

/**
 * Writes a file beside its place and renames it there, so that it is whole or untouched; makes the folders above it and
 * follows a link. What is no file, such as a pipe, is written into. Throws `HostError`.
 */
export function writeFileWhole(path: string, content: FileContent): void {
  try {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old === undefined) replace(path, content);
    else if (old.isFile()) replace(realpathSync(path), content);
    else writeInto(path, content, false);
  } catch (error) {
    throw new HostError(
      `"${path}" cannot be written: ${reasonOf(error)}`,
      'What stood there is untouched; make room, give this user the right to write, or name another file.',
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

/** Removes a file if it can: the first failure is the one to report, and a read-only disk also refuses to remove. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
}

function replace(path: string, content: FileContent): void {
  const beside = join(dirname(path), `.tureen-${process.pid}.new`);
  makeFolder(dirname(path));
  sweep(dirname(path));
  try {
    writeInto(beside, content, true);
    renameSync(beside, path);
  } catch (error) {
    removeQuietly(beside);
    throw error;
  }
}

const swept = new Set<string>();

/** Removes what writers that were killed have left in a folder, once for each. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of namesIn(folder)) {
    const pid = /^\.tureen-(\d+)\.new$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) removeQuietly(join(folder, name));
  }
}

/** Nothing for a folder that may be written into but not looked into. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `flush` waits until the disk has it, which only a disk can do. */
function writeInto(path: string, content: FileContent, flush: boolean): void {
  const whole = typeof content === 'string' || content instanceof Uint8Array;
  const file = openSync(path, 'w');
  try {
    for (const piece of whole ? [content] : content) writeFileSync(file, piece);
    if (flush) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
