import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import { resolvePath } from '../../../base/paths/resolve-path.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { linkLock, type Want } from '../link-lock.ts';
import type { LockEntry } from '../lock-graph.ts';
import { patchNote } from '../patch-note.ts';
import { pnpmWorkspaces } from './pnpm-importers.ts';
import type { PnpmLock, PnpmPackage, PnpmSnapshot } from './pnpm-lock-schema.ts';
import { pnpmComponent, withoutPeers } from './pnpm-package.ts';

/** Makes components of the packages of one document, with scope and relation by what its workspaces ask for. */
export function readPnpmDocument(
  file: string,
  lock: PnpmLock,
  lineOf: (path: KeyPath) => number,
  companions: ReadonlyMap<string, string>,
): Reading {
  const at = (keyPath: KeyPath) => ({ file, line: lineOf(keyPath) });
  const diagnostics: Diagnostic[] = patchesIn(lock, at(['patchedDependencies']));
  const workspaces = pnpmWorkspaces(file, lock, at, companions, diagnostics);
  const entries = entriesIn(lock, at, diagnostics);
  const roots = new Map(workspaces.map(({ folder, entry }) => [folder, entry === undefined ? [] : [entry]]));
  const linked = linkLock({
    workspaces,
    packages: new Map([...entries.values()].map(({ entry, wants }) => [entry, wants])),
    find: ({ name, range }, { folder }) => {
      if (range.startsWith('link:')) return roots.get(linkedFolder(folder, range)) ?? [];
      // The keys of version 9, 6 and 5; an alias, and what is from elsewhere, is told by its whole key.
      const keys = [`${name}@${range}`, `/${name}@${range}`, `/${name}/${range}`, range];
      const found = keys.map((key) => entries.get(key)).find((one) => one !== undefined);
      return found === undefined ? undefined : [found.entry];
    },
    unreached: 'nothing that the workspaces ask for needs it',
    command: 'pnpm install',
  });
  return { ...linked, diagnostics: [...diagnostics, ...linked.diagnostics] };
}

function linkedFolder(folder: string, reference: string): string {
  const path = resolvePath(`${folder}/package.json`, reference.slice('link:'.length));
  return path === '' || path === undefined ? '.' : path;
}

type PnpmEntry = { readonly entry: LockEntry; readonly wants: readonly Want[] };

/** The packages by their keys; from version 9 by those of the snapshots, each a package beside certain peers. */
function entriesIn(
  lock: PnpmLock,
  at: (keyPath: KeyPath) => LinePlace,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, PnpmEntry> {
  const major = Number.parseInt(lock.lockfileVersion, 10);
  const entries = new Map<string, PnpmEntry>();
  const snapshots = Map.groupBy(Object.entries(lock.snapshots ?? {}), ([key]) => withoutPeers(key));
  for (const [key, packed] of Object.entries(lock.packages ?? {})) {
    const place = at(['packages', key]);
    const facts = pnpmComponent(key, packed, major, place);
    if (facts === undefined) {
      const message = `the key ${quote(key)} names no package`;
      diagnostics.push(entryProblem(place, message, 'Let pnpm write the lockfile anew.'));
      continue;
    }
    const kind = packed.resolution?.directory === undefined ? 'foreign' : 'own';
    for (const [variant, snapshot] of snapshots.get(key) ?? [[key, packed] as const])
      entries.set(variant, { entry: { facts, kind }, wants: wantsOf(snapshot, packed) });
  }
  return entries;
}

/** A peer that a package can do without is optional, even where it stands among the dependencies. */
function wantsOf(snapshot: PnpmSnapshot, { peerDependenciesMeta }: PnpmPackage): readonly Want[] {
  const list = (references: PnpmSnapshot['dependencies'], isOptional: boolean) =>
    Object.entries(references ?? {}).map(([name, range]) => ({
      name,
      range,
      isOptional: isOptional || peerDependenciesMeta?.[name]?.optional === 'true',
    }));
  return [...list(snapshot.dependencies, false), ...list(snapshot.optionalDependencies, true)];
}

function patchesIn({ patchedDependencies }: PnpmLock, at: LinePlace): Diagnostic[] {
  return Object.entries(patchedDependencies ?? {}).map(([name, patch]) =>
    patchNote(at, name, typeof patch === 'string' ? undefined : patch.path),
  );
}
