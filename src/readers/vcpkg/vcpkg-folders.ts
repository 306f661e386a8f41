import { foldersAbove } from '../../base/paths/folders-above.ts';

/** Where the manifest may lie that a database of installed ports came from: beside `vcpkg_installed`, or above the folder of the build. */
export function manifestsAbove(status: string): readonly string[] {
  return foldersAbove(status)
    .slice(2)
    .map((folder) => `${folder}vcpkg.json`);
}

/** The databases of ports that were installed for a manifest, among all files. */
export function statusOf(manifest: string, tree: readonly string[]): readonly string[] {
  const folder = manifest.replace(/vcpkg\.json$/, '');
  const found = tree.filter(
    (file) => file.startsWith(folder) && /(?:^|\/)vcpkg_installed\/(?:.*\/)?vcpkg\/status$/.test(file),
  );
  if (found.length === 0) return [];
  const files = new Set(tree);
  return found.filter((status) => manifestsAbove(status).find((file) => files.has(file)) === manifest);
}
