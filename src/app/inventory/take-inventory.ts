import { globs } from '../../base/paths/glob.ts';
import { isFrozenOfRelease } from '../../base/releases/release-files.ts';
import { mergeComponents } from '../../dossier/inventory/merge-components.ts';
import { withoutPlaceholders } from '../../dossier/without-placeholders.ts';
import type { Component } from '../../model/component.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import type { ReaderEntry } from '../../model/plugs/reader.ts';
import { doubtDevices, doubtFolders, doubtOwnSbom } from './doubt-inventory.ts';
import { isInput, isRequest, isSurelyInput, readerOf, unreadFormatOf } from './find-reader.ts';
import type { Files, Host, ListedFile, Unlisted } from '../host.ts';
import { imageCandidates } from './image-candidates.ts';
import type { MountedImage } from './images/mount-images.ts';
import { nothingInImage, nothingInLock } from './nothing-found.ts';
import { ownedFiles } from './owned-files.ts';
import { findUnlocked } from './find-unlocked.ts';
import { findSystems, type Within } from './find-systems.ts';
import { fileTaker, type FileTaker } from './take-file.ts';
import { notUnderstood, passedOver, skipped, type Taken } from './untaken-files.ts';

/** What the device's record says of the files: globs of those that are no inputs, of those that are whatever keeps them back, and of images. */
export type SaidOfFiles = {
  readonly ignore?: readonly string[];
  readonly include?: readonly string[];
  readonly images?: readonly string[];
  /** The name of the device: what Tureen wrote of it is no input. */
  readonly device?: string | undefined;
};

/** Reads every input below the host's root, and inside of its images. Throws `HostError`. */
export async function takeInventory(
  host: Pick<Host, 'files' | 'keep'>,
  { ignore = [], include = [], images = [], device }: SaidOfFiles = {},
): Promise<Inventory> {
  const isIgnored = globs(ignore);
  const listing = await host.files.list(include);
  const ownFiles = listing.files.filter(({ path }) => !isFrozenOfRelease(path));
  const candidates = imageCandidates(ownFiles, { isNamed: globs(images), isIgnored });
  const said = { ignore, include, device };
  if (candidates.length === 0) return takeFrom({ ...listing, ...readersOf(host.files), images: [] }, said);
  const { mountImages } = await import('./images/mount-images.ts');
  const mounted = await mountImages(host, listing, candidates, globs(images));
  try {
    return await takeFrom(mounted, said);
  } finally {
    mounted.close();
  }
}

/** Files to take from, and the images that some of them lie in. */
type Source = Awaited<ReturnType<Files['list']>> &
  Pick<Files, 'read' | 'readPart'> & { readonly images: readonly MountedImage[] };

function readersOf({ read, readPart }: Files): Pick<Files, 'read' | 'readPart'> {
  return { read, readPart };
}

