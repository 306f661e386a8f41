/**
 * The file of the repository that a path lies in: for `images/service.tar!/etc/os-release` the image, and for any other
 * path itself. Of several images in one file each has its name between two marks: `images/all.tar!service!/etc/passwd`.
 */
export function outerFile(path: string): string {
  return /^([^!]*)!(?:[^!/]*!)?\//.exec(path)?.[1] ?? path;
}
