import { quote } from '../../../base/quote.ts';
import { tarEntries, type TarEntry } from '../../../base/archives/tar-entries.ts';
import { longestPath, stepsOf, walkTo, type FolderNode, type LayerArchive, type TreeNode } from './image-tree.ts';

/** The file system of an image while its layers are laid one over the other. */
export type GrowingTree = {
  readonly root: FolderNode;
  readonly room: Room;
  /** Entries that cannot be used, by what is wrong with them: how many, and the first. */
  readonly refused: Map<RefusedReason, { count: number; readonly first: string }>;
};

/** What the images of one archive have taken of what is given to all of them. */
export type Room = { layers: number; entries: number; letters: number };

/** All that the images of an archive may take. */
export function wholeRoom(): Room {
  return { layers: 0, entries: 0, letters: 0 };
}

/** Why an entry of a layer was left out. */
export type RefusedReason = 'climbs' | 'link-to-nothing' | 'too-long' | 'circular';

/** Why an image cannot be read; thrown by those who read images. */
export class ImageProblem extends Error {
  override readonly name = 'ImageProblem';
}

/** A tree without anything in it. */
export function emptyTree(room: Room): GrowingTree {
  return { root: { kind: 'folder', children: new Map(), letters: 0 }, room, refused: new Map() };
}

/**
 * Lays a layer over a tree, as the OCI image specification 1.1 ("Applying changesets") has it: first what lies below is
 * hidden where a `.wh.` file says so, then its own entries are taken. Throws `TarProblem` and `ImageProblem`.
 */
export async function applyLayer(tree: GrowingTree, archive: LayerArchive): Promise<void> {
  if (++tree.room.layers > mostLayers)
    throw new ImageProblem(`it names layers more than the ${mostLayers} times that are read`);
  const entries: TarEntry[] = [];
  for await (const entry of tarEntries(archive.content)) {
    count(tree, 0);
    const steps = stepsOf(entry.path);
    if (steps === undefined) refuse(tree, entry.path.length > longestPath ? 'too-long' : 'climbs', entry.path);
    else if (!whiteout(tree, steps)) {
      addLetters(tree.room, entry.target.length);
      entries.push(entry);
    }
  }
  for (const entry of entries) {
    const reason = add(tree, entry, archive);
    if (reason !== undefined) refuse(tree, reason, entry.path);
  }
}

/** No archive comes near. */
const mostLayers = 10_000;
const mostEntries = 3_000_000;
/** The paths of a million files have a third of that. */
const mostLetters = 2 ** 28;

function count({ room }: GrowingTree, letters: number): void {
  room.entries++;
  if (room.entries > mostEntries) throw new ImageProblem(`it holds more than the ${mostEntries} files that are read`);
  addLetters(room, letters);
}

function addLetters(room: Room, letters: number): void {
  room.letters += letters;
  if (room.letters > mostLetters)
    throw new ImageProblem(`the paths of its files have more than the ${mostLetters} characters that are read`);
}

function refuse({ refused }: GrowingTree, reason: RefusedReason, path: string): void {
  const before = refused.get(reason);
  if (before === undefined) refused.set(reason, { count: 1, first: quote(path) });
  else before.count++;
}

const opaque = '.wh..wh..opq';

/** Hides what a whiteout names; names beginning with `.wh..wh.` are of aufs and hide nothing. */
function whiteout({ root }: GrowingTree, steps: readonly string[]): boolean {
  const name = steps.at(-1) ?? '';
  if (!name.startsWith('.wh.')) return false;
  const folder = walkTo(root, steps.slice(0, -1), { lastLink: 'followed' });
  if (folder?.kind !== 'folder') return true;
  if (name === opaque) folder.children.clear();
  else if (!name.startsWith('.wh..wh.')) folder.children.delete(name.slice('.wh.'.length));
  return true;
}

function add(tree: GrowingTree, entry: TarEntry, archive: LayerArchive): RefusedReason | undefined {
  if (entry.kind === 'other') return undefined;
  const steps = stepsOf(entry.path) ?? [];
  const name = steps.at(-1);
  if (name === undefined) return undefined;
  const make = (letters: number) => count(tree, letters);
  if (entry.kind === 'folder')
    return walkTo(tree.root, steps, { lastLink: 'kept', make }) === undefined ? 'circular' : undefined;
  const node = nodeOf(tree, entry, archive);
  if (typeof node === 'string') return node;
  const folder = walkTo(tree.root, steps.slice(0, -1), { lastLink: 'followed', make });
  if (folder?.kind !== 'folder') return 'circular';
  const letters = folder.letters + name.length;
  if (letters > longestPath) return 'too-long';
  addLetters(tree.room, letters);
  folder.children.set(name, over(folder.children.get(name), node));
  return undefined;
}

/** A file remembers which one it hides; a layer that lies over itself hides nothing. */
function over(below: TreeNode | undefined, node: TreeNode): TreeNode {
  if (node.kind !== 'file' || below?.kind !== 'file' || below.archive === node.archive) return node;
  if (below.archive.content === node.archive.content && below.start === node.start) return below;
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