async function takeFrom(
  source: Source,
  { ignore = [], include = [], device }: Omit<SaidOfFiles, 'images'>,
): Promise<Inventory> {
  const isIgnored = globs(ignore);
  const isIncluded = globs(include);
  const { images } = source;
  const tree = source.files.map(({ path }) => path).toSorted();
  const mounts = images.flatMap((image) => image.mounts);
  const withinOf = findSystems(tree, mounts);
  const sorted = source.files.map((file) => sort(file, withinOf(file.path), isIgnored));
  const inputs = sorted.filter((one) => 'entry' in one);
  const taken = sorted.filter((one) => 'row' in one);
  const { take, left } = fileTaker(source, tree);
  const ownSboms: Taken[] = [];
  for (const input of inputs) {
    if (mayBeOwned(input)) continue;
    const one = await settle(take, input);
    const isOwn = one !== undefined && isOf(device, one) && !isIncluded(one.row.path);
    if (isOwn) ownSboms.push(one);
    if (one !== undefined) taken.push(isOwn ? skipped(one.row.path, one.row.reader, ownSbom) : one);
  }
  const isOwned = ownedFiles(taken.map(({ reading }) => reading));
  for (const input of inputs.filter(mayBeOwned)) {
    const one = await settle(take, isOwned(input.file.path) ? { ...input, leftFor: owned } : input);
    if (one !== undefined) taken.push(one);
  }
  const own = source.files.filter(({ path }) => withinOf(path) === 'repository');
  const unlocked = await findUnlocked(
    source,
    own.filter(({ path }) => !isIgnored(path)),
    taken,
  );
  const told = source.unlisted.filter((one) => isTold(one, withinOf(one.path)));
  const missed = told.map((one) =>
    passedOver(one, withinOf(one.path), isIgnored(one.path.replace(/\/$/, '')) || isIgnored(one.path)),
  );
  const all = [...taken, ...unlocked, ...missed];
  const components = componentsOf(all);
  return {
    components: mergeComponents(components),
    files: [...all, ...images].map(({ row }) => row).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [
      ...images.flatMap(({ diagnostics }) => diagnostics),
      ...all.flatMap(({ reading }) => reading.diagnostics),
      ...left(),
      ...doubtFolders(
        own.map(({ path }) => path),
        (path) => isInput(path, 'repository'),
        ignore,
      ),
      ...doubtDevices(
        own.map(({ path }) => path),
        ignore,
      ),
      ...ownSboms.flatMap((one) => doubtOwnSbom(one.row.path, componentsOf([one]), components)),
      ...nothingInImage(mounts, components),
      ...nothingInLock(all),
    ],
  };
}

function componentsOf(taken: readonly Taken[]): readonly Component[] {
  return taken.flatMap(({ reading }) => reading.components).map(withoutPlaceholders);
}

/** An input and its reader; with the reason when it is left alone. */
type Input = {
  readonly file: ListedFile;
  readonly entry: ReaderEntry;
  readonly within: Within;
  readonly leftFor?: string;
};

const ignored = 'ignored by tureen.yaml';
const ownSbom = 'Tureen wrote it of this device';
const ofRelease = 'it was frozen with a release; `tureen watch` reads it';
const owned = 'it belongs to a package of the system, which is listed';
const requested = 'it tells what was asked for; in a system counts what is installed';

/** An SBOM of the device itself repeats what the other files say, and would go on saying it when they no longer do. */
function isOf(device: string | undefined, { reading }: Taken): boolean {
  return device !== undefined && reading.writtenOf === device;
}

/** Whether a package of the system may have brought a file, so that its databases are read before. */
function mayBeOwned({ entry, within }: Input): boolean {
  return entry.owns !== true && within === 'system';
}

/** What a file is: an input, one without a reader, or none. */
function sort(
  file: ListedFile,
  within: Within,
  isIgnored: (path: string) => boolean,
): Input | Taken | { readonly none: true } {
  const entry = readerOf(file, within);
  if (within === 'repository' && isFrozenOfRelease(file.path))
    return entry === undefined ? { none: true } : skipped(file.path, entry.name, ofRelease);
  if (entry !== undefined) return { file, entry, within, ...(isIgnored(file.path) && { leftFor: ignored }) };
  if (isIgnored(file.path)) return { none: true };
  if (within === 'system') return isRequest(file.path) ? skipped(file.path, undefined, requested) : { none: true };
  const format = unreadFormatOf(file.path);
  return format === undefined ? { none: true } : notUnderstood(file, format);
}

/** Reads an input, unless it is left alone; `undefined` when it turns out to be none. */
async function settle(take: FileTaker['take'], input: Input): Promise<Taken | undefined> {
  const { file, entry, leftFor } = input;
  if (leftFor !== undefined && entry.onlyWhenFound !== true) return skipped(file.path, entry.name, leftFor);
  const taken = await take(file, entry);
  const isFound = taken.reading.components.length > 0 || taken.reading.diagnostics.length > 0;
  if (entry.onlyWhenFound === true && !isFound) return undefined;
  return leftFor === undefined ? taken : skipped(file.path, entry.name, leftFor);
}

function isTold({ kind, path }: Unlisted, within: Within): boolean {
  if (isSurelyInput(path, within)) return true;
  if (within === 'system') return kind === 'unreadable' && path.endsWith('/');
  return kind !== 'ignored' || path.endsWith('/');
}
