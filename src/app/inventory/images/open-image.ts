import { quote } from '../../../base/quote.ts';
import { systemMarks } from '../../../base/paths/system-marks.ts';
import { TarProblem } from '../../../base/archives/tar-header.ts';
import { UnpackProblem } from '../../../base/archives/unpack.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { RandomAccess } from '../../../model/random-access.ts';
import type { Host, Scratch } from '../../host.ts';
import {
  applyLayer,
  emptyTree,
  ImageProblem,
  wholeRoom,
  type GrowingTree,
  type RefusedReason,
  type Room,
} from './apply-layer.ts';
import type { Bundle } from './bundle.ts';
import { readImageLayout, type NamedImage, type NamedLayer } from './image-layout.ts';
import type { FolderNode } from './image-tree.ts';
import { layerOpener, type OpenedLayer } from './open-layer.ts';

/** An image whose layers lie one over the other. */
export type OpenedImage = { readonly name: string; readonly root: FolderNode };

/** The images of a bundle, and what is wrong with it. */
export type OpenedBundle = {
  readonly images: readonly OpenedImage[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Opens what a file or folder holds: images, or, of a plain archive of a root file system, the one tree that it is;
 * `undefined` when it is neither. `file` is what diagnostics speak of.
 */
export async function openImages(
  host: Pick<Host, 'keep'>,
  file: string,
  bundle: Bundle,
  archive: RandomAccess | undefined,
  scratches: Scratch[],
): Promise<OpenedBundle | undefined> {
  const layout = await readImageLayout(bundle);
  if (layout === undefined) {
    if (archive === undefined || !systemMarks.some((mark) => bundle.names.has(mark))) return undefined;
    const tree = emptyTree(wholeRoom());
    await applyLayer(tree, { content: archive, layer: undefined });
    return { images: [{ name: file, root: tree.root }], diagnostics: refusals(file, tree) };
  }
  if (layout.images.length === 0) throw new ImageProblem('it holds no image');
  const images: OpenedImage[] = [];
  const diagnostics = layout.absent.map((name) => absentImage(file, name));
  const open = layerOpener(host, bundle, scratches);
  const room = wholeRoom();
  for (const named of layout.images) {
    const { tree, problems } = await layOver(file, named, open, room);
    images.push({ name: named.name, root: tree.root });
    for (const each of [...problems, ...refusals(file, tree)]) diagnostics.push(each);
  }
  return { images, diagnostics };
}

async function layOver(
  file: string,
  { layers }: NamedImage,
  open: (named: NamedLayer) => Promise<OpenedLayer>,
  room: Room,
): Promise<{ readonly tree: GrowingTree; readonly problems: readonly Diagnostic[] }> {
  const tree = emptyTree(room);
  const problems: Diagnostic[] = [];
  for (const named of layers) {
    try {
      const { isAuthentic, ...archive } = await open(named);
      if (!isAuthentic) problems.push(changedLayer(file, named.file));
      await applyLayer(tree, archive);
    } catch (error) {
      if (!isFaultOfImage(error)) throw error;
      throw new ImageProblem(`its layer ${quote(named.file)} cannot be read: ${error.message}`, { cause: error });
    }
  }
  return { tree, problems };
}

/** Whether an error speaks of the image and not of the world. */
export function isFaultOfImage(error: unknown): error is Error {
  return error instanceof TarProblem || error instanceof UnpackProblem || error instanceof ImageProblem;
}

function changedLayer(file: string, layer: string): Diagnostic {
  return {
    rule: 'reading/entry',
    severity: 'error',
    message: `the layer ${quote(layer)} of ${file} does not match its digest: it was changed or damaged`,
    place: { file },
    help: 'Save the image anew; until then nobody knows what this layer was.',
  };
}

function absentImage(file: string, name: string): Diagnostic {
  return {
    rule: 'reading/entry',
    severity: 'note',
    message: `${file} names the image ${quote(name)} but does not hold it`,
    place: { file },
    help: 'Save that image too if the product ships it.',
  };
}

/** One diagnostic for each kind of fault, with the first entry that has it. */
function refusals(file: string, { refused }: GrowingTree): Diagnostic[] {
  return [...refused].map(([reason, { count, first }]) => {
    const entries = count === 1 ? 'one entry' : `${count} entries`;
    return {
      rule: 'reading/entry',
      severity: 'warning',
      message: `${entries} of ${file} left out: ${reasons[reason]}, such as ${first}`,
      place: { file },
      help: 'No tool that builds images writes such entries; find out what wrote this one, and save it anew.',
    };
  });
}

const reasons: Readonly<Record<RefusedReason, string>> = {
  climbs: 'a name or hard link that leads out of the image',
  'link-to-nothing': 'a hard link to what is not there',
  'too-long': 'a path longer than any system allows',
  circular: 'a path behind links that lead in a circle, or deeper than any system allows',
};
