import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Workspace } from '../link-lock.ts';
import { npmComponent } from '../npm-package.ts';
import {
  folderOf,
  manifestBeside,
  parsePackageManifest,
  workspaceManifests,
  type PackageManifest,
} from '../package-manifest.ts';

/** The package.json files that a yarn.lock of version 1 was made from: the one beside it, and those that it selects. */
export function classicManifestFiles(
  opened: ReadonlyMap<string, string>,
  lock: string,
  tree: Iterable<string>,
): readonly string[] {
  const root = manifestBeside(lock);
  const text = opened.get(root);
  return text === undefined ? [root] : [root, ...workspaceManifests(root, text, tree)];
}

/** Reads the package.json files of a lockfile, those that were found. */
export function readManifests(
  files: readonly string[],
  companions: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): readonly PackageManifest[] {
  return files.flatMap((path) => {
    const text = companions.get(path);
    return (text === undefined ? undefined : parsePackageManifest(path, text, diagnostics)) ?? [];
  });
}

/** The workspaces that manifests tell of; the lockfile itself does not name them, and so they stand on its first line. */
export function manifestWorkspaces(lock: string, manifests: readonly PackageManifest[]): readonly Workspace[] {
  return manifests.map(({ file, name, version, lists }) => ({
    folder: folderOf(file).slice(folderOf(lock).length).replace(/^\//, '') || '.',
    entry:
      name === undefined
        ? undefined
        : { facts: npmComponent({ name, version, at: { file: lock, line: 1 } }), kind: 'root' },
    asks: lists.flatMap(({ scope, reason, at, ranges }) =>
      [...ranges].map(([asked, range]) => ({
        name: asked,
        range,
        isOptional: scope === 'optional',
        evidence: { scope, reason, at },
      })),
    ),
  }));
}
