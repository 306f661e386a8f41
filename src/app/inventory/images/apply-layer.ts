import { tarEntries, type TarEntry } from '../../../base/archives/tar-entries.ts';
import { longestPath, stepsOf, walkTo, type FolderNode, type LayerArchive, type TreeNode } from './image-tree.ts';

/** The file system of an image while its layers are laid one over the other. */
export type GrowingTree = {
  readonly root: FolderNode;
  /** How many entries it has taken. */
  size: number;
  /** Entries that cannot be used, by what is wrong with them. */
  readonly refused: Map<RefusedReason, string[]>;
};

/** Why an entry of a layer was left out. */
export type RefusedReason = 'climbs' | 'link-to-nothing' | 'too-long' | 'circular';

/** Why an image cannot be read; thrown by those who read images. */
export class ImageProblem extends Error {
  override readonly name = 'ImageProblem';
}

/** A tree without anything in it. */
export function emptyTree(): GrowingTree {
  return { root: { kind: 'folder', children: new Map() }, size: 0, refused: new Map() };
}

/**
 * Lays a layer over a tree, as the OCI image specification 1.1 ("Applying changesets") has it: first what lies below is
 * hidden where a `.wh.` file says so, then its own entries are taken. Throws `TarProblem` and `ImageProblem`.
 */
export async function applyLayer(tree: GrowingTree, archive: LayerArchive): Promise<void> {
  const entries: TarEntry[] = [];
  for await (const entry of tarEntries(archive.content)) {
    if (whiteout(tree, entry.path)) continue;
    count(tree);
    entries.push(entry);
  }
  for (const entry of entries) {
    const reason = add(tree, entry, archive);
    if (reason !== undefined) refuse(tree, reason, entry.path);
  }
}

/** No image comes near. */
const mostEntries = 3_000_000;

function count(tree: GrowingTree): void {
  tree.size++;
  if (tree.size > mostEntries) throw new ImageProblem(`it holds more than the ${mostEntries} files that are read`);
}

function refuse({ refused }: GrowingTree, reason: RefusedReason, path: string): void {
  const paths = refused.get(reason);
  if (paths === undefined) refused.set(reason, [path]);
  else paths.push(path);
}

const opaque = '.wh..wh..opq';

/** Hides what a whiteout names; names beginning with `.wh..wh.` are of aufs and hide nothing. */
function whiteout({ root }: GrowingTree, path: string): boolean {
  const name =
    path
      .replace(/(?<!\/)\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  if (!name.startsWith('.wh.')) return false;
  const steps = stepsOf(path);
  const folder = steps === undefined ? undefined : walkTo(root, steps.slice(0, -1), { lastLink: 'followed' });
  if (folder?.kind !== 'folder') return true;
  if (name === opaque) folder.children.clear();
  else if (!name.startsWith('.wh..wh.')) folder.children.delete(name.slice('.wh.'.length));
  return true;
}

function add(tree: GrowingTree, entry: TarEntry, archive: LayerArchive): RefusedReason | undefined {
  if (entry.kind === 'other') return undefined;
  const steps = stepsOf(entry.path);
  if (steps === undefined) return entry.path.length > longestPath ? 'too-long' : 'climbs';
  const name = steps.at(-1);
  if (name === undefined) return undefined;
  const make = () => count(tree);
  if (entry.kind === 'folder')
    return walkTo(tree.root, steps, { lastLink: 'kept', make }) === undefined ? 'circular' : undefined;
  const node = nodeOf(tree, entry, archive);
  if (typeof node === 'string') return node;
  const folder = walkTo(tree.root, steps.slice(0, -1), { lastLink: 'followed', make });
  if (folder?.kind !== 'folder') return 'circular';
  folder.children.set(name, over(folder.children.get(name), node));
  return undefined;
}

/** A file remembers which one it hides. */
function over(below: TreeNode | undefined, node: TreeNode): TreeNode {
  if (node.kind !== 'file' || below?.kind !== 'file' || below.archive === node.archive) return node;
  return { ...node, below };
}

function nodeOf({ root }: GrowingTree, entry: TarEntry, archive: LayerArchive): TreeNode | RefusedReason {
  const { start, bytes, executable, target } = entry;
  if (entry.kind === 'link') return target.length > longestPath ? 'too-long' : { kind: 'link', target };
  if (entry.kind !== 'hard-link')
    return { kind: 'file', archive, start, bytes, executable, sparse: entry.kind === 'sparse' };
  const steps = stepsOf(target);
  if (steps === undefined) return 'climbs';
  const linked = walkTo(root, steps, { lastLink: 'kept' });
  return linked === undefined || linked.kind === 'folder' ? 'link-to-nothing' : linked;
}
