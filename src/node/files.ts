import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import type { Files, ListedFile, Unlisted } from '../app/host.ts';
import { HostError, UsageError } from '../base/errors.ts';
import { reasonOf, writeFileWhole } from './write-file.ts';

/** Folders that hold copies of what a lockfile already lists, or nothing of the product. */
const ignoredFolders = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  '__pycache__',
  '.tox',
  '.mypy_cache',
  '.pytest_cache',
]);

/** The files below one folder of a real disk; no path and no link leads out of it. */
export function filesBelow(folder: string): Files {
  const root = realRoot(folder);
  return {
    list: () => Promise.resolve(walk(root)),
    read: (path) => Promise.resolve(readInside(root, path)),
    write: (path, content) => Promise.resolve(writeInside(root, path, content)),
  };
}

function realRoot(folder: string): string {
  try {
    const root = realpathSync(folder);
    if (!statSync(root).isDirectory())
      throw new UsageError(`"${folder}" is a file, not a folder`, 'Name the folder that the file lies in.');
    return root;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `there is no folder "${folder}"`,
      'Check the path, or leave it out to use the current folder.',
    );
  }
}

function walk(root: string) {
  const files: ListedFile[] = [];
  const unlisted: Unlisted[] = [];
  const enter = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (ignoredFolders.has(entry.name))
          unlisted.push({ path: `${path}/`, reason: `folders named ${entry.name} are not entered` });
        else enterReadable(path, enter, unlisted);
      } else if (entry.isFile()) files.push({ path, bytes: lstatSync(join(root, path)).size });
      else if (entry.isSymbolicLink()) listLink(root, path, files, unlisted);
    }
  };
  enter('');
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), unlisted };
}

function enterReadable(path: string, enter: (path: string) => void, unlisted: Unlisted[]): void {
  try {
    enter(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) throw error;
    unlisted.push({ path: `${path}/`, reason: 'this user may not read the folder' });
  }
}

/** A link to a file of the repository counts as the file; one to a folder is entered there, not here. */
function listLink(root: string, path: string, files: ListedFile[], unlisted: Unlisted[]): void {
  const target = realTarget(join(root, path));
  if (target === undefined) unlisted.push({ path, reason: 'a link to nowhere' });
  else if (!isInside(root, target)) unlisted.push({ path, reason: 'a link that leads out of the folder' });
  else if (statSync(target).isFile()) files.push({ path, bytes: statSync(target).size });
}

function readInside(root: string, path: string): Uint8Array | undefined {
  const full = insidePath(root, path);
  const target = full === undefined ? undefined : realTarget(full);
  if (target === undefined || !isInside(root, target) || !statSync(target).isFile()) return undefined;
  try {
    return readFileSync(target);
  } catch (error) {
    throw new HostError(`"${path}" cannot be read: ${reasonOf(error)}`, 'Check the permissions of the file.', error);
  }
}

function writeInside(root: string, path: string, content: string | Uint8Array): void {
  const full = insidePath(root, path);
  if (full === undefined || leadsOut(root, dirname(full))) {
    throw new UsageError(
      `"${path}" leads out of the folder`,
      'Name a path inside the repository; a link to elsewhere is not followed.',
    );
  }
  writeFileWhole(full, content);
}

/** A folder that exists and, links followed, lies elsewhere; one that is yet to be made lies where its parent does. */
function leadsOut(root: string, folder: string): boolean {
  const target = realTarget(folder);
  return target === undefined ? folder !== root && leadsOut(root, dirname(folder)) : !isInside(root, target);
}

/** The absolute path of a path below the root; `undefined` when it climbs out. */
function insidePath(root: string, path: string): string | undefined {
  const full = resolve(root, path);
  return isInside(root, full) ? full : undefined;
}

function isInside(root: string, full: string): boolean {
  const way = relative(root, full);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === full);
}

function realTarget(full: string): string | undefined {
  try {
    return realpathSync(full);
  } catch {
    return undefined;
  }
}
