import { syntaxProblem } from '../../../base/reading.ts';
import { systemMarks } from '../../../base/paths/system-marks.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { ScannedFile } from '../../../model/inventory/inventory.ts';
import type { RandomAccess } from '../../../model/random-access.ts';
import type { Files, Host, ListedFile, Scratch, Unlisted } from '../../host.ts';
import { layoutMark } from '../image-candidates.ts';
import { fileContent, folderBundle, tarBundle } from './bundle.ts';
import { isFaultOfImage, openImages, type OpenedBundle, type OpenedImage } from './open-image.ts';
import { unpacked } from './open-layer.ts';
import { treeFiles, type TreeFiles } from './tree-files.ts';

/** The files of a host with those inside of its images, each image a folder named as its file with a `!` behind. */
export type Mounted = {
  readonly files: readonly ListedFile[];
  readonly unlisted: readonly Unlisted[];
  readonly read: Files['read'];
  readonly readPart: Files['readPart'];
  readonly images: readonly MountedImage[];
  /** Lets go of what was unpacked. */
  readonly close: () => void;
};

/** A file that is an image or should be one: what became of it, and the folders that it is now. */
export type MountedImage = {
  readonly row: ScannedFile;
  readonly mounts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Opens those candidates that are images; what somebody names must be one. Throws `HostError`. */
export async function mountImages(
  host: Pick<Host, 'files' | 'keep'>,
  listing: Listing,
  candidates: readonly ListedFile[],
  isNamed: (path: string) => boolean,
): Promise<Mounted> {
  const scratches: Scratch[] = [];
  const close = () => scratches.forEach((scratch) => scratch.close());
  try {
    const opened: Opened[] = [];
    for (const file of candidates) {
      const one = file.path.endsWith(layoutMark)
        ? await openLayout(host, file, listing.files, scratches)
        : await openArchive(host, file, isNamed(file.path), scratches);
      if (one !== undefined) opened.push(one);
      else if (isNamed(file.path)) opened.push(unusable(file.path, noImage));
    }
    return { ...joined(host.files, listing, opened), close };
  } catch (error) {
    close();
    throw error;
  }
}

type Listing = Awaited<ReturnType<Files['list']>>;

/** An image with its trees. */
type Opened = MountedImage & { readonly trees: ReadonlyMap<string, TreeFiles> };

const noImage =
  'it holds no manifest.json of docker save, no index.json of an OCI layout and no os-release of a root file system';

/** An OCI layout is known by its mark; places in it are given by its index. */
function openLayout(
  host: Pick<Host, 'files' | 'keep'>,
  { path }: ListedFile,
  all: readonly ListedFile[],
  scratches: Scratch[],
): Promise<Opened | undefined> {
  const folder = path.slice(0, -layoutMark.length);
  const index = `${folder}index.json`;
  return guarded(index, () => openImages(host, index, folderBundle(host.files, folder, all), undefined, scratches));
}

/** An archive that is cut off is told when somebody names it, or when what is left looks like an image. */
function openArchive(
  host: Pick<Host, 'files' | 'keep'>,
  file: ListedFile,
  isNamed: boolean,
  scratches: Scratch[],
): Promise<Opened | undefined> {
  return guarded(file.path, async () => {
    const archive = await unpacked(host, fileContent(host.files, file), scratches);
    const bundle = await tarBundle(archive);
    if (bundle.fault === undefined) return openImages(host, file.path, bundle, archive, scratches);
    if (isNamed || [...bundle.names].some(isOfImage)) throw bundle.fault;
    return undefined;
  });
}

function isOfImage(name: string): boolean {
  return ofImage.test(name) || systemMarks.includes(name);
}

/** Names in the archives of docker and podman, and in layouts. */
const ofImage = /^(?:manifest\.json|oci-layout|blobs\/.*|[0-9a-f]{64}(?:\.tar|\.json|\/layer\.tar))$/;

async function guarded(path: string, open: () => Promise<OpenedBundle | undefined>): Promise<Opened | undefined> {
  try {
    const found = await open();
    return found === undefined ? undefined : mounted(path, found);
  } catch (error) {
    if (!isFaultOfImage(error)) throw error;
    return unusable(path, error.message);
  }
}

function mounted(path: string, { images, diagnostics }: OpenedBundle): Opened {
  const mounts = mountNames(path, images);
  const trees = new Map(images.map(({ root }, index) => [mounts[index] ?? '', treeFiles(root, mounts[index] ?? '')]));
  const row: ScannedFile = { path, reader: 'image', status: 'read', reason: undefined, graph: 'none' };
  return { row, mounts, trees, diagnostics };
}

/** One image is the file itself; several stand below it by their names. */
function mountNames(path: string, images: readonly OpenedImage[]): readonly string[] {
  const [first, ...more] = images;
  if (first !== undefined && more.length === 0) return [`${path}!/`];
  const taken = new Set<string>();
  return images.map(({ name }) => {
    const plain = name.slice(0, longestName).replace(/[^A-Za-z0-9._:-]+/g, '-');
    let [own, times] = [plain, 1];
    while (taken.has(own)) own = `${plain}-${++times}`;
    taken.add(own);
    return `${path}!${own}!/`;
  });
}

/** The name of an image has at most so many letters, the address of its registry included. */
const longestName = 400;

function unusable(path: string, reason: string): Opened {
  const row: ScannedFile = { path, reader: 'image', status: 'not-understood', reason, graph: 'none' };
  const problem = syntaxProblem(path, reason);
  const help = 'Save the image anew, with docker save or as an OCI layout; nothing of it was taken into the inventory.';
  return { row, mounts: [], trees: new Map(), diagnostics: [{ ...problem, help }] };
}

function joined(files: Files, listing: Listing, opened: readonly Opened[]): Omit<Mounted, 'close'> {
  const trees = new Map(opened.flatMap((one) => [...one.trees]));
  const inside = (path: string): RandomAccess | undefined => {
    for (let end = path.indexOf('!/'); end !== -1; end = path.indexOf('!/', end + 1)) {
      const tree = trees.get(path.slice(0, end + 2));
      if (tree !== undefined) return tree.open(path);
    }
    return undefined;
  };
  const layouts = opened.map(({ row }) => row.path).filter((path) => path.endsWith('index.json'));
  const blobs = layouts.map((path) => path.slice(0, -'index.json'.length));
  const isPart = (path: string) =>
    blobs.some((folder) => path.startsWith(folder) && isOfLayout(path.slice(folder.length)));
  return {
    files: [...listing.files.filter(({ path }) => !isPart(path)), ...[...trees.values()].flatMap((tree) => tree.files)],
    unlisted: [...listing.unlisted, ...[...trees.values()].flatMap((tree) => tree.unlisted)],
    read: async (path) => {
      const content = path.includes('!/') ? inside(path) : undefined;
      return content === undefined ? files.read(path) : content.read(0, content.size);
    },
    readPart: async (path, start, length) => {
      const content = path.includes('!/') ? inside(path) : undefined;
      return content === undefined ? files.readPart(path, start, length) : content.read(start, length);
    },
    images: opened,
  };
}

/** Files of a layout are no inputs of their own. */
function isOfLayout(path: string): boolean {
  return path === layoutMark || path === 'index.json' || path === 'manifest.json' || path.startsWith('blobs/');
}
