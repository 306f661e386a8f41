import type { ListedFile } from '../host.ts';

/** Which files are looked into: those that somebody names must be images, those that are ignored are left alone. */
export type ImageChoice = {
  readonly isNamed: (path: string) => boolean;
  readonly isIgnored: (path: string) => boolean;
};

/** The one file by which an OCI image layout 1.0 makes itself known. */
export const layoutMark = 'oci-layout';

/** Files that may be images. Any archive can be one; packed ones are many and dear to open, so somebody must name them. */
export function imageCandidates(files: readonly ListedFile[], { isNamed, isIgnored }: ImageChoice) {
  const mayBe = (path: string) =>
    path.endsWith('.tar') || path === layoutMark || path.endsWith(`/${layoutMark}`) || isNamed(path);
  return files.filter(({ path }) => mayBe(path) && !isIgnored(path));
}
