import { globs } from '../../base/paths/glob.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { LinePlace } from '../../model/place.ts';
import { parseCargoManifest, type CargoManifest, type CargoRoot } from './cargo-manifest.ts';

/** The Cargo.toml files that a Cargo.lock was made from, as far as they were found. */
export type CargoWorkspace = {
  /** By path; the first is the one beside the lockfile. */
  readonly manifests: ReadonlyMap<string, CargoManifest>;
  /** Paths of those whose packages the lockfile was made for; the others are only needed by them. */
  readonly members: ReadonlySet<string>;
  readonly problems: readonly { readonly message: string; readonly at: LinePlace }[];
};

/** The Cargo.toml files to open: that beside the lockfile, its members by their patterns, and folders that these name. */
export function cargoManifestFiles(
  opened: ReadonlyMap<string, string>,
  lock: string,
  tree: readonly string[],
): readonly string[] {
  const file = manifestBeside(lock);
  const { manifests } = readCargoWorkspace(opened, lock);
  const root = manifests.get(file);
  if (root === undefined) return [file];
  const named = [...manifests.values()].flatMap(namedManifests);
  const isMember = memberTest(root);
  const members = tree.filter((path) => path.endsWith('/Cargo.toml') && isMember(path));
  return [file, ...literalMembers(root), ...members, ...named];
}

/** Reads the Cargo.toml files that were opened for a lockfile. */
export function readCargoWorkspace(opened: ReadonlyMap<string, string>, lock: string): CargoWorkspace {
  const file = manifestBeside(lock);
  const manifests = new Map<string, CargoManifest>();
  const problems: { message: string; at: LinePlace }[] = [];
  let root: CargoRoot | undefined;
  const paths = [file, ...[...opened.keys()].filter((path) => path !== file && path.endsWith('Cargo.toml'))];
  for (const path of paths) {
    const text = opened.get(path);
    if (text === undefined) continue;
    const manifest = parseCargoManifest(path, text, root);
    if ('message' in manifest) problems.push(manifest);
    else manifests.set(path, manifest);
    if (path === file && !('message' in manifest)) root = manifest;
  }
  const main = manifests.get(file);
  return { manifests, members: main === undefined ? new Set() : membersOf(main, manifests), problems };
}

/** A package that a manifest takes from a folder wherever anybody asks for it. */
export type FolderPatch = {
  readonly name: string;
  readonly folder: string;
  readonly manifest: string | undefined;
  readonly at: LinePlace;
};

/** The patches of a manifest that lead to folders. */
export function folderPatches({ file, toml, lineOf }: CargoManifest): readonly FolderPatch[] {
  return Object.entries(toml.patch).flatMap(([registry, patches]) =>
    Object.entries(patches).flatMap(([key, { path: folder, package: name = key }]) => {
      if (folder === undefined) return [];
      const at = { file, line: lineOf(['patch', registry, key]) };
      return [{ name, folder, manifest: resolvePath(file, `${folder}/Cargo.toml`), at }];
    }),
  );
}

function manifestBeside(lock: string): string {
  return lock.replace(/lock$/, 'toml');
}

/** The root package, what the workspace names, and every folder below it that one of these takes a package from. */
function membersOf(root: CargoManifest, manifests: CargoWorkspace['manifests']): ReadonlySet<string> {
  const members = new Set(root.name === undefined ? [] : [root.file]);
  if (root.toml.workspace === undefined) return members;
  const isMember = memberTest(root);
  const isExcluded = exclusionTest(root);
  const folder = folderOf(root);
  for (const path of manifests.keys()) if (isMember(path)) members.add(path);
  for (const path of members) {
    for (const { manifest } of manifests.get(path)?.dependencies ?? [])
      if (manifest?.startsWith(folder) === true && !isExcluded(manifest)) members.add(manifest);
  }
  return members;
}

/** Tells whether a path is one that the workspace names as its member. */
function memberTest(root: CargoRoot): (path: string) => boolean {
  const folder = folderOf(root);
  const patterns = membersIn(root).map((member) => resolvePath('Cargo.toml', `${member}/Cargo.toml`));
  const matches = globs(patterns.filter((pattern) => pattern !== undefined));
  const literal = new Set(literalMembers(root));
  const isExcluded = exclusionTest(root);
  return (path) =>
    literal.has(path) || (path.startsWith(folder) && matches(path.slice(folder.length)) && !isExcluded(path));
}

function exclusionTest(root: CargoRoot): (path: string) => boolean {
  const excluded = (root.toml.workspace?.exclude ?? []).map((folder) => resolvePath(root.file, `${folder}/.`));
  const literal = new Set(literalMembers(root));
  return (path) =>
    !literal.has(path) && excluded.some((folder) => folder !== undefined && path.startsWith(`${folder}/`));
}

/** Members without a pattern; they may lie outside of the workspace's own folder. */
function literalMembers(root: CargoRoot): readonly string[] {
  return membersIn(root)
    .filter((member) => !/[*?[\]]/.test(member))
    .map((member) => resolvePath(root.file, `${member}/Cargo.toml`))
    .filter((path) => path !== undefined);
}

function membersIn({ toml }: CargoRoot): readonly string[] {
  return toml.workspace?.members ?? [];
}

/** The manifests of the folders that a manifest takes packages from. */
function namedManifests(manifest: CargoManifest): readonly string[] {
  const asked = manifest.dependencies.map(({ manifest: named }) => named);
  return [...asked, ...folderPatches(manifest).map(({ manifest: named }) => named)].filter(
    (path) => path !== undefined,
  );
}

function folderOf({ file }: CargoRoot): string {
  return file.slice(0, -'Cargo.toml'.length);
}
