import type { Files, ListedFile, Unlisted } from '../../app/host.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import { isIgnoredFolder } from '../files/files.ts';
import { askGit } from './git.ts';
import { submoduleLine } from './submodule-commit.ts';

/**
 * The files below one folder as a commit, tag or branch holds them, read with git itself. Throws `UsageError` when git
 * knows no such state, `HostError` when there is no git.
 */
export function commitFiles(root: string, revision: string): Files {
  const commit = resolveCommit(root, revision);
  const { blobs, submodules, listing } = listTree(root, commit);
  const read = (path: string) => {
    const blob = blobs.get(path);
    if (blob !== undefined) return git(root, ['cat-file', 'blob', blob]);
    const submodule = submodules.get(path);
    return submodule === undefined ? undefined : submoduleLine(submodule);
  };
  let last: { readonly path: string; readonly bytes: Uint8Array | undefined } | undefined;
  const open = (path: string) => {
    if (last?.path !== path) last = { path, bytes: read(path) };
    return last.bytes;
  };
  return {
    list: () => Promise.resolve(listing),
    read: (path) => Promise.resolve(open(path)),
    readPart: (path, start, length) => Promise.resolve(open(path)?.subarray(start, start + length)),
    write: refuseToWrite,
    edit: ([first]) => refuseToWrite(first?.path ?? ''),
    writeFolder: refuseToWrite,
  };
}

function refuseToWrite(path: string): never {
  throw new UsageError(`"${path}" cannot be written into a commit`, 'Work on the folder itself.');
}

/** The full hash of a commit, tag or branch. Throws `UsageError` when git knows no such state, `HostError` when there is no git. */
export function resolveCommit(root: string, revision: string): string {
  const { status, stdout } = askGit(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if (status === 0) return stdout.toString('utf8').trim();
  const around = askGit(root, ['rev-parse', '--git-dir']);
  if (around.stderr.includes('dubious ownership'))
    throw new HostError(
      `git does not open the repository at "${root}" for this user, since it belongs to another`,
      'Give it to this user, or name it in safe.directory: `git config --global --add safe.directory <folder>`.',
    );
  if (around.status !== 0)
    throw new UsageError(
      `"${revision}" is no release, no folder and no file, and here is no git repository that could know it as a commit`,
      'Check the path, or work in a clone of the repository.',
    );
  throw new UsageError(
    `"${revision}" is no release, no folder, no file and no commit of this repository`,
    'Name a path, or a commit, tag or branch that `git log` knows; a shallow clone has only some.',
  );
}

function listTree(root: string, commit: string) {
  const blobs = new Map<string, string>();
  const submodules = new Map<string, string>();
  const files: ListedFile[] = [];
  const unlisted: Unlisted[] = [];
  const seen = new Set<string>();
  for (const line of git(root, ['ls-tree', '-r', '-z', '--long', commit]).toString('utf8').split('\0')) {
    const [, mode, kind, object = '', size, path] = /^(\d+) (\w+) (\w+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    if (path === undefined) continue;
    const folder = ignoredFolderOf(path);
    if (folder !== undefined) {
      if (!seen.has(folder))
        unlisted.push({ path: folder, kind: 'elsewhere', reason: 'folders of this name are not entered' });
      seen.add(folder);
    } else if (kind === 'commit') {
      submodules.set(path, object);
      unlisted.push({ path: `${path}/`, kind: 'outside', reason: 'it is a submodule' });
    } else if (mode === '120000') unlisted.push({ path, kind: 'elsewhere', reason: 'it is a link' });
    else {
      blobs.set(path, object);
      files.push({ path, bytes: Number(size) });
    }
  }
  return { blobs, submodules, listing: { files: files.toSorted(byPath), unlisted } };
}

/** The first folder of a path that a walk over a disk would not enter either. */
function ignoredFolderOf(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findIndex(isIgnoredFolder);
  return at === -1 ? undefined : `${folders.slice(0, at + 1).join('/')}/`;
}

function byPath(a: ListedFile, b: ListedFile): number {
  return a.path < b.path ? -1 : 1;
}

function git(root: string, words: readonly string[]): Buffer {
  const { status, stdout, stderr } = askGit(root, words);
  if (status === 0) return stdout;
  throw new HostError(
    `git failed: ${stderr.toString('utf8').trim().split('\n').at(-1) ?? ''}`,
    'Run `git fsck`, or clone the repository again.',
  );
}
