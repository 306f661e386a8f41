import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CargoLock } from './cargo-lock-schema.ts';
import type { CargoNode } from './cargo-node.ts';
import type { CargoMember } from './cargo-scopes.ts';
import { folderPatches, type CargoWorkspace } from './cargo-workspace.ts';

type ReadLock = {
  readonly file: string;
  readonly lock: CargoLock;
  readonly nodes: readonly CargoNode[];
  readonly members: readonly CargoMember[];
  readonly workspace: CargoWorkspace;
};

/** What a person has to know before taking the scopes of a Cargo.lock for what is built. */
export function cargoNotes({ file, lock, nodes, members, workspace }: ReadLock): Diagnostic[] {
  const unreadable = workspace.problems.map(({ at, message }) =>
    entryProblem(at, `${at.file} cannot be read: ${message}`, 'Mend it; without it the scopes are not known.'),
  );
  const told = [
    ...unknownFolders(nodes, members),
    ...staleNotes(members),
    ...patchNotes(workspace),
    approximation(file),
  ];
  return [
    ...versionNote(file, lock),
    ...unreadable,
    ...(members.length > 0 ? told : unreadable.length > 0 ? [] : [scopesUnknown(file)]),
    ...unusedPatches(file, lock),
  ];
}

function scopesUnknown(file: string): Diagnostic {
  const message = `no Cargo.toml of a package in ${file} was found, so its scopes are not known`;
  return entryProblem({ file }, message, 'Keep Cargo.toml beside Cargo.lock.');
}

function versionNote(file: string, { version }: CargoLock): Diagnostic[] {
  if (version === undefined || version <= 4) return [];
  const message = `${file} is of version ${version}; it was read as version 4, the newest that is known`;
  return [entryProblem({ file, line: 1 }, message, 'Compare the result with cargo tree, or use a newer Tureen.')];
}

/** Packages in folders whose Cargo.toml was not found: what they need for tests alone cannot be told apart. */
function unknownFolders(nodes: readonly CargoNode[], members: readonly CargoMember[]): Diagnostic[] {
  const known = new Set(members.map(({ node }) => node));
  return nodes
    .filter((node) => node.own && !known.has(node) && node.entry.dependencies.length > 0)
    .map(({ entry, at }) =>
      entryProblem(
        at,
        `the Cargo.toml of ${entry.name} was not found, so it is not known which of its dependencies are for tests or the build`,
        'Scan from a folder that holds all packages of the workspace.',
      ),
    );
}

/** A dependency of a member stands in every Cargo.lock that is up to date, for whatever target and feature it is. */
function staleNotes(members: readonly CargoMember[]): Diagnostic[] {
  return members.flatMap(({ isMember, needs, manifest }) =>
    [...needs]
      .filter(([, edges]) => isMember && edges.length === 0)
      .map(([{ name, at }]) =>
        entryProblem(
          at,
          `${manifest.file} asks for ${quote(name)}, which Cargo.lock does not list for ${manifest.name ?? ''}`,
          'Run cargo generate-lockfile and commit Cargo.lock.',
        ),
      ),
  );
}

/** A patch from a folder is often a changed copy of somebody else's package, which is SOUP. */
function patchNotes({ manifests, members }: CargoWorkspace): Diagnostic[] {
  const [root] = manifests.values();
  const foreign = (root === undefined ? [] : folderPatches(root)).filter(
    ({ manifest }) => manifest === undefined || !members.has(manifest),
  );
  return foreign.map(({ name, folder, at }) =>
    entryProblem(
      at,
      `${name} is patched by the folder ${quote(folder)} and listed as the product's own`,
      'If the folder holds a copy of foreign code, enter it in tureen.yaml.',
    ),
  );
}

function unusedPatches(file: string, { patch }: CargoLock): Diagnostic[] {
  const unused = patch?.unused.map(({ name, version }) => `${name} ${version}`) ?? [];
  if (unused.length === 0) return [];
  const message = `${file} lists patches that nothing uses and that were left out: ${unused.join(', ')}`;
  return [{ ...entryProblem({ file }, message, 'Remove the patches that are not needed.'), severity: 'note' }];
}

function approximation(file: string): Diagnostic {
  const message = `of ${file}, everything counts as runtime that some target or default feature of any member takes, and with it the build tools and procedural macros of foreign packages, which a lockfile does not tell apart`;
  const help = 'Where it matters, compare with cargo tree --edges normal and decide under `scope` in tureen.yaml.';
  return { ...entryProblem({ file }, message, help), severity: 'note' };
}
