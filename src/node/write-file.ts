import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HostError } from '../base/errors.ts';

/** Writes a file beside its place and renames it there, so that it is whole or untouched. Throws `HostError`. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeAndFlush(beside, content);
    renameSync(beside, path);
  } catch (error) {
    removeQuietly(beside);
    throw new HostError(
      `"${path}" cannot be written: ${reasonOf(error)}`,
      'Nothing was changed; make room or give this user the right to write, then run it again.',
      error,
    );
  }
}

/** Says in words why the operating system refused. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reasons[code] ?? code;
}

const reasons: Readonly<Record<string, string>> = {
  EROFS: 'the disk is read-only',
  EACCES: 'this user has no right to it',
  EPERM: 'this user has no right to it',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where a file is needed',
};

function writeAndFlush(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
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
