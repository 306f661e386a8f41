import { globs } from '../../base/paths/glob.ts';
import type { Files, Host } from '../host.ts';
import { imageCandidates } from '../inventory/image-candidates.ts';
import { systemRoots } from '../inventory/find-systems.ts';
import type { SaidOfFiles } from '../inventory/take-inventory.ts';
import { installedFolders } from './licence-file-names.ts';

/** The files of a product with its installed packages, and those inside of its images. */
export type Ground = {
  readonly files: Awaited<ReturnType<Files['list']>>['files'];
  readonly read: Files['read'];
  /** The root file system that a path lies in: the folder of an image, or one in the repository. */
  readonly rootOf: (path: string) => string | undefined;
  /** Lets go of what was unpacked. */
  readonly close: () => void;
};

/** Lists where licence files may lie. Throws `HostError`. */
export async function openGround(host: Host, { ignore = [], include = [], images = [] }: SaidOfFiles): Promise<Ground> {
  const listing = await host.files.list([...installedFolders, ...include]);
  const candidates = imageCandidates(listing.files, { isNamed: globs(images), isIgnored: globs(ignore) });
  const ground = (files: Ground['files'], mounts: readonly string[]) => ({
    files,
    rootOf: systemRoots(
      files.map(({ path }) => path),
      mounts,
    ),
  });
  if (candidates.length === 0) return { ...ground(listing.files, []), read: host.files.read, close: () => undefined };
  const { mountImages } = await import('../inventory/images/mount-images.ts');
  const { files, read, images: opened, close } = await mountImages(host, listing, candidates, globs(images));
  const mounts = opened.flatMap((image) => image.mounts);
  return { ...ground(files, mounts), read, close };
}
