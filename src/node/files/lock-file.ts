import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { HostError } from '../../base/errors.ts';
import { isElsewhere, isLeft, nameThisProcess, readProcessName } from './process-name.ts';
import { codeOf, reasonOf } from './system-error.ts';
import { makeBeside, removeQuietly } from './write-file.ts';

/**
 * Holds `<path>.lock` until the answer is called, and shows every so many milliseconds that it still does; the lock of a process
 * that is gone is taken over. It spares two processes the same work: that the file at the path is whole must not rest on it.
 * Throws `HostError` when another process holds it, and with that help where it cannot be written.
 */
export function holdLock(
  path: string,
  task: string,
  help = 'Make room, or give this user the right to write.',
  pace = minute,
): () => void {
  const lock = `${path}.lock`;
  const own = join(lock, nameThisProcess());
  try {
    place(lock, task);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError(`"${lock}" cannot be written: ${reasonOf(error)}`, help, error);
  }
  const signs = setInterval(touch, pace, own).unref();
  return () => {
    clearInterval(signs);
    removeQuietly(own);
    removeEmpty(lock);
  };
}

const minute = 60_000;

/** Who holds a lock elsewhere and has not shown that for so long is gone. */
const patience = 15 * minute;

/** Somebody may have removed it. */
function touch(own: string): void {
  const now = new Date();
  try {
    utimesSync(own, now, now);
  } catch {
    return;
  }
}

/** Removes of a lock what processes that are gone have left, and answers what is still in it. */
export function clearLock(lock: string): readonly string[] {
  const held = holdersOf(lock).filter((name) => {
    const owner = readProcessName(name);
    if (owner === undefined || !isLeft(join(lock, name), owner, patience)) return true;
    removeQuietly(join(lock, name));
    return false;
  });
  removeEmpty(lock);
  return held;
}

/**
 * A lock is a folder with one in it that bears the name of its owner. It comes into its place with that, where it replaces
 * nothing but an empty folder; only who names the owner takes it away, and so nobody another lock than the one it looked at.
 */
function place(lock: string, task: string): void {
  const beside = makeBeside(lock, 'lock');
  try {
    mkdirSync(join(beside, nameThisProcess()), { recursive: true });
    for (let left = mostTries; !isPlaced(beside, lock, left === 0); left--) refuseHeld(lock, task);
  } finally {
    removeQuietly(beside);
  }
}

/** Another may be quicker after each look; on Windows a folder cannot be renamed while a scanner for viruses looks into it. */
const mostTries = 100;

function isPlaced(beside: string, lock: string, isLast: boolean): boolean {
  try {
    renameSync(beside, lock);
    return true;
  } catch (error) {
    // A server may have done what it denies when it was asked twice.
    if (!existsSync(beside) && existsSync(join(lock, nameThisProcess()))) return true;
    if (isLast) throw error;
    return false;
  }
}

function refuseHeld(lock: string, task: string): void {
  const [name] = clearLock(lock);
  if (name === undefined) return;
  const owner = readProcessName(name);
  if (owner !== undefined && isElsewhere(owner))
    throw new HostError(
      `another ${task} is running (process ${owner.pid} on another machine or in another container, "${owner.host}")`,
      `Wait until it is done; if that machine or container has stopped, remove "${lock}". A lock that its owner has not touched for a quarter of an hour does not count any more.`,
    );
  throw new HostError(
    `another ${task} is running (process ${owner?.pid ?? 'unknown'})`,
    `Wait until it is done; if there is no such process, or it is another program, remove "${lock}".`,
  );
}

/** What is no folder is held by nobody knows whom. */
function holdersOf(lock: string): readonly string[] {
  try {
    return readdirSync(lock);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    if (codeOf(error) === 'ENOTDIR') return ['?'];
    throw error;
  }
}

/** Removes a folder that nobody has come into meanwhile. */
function removeEmpty(lock: string): void {
  try {
    rmdirSync(lock);
  } catch {
    return;
  }
}
