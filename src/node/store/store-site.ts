import {
  close,
  closeSync,
  constants,
  copyFile,
  existsSync,
  fsync,
  fsyncSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { holdLock } from '../files/lock-file.ts';
import { isLeft, nameThisProcess, readProcessName } from '../files/process-name.ts';
import { removeDownloads } from '../network/unfinished-download.ts';
import { removeQuietly } from '../files/write-file.ts';
import { foreignFile, kindOfFile, storeProblem } from './store-file.ts';

/** The file beside a store in which its successor is made, by one process at a time. */
export type StoreSite = {
  readonly path: string;
  /** Does a part of the work; where it fails nothing is left of the new store. Throws `HostError`. */
  readonly guarded: <T>(action: () => T) => T;
  /** Makes the new store a copy of the old one, which the disk has not all taken yet when the promise is kept. */
  readonly copy: () => Promise<void>;
  /** Opens the new store, which is made where there is none; once. */
  readonly open: () => DatabaseSync;
  /** Waits until the disk has taken what is written into the new store so far. */
  readonly flush: () => Promise<void>;
  /** Closes the new store and puts it into the place of the old one. */
  readonly swapIn: () => void;
  /** Throws the new store away; the old one stays in use. */
  readonly clear: () => void;
};

/**
 * Keeps every other process from making a store for the path, or for the file that it leads to as a link, and removes what
 * dead ones left. Throws `HostError`.
 */
export function openSite(named: string): StoreSite {
  const path = targetOf(named);
  // Before anything is written beside it: beside a device nobody else than root may write.
  if (existsSync(path) && kindOfFile(path) === 'foreign') throw foreignFile(path);
  const release = holdLock(
    path,
    'sync',
    'Make room or give this user the right to write, or name another file with --store.',
  );
  const beside = join(dirname(path), `.${basename(path)}.${nameThisProcess()}.new`);
  let database: DatabaseSync | undefined;
  let isOpen = true;
  let copyFlushed: Promise<Error | undefined> | undefined;
  const clear = () => {
    if (!isOpen) return;
    isOpen = false;
    if (database?.isOpen === true) database.close();
    removeQuietly(beside);
    release();
  };
  const failed = (error: unknown): unknown => {
    clear();
    return storeProblem(path, 'written', error);
  };
  const guarded = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw failed(error);
    }
  };
  const guardedLater = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      throw failed(error);
    }
  };
  guarded(() => removeLeftovers(path));
  return {
    path,
    guarded,
    copy: () =>
      guardedLater(async () => {
        // `node:fs/promises` would take some milliseconds to load, for this alone.
        await promisify(copyFile)(path, beside, constants.COPYFILE_FICLONE);
        // Flushed at once, so that at the end only what changed has to wait for the disk.
        copyFlushed = failureOf(flush(beside));
      }),
    open: () => guarded(() => (database = new DatabaseSync(beside))),
    flush: () =>
      guardedLater(async () => {
        await flush(beside);
        const failure = await copyFlushed;
        if (failure !== undefined) throw failure;
      }),
    swapIn: () =>
      guarded(() => {
        database?.close();
        flushNow(beside);
        replace(path, beside);
        isOpen = false;
        removeDownloads(named);
        release();
      }),
    clear,
  };
}

/** Where the links of a path end, whether or not a file lies there; a circle of them is left to fail as the file itself. */
function targetOf(named: string): string {
  let path = named;
  for (let links = 0; links < mostLinks; links++) {
    const next = linkAt(path);
    if (next === undefined) return path;
    path = resolve(dirname(path), next);
  }
  return named;
}

const mostLinks = 40;

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** What dead processes left; a file that is being built belongs to a running one. */
function removeLeftovers(path: string): void {
  const start = `.${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    const maker = /^(.+)\.new(?:-journal)?$/.exec(name.startsWith(start) ? name.slice(start.length) : '')?.[1];
    const process = maker === undefined ? undefined : readProcessName(maker);
    const left = join(dirname(path), name);
    if (process !== undefined && isLeft(left, process)) removeQuietly(left);
  }
}

/** The failure is kept for who waits, who may not do so yet. */
async function failureOf(work: Promise<void>): Promise<Error | undefined> {
  try {
    await work;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
  return undefined;
}

async function flush(path: string): Promise<void> {
  const file = openSync(path, 'r+');
  try {
    await promisify(fsync)(file);
  } finally {
    closeSync(file);
  }
}

function flushNow(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Renames over a file and does not wait until the disk has freed it, which for some hundred megabytes takes a while. */
function replace(path: string, beside: string): void {
  const old = openOld(path);
  try {
    renameSync(beside, path);
  } finally {
    if (old !== undefined) close(old, () => undefined);
  }
}

/** A file that is open is freed when it is closed; Windows puts nothing in the place of one. */
function openOld(path: string): number | undefined {
  try {
    return process.platform === 'win32' ? undefined : openSync(path, 'r');
  } catch {
    return undefined;
  }
}
