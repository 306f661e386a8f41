import { partOf } from '../../../base/binaries/random-access.ts';
import { systemMarks } from '../../../base/paths/system-marks.ts';
import type { RandomAccess } from '../../../model/random-access.ts';
import type { HiddenFile, ListedFile, Stored, Unlisted } from '../../host.ts';
import { stepsOf, walkTo, type FileNode, type FolderNode, type LinkNode, type TreeNode } from './image-tree.ts';

/** The files of an image as a folder, whose name stands before each path. */
export type TreeFiles = {
  readonly files: readonly ListedFile[];
  readonly unlisted: readonly Unlisted[];
  /** The content of a file, links followed; `undefined` when there is none. */
  readonly open: (path: string) => RandomAccess | undefined;
};

/**
 * Opens a tree as a folder; `mount` ends in a slash. A folder behind a link is listed where it lies, but what tells of the
 * whole system is found also where links lead to it.
 */
export function treeFiles(root: FolderNode, mount: string): TreeFiles {
  const files: ListedFile[] = [];
  const unlisted: Unlisted[] = [];
  const listed = (path: string, file: FileNode, isLink: boolean): ListedFile => ({
    path: mount + path,
    bytes: file.bytes,
    executable: file.executable && !isLink,
    layer: file.archive.layer,
    stored: storedAt(file),
    ...(file.below === undefined ? {} : { hidden: { [Symbol.iterator]: () => hiddenBelow(file) } }),
  });
  for (const { path, node } of nodesBelow(root)) {
    const target = node.kind === 'link' ? linkedNode(root, path, node) : node;
    if (!path.isWellFormed())
      unlisted.push({ path: (mount + path).toWellFormed(), kind: 'unreadable', reason: 'its name is no UTF-8 text' });
    else if (target === undefined)
      unlisted.push({ path: mount + path, kind: 'outside', reason: 'it is a link to nowhere' });
    else if (target.kind === 'file' && target.sparse)
      unlisted.push({ path: mount + path, kind: 'unreadable', reason: 'it is stored with its holes left out' });
    else if (target.kind === 'file') files.push(listed(path, target, node.kind === 'link'));
  }
  const found = new Set<TreeNode>();
  const plain = new Set(files.map(({ path }) => path));
  for (const mark of systemMarks.toSorted((a, b) => Number(plain.has(mount + b)) - Number(plain.has(mount + a)))) {
    const node = walkTo(root, mark.split('/'), { lastLink: 'followed' });
    if (node?.kind !== 'file' || node.sparse) continue;
    if (!found.has(node) && !plain.has(mount + mark)) files.push(listed(mark, node, true));
    found.add(node);
  }
  return { files, unlisted, open: (path) => openFile(root, path.slice(mount.length)) };
}

/** The versions of a file in the layers before, the latest first. */
function* hiddenBelow(file: FileNode): Generator<HiddenFile> {
  for (let node = file.below; node !== undefined; node = node.below)
    if (!node.sparse) {
      const content = partOf(node.archive.content, node.start, node.bytes);
      yield { layer: node.archive.layer, content, stored: storedAt(node) };
    }
}

function storedAt({ archive, start }: FileNode): Stored {
  return { archive: archive.content, start };
}

/** Everything but folders, in no order. */
function* nodesBelow(root: FolderNode): Generator<{ readonly path: string; readonly node: FileNode | LinkNode }> {
  const open: { readonly path: string; readonly folder: FolderNode }[] = [{ path: '', folder: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [name, node] of next.folder.children) {
      const path = next.path + name;
      if (node.kind === 'folder') open.push({ path: `${path}/`, folder: node });
      else yield { path, node };
    }
  }
}

function linkedNode(root: FolderNode, path: string, { target }: LinkNode): TreeNode | undefined {
  const from = target.startsWith('/') ? '' : path.slice(0, path.lastIndexOf('/') + 1);
  return walkTo(root, `${from}${target}`.split('/').filter(isStep), { lastLink: 'followed' });
}

function isStep(step: string): boolean {
  return step !== '' && step !== '.';
}

function openFile(root: FolderNode, path: string): RandomAccess | undefined {
  const steps = stepsOf(path);
  const node = steps === undefined ? undefined : walkTo(root, steps, { lastLink: 'followed' });
  return node?.kind === 'file' && !node.sparse ? partOf(node.archive.content, node.start, node.bytes) : undefined;
}
