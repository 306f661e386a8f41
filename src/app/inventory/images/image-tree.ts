import type { Layer } from '../../../model/component.ts';
import type { RandomAccess } from '../../../model/random-access.ts';

/** A layer that can be read: its tar archive, and what it is called; a plain archive is no layer. */
export type LayerArchive = { readonly content: RandomAccess; readonly layer: Layer | undefined };

/** A regular file: where its bytes lie, and in which layer. */
export type FileNode = {
  readonly kind: 'file';
  readonly archive: LayerArchive;
  readonly start: number;
  readonly bytes: number;
  readonly executable: boolean;
  /** Stored with its holes left out: what lies in the archive is not its content. */
  readonly sparse: boolean;
  /** The file that lies hidden below it, in the layers before. */
  readonly below?: FileNode | undefined;
};

/** A symbolic link; it is followed when somebody asks for what it leads to. */
export type LinkNode = { readonly kind: 'link'; readonly target: string };

/** A folder, and what lies in it by name. */
export type FolderNode = {
  readonly kind: 'folder';
  readonly children: Map<string, TreeNode>;
  /** How long the path of what lies in it is before its name. */
  readonly letters: number;
};

/** Whatever has a name in a file system; devices and the like are left out. */
export type TreeNode = FileNode | LinkNode | FolderNode;

/** The parts of a path; `undefined` when it climbs, or is longer than any system allows. */
export function stepsOf(path: string): readonly string[] | undefined {
  if (path.length > longestPath) return undefined;
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return steps.includes('..') ? undefined : steps;
}

/** Whether links are followed at the end of a path too, and what becomes of folders that are not there. */
export type Walking = { readonly lastLink: 'followed' | 'kept'; readonly make?: (letters: number) => void };

/**
 * Finds what a path leads to below the root, which no link and no `..` leaves. With `make`, folders that are missing or
 * hidden by something else are made as deep as a system allows, and it is told of the length of each path.
 */
export function walkTo(root: FolderNode, steps: readonly string[], walking: Walking): TreeNode | undefined {
  const ahead = steps.toReversed();
  const trail: [FolderNode, ...FolderNode[]] = [root];
  for (let links = 0, linked = 0, step = ahead.pop(); step !== undefined; step = ahead.pop()) {
    const folder = trail.at(-1) ?? root;
    if (step === '..') {
      if (trail.length > 1) trail.pop();
      continue;
    }
    const node = folder.children.get(step);
    const isLast = ahead.length === 0;
    if (node?.kind === 'link' && !(isLast && walking.lastLink === 'kept')) {
      const steps = linkSteps(node.target);
      linked += steps.length;
      if (++links > mostLinks || linked > mostLinkedSteps) return undefined;
      if (node.target.startsWith('/')) trail.length = 1;
      for (const each of steps.toReversed()) ahead.push(each);
    } else if (node?.kind === 'folder') trail.push(node);
    else if (walking.make === undefined) return isLast ? node : undefined;
    else {
      const made: FolderNode = { kind: 'folder', children: new Map(), letters: folder.letters + step.length + 1 };
      if (made.letters > longestPath) return undefined;
      walking.make(made.letters);
      folder.children.set(step, made);
      trail.push(made);
    }
  }
  return trail.at(-1);
}

/** The longest path or link that Linux allows. */
export const longestPath = 4096;
/** As many links in a row as Linux follows. */
const mostLinks = 40;
/** The steps of all links on the way; no system has a tenth. */
const mostLinkedSteps = 1024;

function linkSteps(target: string): readonly string[] {
  return target.split('/').filter((step) => step !== '' && step !== '.');
}
