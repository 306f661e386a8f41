import { openJson } from '../../base/formats/json/open-json.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Reader, Reading, Source } from '../../model/plugs/reader.ts';
import { denoLockSchema, type DenoLock } from './deno/deno-lock-schema.ts';
import { denoPackages, type DenoPackages } from './deno/deno-packages.ts';
import { remotePackages } from './deno/deno-remote.ts';
import { askFor, denoFiles, denoWorkspaces, nameIn } from './deno/deno-workspaces.ts';
import { linkLock, type UnlinkedLock, type Workspace } from './link-lock.ts';

/** Reads Deno's lockfile, version 2 to 5: packages of npm and JSR, and modules that are imported by address. */
export const denoLock: Reader = {
  name: 'deno-lock',
  title: 'deno.lock',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (opened, path) => denoFiles(path, opened.get(path) ?? ''),
  read: (source) => {
    const { path, text } = source;
    const lock = openJson(path, text, denoLockSchema);
    if ('refused' in lock) return lock.refused;
    return readDenoLock(source, lock.value, lock.lineOf);
  },
};

/** Who needs a module that is imported by address is not told. */
function readDenoLock({ path, text, companions }: Source, lock: DenoLock, lineOf: (path: KeyPath) => number): Reading {
  const at = (keyPath: KeyPath) => ({ file: path, line: lineOf(keyPath) });
  const diagnostics: Diagnostic[] = [];
  const all = denoPackages(lock, at);
  const [root, ...members] = denoWorkspaces(lock, path, at, companions, diagnostics);
  const asked = new Set([root, ...members].flatMap((workspace) => workspace?.asks ?? []).map(({ range }) => range));
  const wanted = wantedIn(all);
  const imported = [...all.specifiers.keys()].filter(
    (one) => !asked.has(one) && !wanted.has(one) && !wanted.has(`${one.slice(0, 4)}${nameIn(one)}`),
  );
  const evidence = { scope: 'unknown', reason: 'imported by a module of the product', at: at(['specifiers']) } as const;
  const workspaces: Workspace[] = [
    { folder: '.', entry: root?.entry, asks: [...(root?.asks ?? []), ...imported.map((one) => askFor(one, evidence))] },
    ...members,
  ];
  const linked = linkLock({
    workspaces,
    packages: new Map([...all.packages.values()].map(({ entry, wants }) => [entry, wants])),
    find: finder(all, workspaces),
    unreached: 'nothing that the product imports needs it',
    command: 'deno install',
  });
  const remote = remotePackages(text, lock.remote ?? {}, at(['remote']));
  return {
    components: [...linked.components, ...remote],
    graph: remote.length === 0 ? 'complete' : 'partial',
    diagnostics: [...diagnostics, ...linked.diagnostics],
  };
}

/** What packages of JSR want: a specifier, or a name alone where there is only one such package. */
function wantedIn({ packages }: DenoPackages): ReadonlySet<string> {
  return new Set([...packages.values()].flatMap(({ wants }) => wants.map(({ range }) => range)));
}

/** A specifier leads to the package that the lockfile gives for it; a key does by itself, and a name to the only one of it. */
function finder({ specifiers, packages }: DenoPackages, workspaces: readonly Workspace[]): UnlinkedLock['find'] {
  const byName = Map.groupBy(packages, ([key]) => `${key.slice(0, 4)}${nameIn(key)}`);
  const roots = new Map(workspaces.flatMap(({ entry }) => (entry === undefined ? [] : [[entry.facts.name, entry]])));
  return ({ name, range }) => {
    const found = packages.get(specifiers.get(range) ?? range);
    if (found !== undefined) return [found.entry];
    const root = roots.get(name);
    if (root !== undefined) return [root];
    const named = byName.get(range) ?? [];
    return named.length === 1 ? named.map(([, { entry }]) => entry) : undefined;
  };
}
