import { lstatSync, readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import type { Files, ListedFile, Unlisted } from '../../app/host.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import { systemMarks } from '../../base/paths/system-marks.ts';
import { ignoredBy, rulesIn, type IgnoreRules } from '../git/git-ignore.ts';
import { editFiles } from './edit-files.ts';
import { isHold } from './hold-folder.ts';
import { included, type Included } from './included.ts';
import { insidePath, isInside, realPath, realTarget } from './inside-path.ts';
import { readInside, readPartInside } from './read-inside.ts';
import { clearLock } from './lock-file.ts';
import { codeOf, reasonOf } from './system-error.ts';
import { removeLeft, writeFileWhole, writerOf } from './write-file.ts';
import { writeFolderWhole } from './write-folder.ts';

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

/** Whether folders of this name are not entered. */
export function isIgnoredFolder(name: string): boolean {
  return ignoredFolders.has(name);
}

/**
 * The files below one folder of a real disk, or one file alone; no path and no link leads out of the folder. The first
 * write removes what a killed writer left in any folder that was listed.
 */
export function filesBelow(path: string): Files {
  const file = realFile(path);
  const root = file === undefined ? realRoot(path) : dirname(file);
  let left: readonly Unlisted[] = [];
  const removeAllLeft = () => {
    for (const { path } of left)
      if (isHold(basename(path))) clearLock(join(root, path));
      else removeLeft(join(root, path));
    left = [];
  };
  return {
    list: (include = []) => {
      if (file !== undefined) return Promise.resolve({ files: [listedFile(root, basename(file))], unlisted: [] });
      const listed = walk(root, included(include));
      left = listed.unlisted.filter(({ kind }) => kind === 'unfinished');
      return Promise.resolve(listed);
    },
    read: (path) => readInside(root, path),
    readPart: (path, start, length) => Promise.resolve(readPartInside(root, path, start, length)),
    write: async (path, content) => {
      writeFileWhole(targetInside(root, path), content);
      removeAllLeft();
    },
    edit: async (edits) => {
      editFiles(edits.map((one) => ({ ...one, full: targetInside(root, one.path) })));
      removeAllLeft();
    },
    writeFolder: async (path, contents) => {
      writeFolderWhole(targetInside(root, path), contents);
      removeAllLeft();
    },
  };
}

/** Throws `UsageError` unless a folder is there. */
export function checkFolder(folder: string): void {
  realRoot(folder);
}

function realFile(path: string): string | undefined {
  const real = realTarget(path);
  return real !== undefined && statSync(real).isFile() ? real : undefined;
}

function realRoot(folder: string): string {
  try {
    const root = realPath(folder);
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

/** Where no .gitignore counts. */
const noRules: IgnoreRules = [];

type Walk = {
  readonly root: string;
  readonly include: Included;
  readonly files: ListedFile[];
  readonly unlisted: Unlisted[];
};

function walk(root: string, include: Included): Awaited<ReturnType<Files['list']>> {
  const found: Walk = { root, include, files: [], unlisted: [] };
  try {
    enter(found, '', []);
  } catch (error) {
    throw new HostError(`the folder "${root}" cannot be read: ${reasonOf(error)}`, 'Check its permissions.', error);
  }
  return { files: found.files.toSorted(byPath), unlisted: found.unlisted.toSorted(byPath) };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

/** What cannot be looked at, or vanishes meanwhile, is told, and an empty folder that is named as a file; the rest is listed. */
function enter(found: Walk, folder: string, above: IgnoreRules, aboveSystem?: string): void {
  const entries = readdirSync(join(found.root, folder), { withFileTypes: true });
  if (entries.length === 0 && /\.(?:json|ya?ml)$/.test(folder))
    found.unlisted.push({ path: folder, kind: 'unreadable', reason: 'it is a folder' });
  const system = aboveSystem ?? (isSystem(found.root, folder, entries) ? folder : undefined);
  const rules = system === undefined ? rulesIn(found.root, folder, above) : noRules;
  for (const entry of entries) {
    const path = posix.join(folder, entry.name);
    try {
      if (writerOf(entry.name) !== undefined || isHold(entry.name))
        found.unlisted.push({
          path: entry.isDirectory() ? `${path}/` : path,
          kind: 'unfinished',
          reason: 'Tureen was stopped while it wrote it, or still writes it',
        });
      else if (system === undefined) list(found, path, entry, rules);
      else listInstalled(found, path, entry, system);
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      const reason = path.includes('\ufffd') ? 'its name is no UTF-8 text' : reasonOf(error);
      found.unlisted.push({ path: entry.isDirectory() ? `${path}/` : path, kind: 'unreadable', reason });
    }
  }
}

/** Whether a folder is a root file system; the root of a repository is none, whatever else lies in it. */
function isSystem(root: string, folder: string, entries: readonly Dirent[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  if (folder === '' && (names.has('tureen.yaml') || names.has('.git'))) return false;
  return systemMarks.some(
    (mark) =>
      names.has(mark.slice(0, mark.indexOf('/'))) &&
      lstatSync(join(root, folder, mark), { throwIfNoEntry: false }) !== undefined,
  );
}

/** What the kernel of a running system shows as files. */
const kernelFolders = ['proc', 'sys', 'dev'];

/** In a root file system nothing is ignored, and links mean what they mean there: none of them leads out. */
function listInstalled(found: Walk, path: string, entry: Dirent, system: string): void {
  if (kernelFolders.some((name) => path === posix.join(system, name))) return;
  if (entry.isDirectory()) enter(found, path, noRules, system);
  else if (entry.isFile()) found.files.push(listedFile(found.root, path));
  else if (entry.isSymbolicLink()) listInstalledLink(found, path);
}

function listInstalledLink({ root, files, unlisted }: Walk, path: string): void {
  const target = realTarget(join(root, path));
  const facts = target === undefined || !isInside(root, target) ? undefined : statSync(target);
  if (facts?.isFile()) files.push({ path, executable: false, ...linkedFile(files, facts) });
  else unlisted.push({ path, kind: 'elsewhere', reason: 'it is a link; what it leads to is listed where it lies' });
}

function listedFile(root: string, path: string): ListedFile {
  const { size, mode } = lstatSync(join(root, path));
  return { path, bytes: size, executable: (mode & 0o111) !== 0 };
}

function list(found: Walk, path: string, entry: Dirent, rules: IgnoreRules): void {
  const name = entry.isDirectory() ? `${path}/` : path;
  const ignoring = ignoredBy(name, rules);
  if (ignoring !== undefined && !isIgnoredFolder(entry.name)) {
    if (entry.isFile() && found.include.isIncluded(path)) found.files.push(listedFile(found.root, path));
    else found.unlisted.push({ path: name, kind: 'ignored', reason: `ignored by ${ignoring}` });
    if (entry.isDirectory()) listIncluded(found, path);
    return;
  }
  if (entry.isFile()) found.files.push(listedFile(found.root, path));
  else if (entry.isSymbolicLink()) listLink(found, path, entry);
  else if (!entry.isDirectory()) found.unlisted.push({ path, kind: 'unreadable', reason: 'it is no file' });
  else if (isIgnoredFolder(entry.name)) {
    found.unlisted.push(ignoredFolder(path, entry));
    listIncluded(found, path);
  } else enter(found, path, rules);
}

/** Of a folder that is kept back counts what a person includes, and no more. */
function listIncluded(found: Walk, folder: string): void {
  if (!found.include.mayHold(folder)) return;
  for (const entry of readdirSync(join(found.root, folder), { withFileTypes: true })) {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) listIncluded(found, path);
    else if (entry.isFile() && found.include.isIncluded(path)) found.files.push(listedFile(found.root, path));
  }
}

/** A link to a file of the repository counts as the file; one to a folder of it is entered there, not here. */
function listLink({ root, files, unlisted }: Walk, path: string, entry: Dirent): void {
  const target = realTarget(join(root, path));
  const facts = target === undefined ? undefined : statSync(target);
  const name = facts?.isDirectory() === true ? `${path}/` : path;
  if (isIgnoredFolder(entry.name)) unlisted.push(ignoredFolder(path, entry));
  else if (target === undefined || facts === undefined)
    unlisted.push({ path, kind: 'outside', reason: 'it is a link to nowhere' });
  else if (!isInside(root, target))
    unlisted.push({ path: name, kind: 'outside', reason: 'it is a link that leads out of the folder' });
  else if (facts.isFile()) files.push({ path, ...linkedFile(files, facts) });
  else
    unlisted.push({ path: name, kind: 'elsewhere', reason: 'it is a link; what it leads to is listed where it lies' });
}

/** Links to one file are known by it in one walk. */
function linkedFile(walk: object, { size, ino }: Stats): Pick<ListedFile, 'bytes' | 'stored'> {
  return { bytes: size, stored: { archive: walk, start: ino } };
}

function ignoredFolder(path: string, { name }: Dirent): Unlisted {
  return { path: `${path}/`, kind: 'elsewhere', reason: `folders named ${name} are not entered` };
}

function targetInside(root: string, path: string): string {
  const full = insidePath(root, path);
  if (full === undefined || leadsOut(root, full)) {
    throw new UsageError(
      `"${path}" leads out of the folder`,
      'Name a path inside the repository; a link to elsewhere is not followed.',
    );
  }
  return full;
}

/** What exists and, links followed, lies elsewhere leads out; what is yet to be made lies where its parent does. */
function leadsOut(root: string, full: string): boolean {
  const target = realTarget(full);
  return target === undefined ? full !== root && leadsOut(root, dirname(full)) : !isInside(root, target);
}
