import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { HostError } from '../../base/errors.ts';
import { isRunning } from './is-running.ts';
import { codeOf, reasonOf } from './system-error.ts';
import { makeFolder, removeQuietly } from './write-file.ts';

/**
 * Holds `<path>.lock`, which names this process, until the answer is called; the lock of a process that is gone is
 * taken over. It spares two processes the same work: that the file at the path is whole must not rest on it.
 * Throws `HostError` when another process holds it, and with that help where it cannot be written.
 */
export function holdLock(
  path: string,
  task: string,
  help = 'Make room, or give this user the right to write.',
): () => void {
  const lock = `${path}.lock`;
  try {
    makeFolder(dirname(path));
    while (!placed(lock)) takeOver(lock, task);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError(`"${lock}" cannot be written: ${reasonOf(error)}`, help, error);
  }
  heldHere.add(lock);
  return () => {
    heldHere.delete(lock);
    removeQuietly(lock);
  };
}

/** A lock that names this process but is not in here was left by an earlier one that had the same number. */
const heldHere = new Set<string>();

function placed(lock: string): boolean {
  const file = opened(lock);
  if (file === undefined) return false;
  try {
    writeSync(file, `${process.pid}\n`);
    return true;
  } catch (error) {
    removeQuietly(lock);
    throw error;
  } finally {
    closeSync(file);
  }
}

function opened(lock: string): number | undefined {
  try {
    return openSync(lock, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

/** Moves a stale lock away before it is removed, so that of two processes that want it one gets it. */
function takeOver(lock: string, task: string): void {
  const holder = holderOf(lock);
  if (holder === undefined) return;
  const stale =
    holder === ''
      ? isOld(lock)
      : holder === `${process.pid}`
        ? !heldHere.has(lock)
        : /^\d+$/.test(holder) && !isRunning(Number(holder));
  if (!stale) {
    throw new HostError(
      `another ${task} is running (process ${holder === '' ? 'unknown' : holder})`,
      `Wait until it is done; if there is no such process any more, remove "${lock}".`,
    );
  }
  const aside = `${lock}.${process.pid}`;
  ignoreMissing(() => renameSync(lock, aside));
  rmSync(aside, { force: true });
}

/** Who places a lock names itself in the next moment; one that did not was killed, or the power went. */
function isOld(lock: string): boolean {
  const facts = ignoreMissing(() => statSync(lock));
  return facts !== undefined && Math.abs(Date.now() - facts.mtimeMs) > longestNameless;
}

const longestNameless = 1000;

function holderOf(lock: string): string | undefined {
  return ignoreMissing(() => readFileSync(lock, 'utf8').trim().slice(0, 20));
}

function ignoreMissing<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
