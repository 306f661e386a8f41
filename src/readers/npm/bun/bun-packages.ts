import type { Scope } from '../../../model/component.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import type { BunLock, BunPackage, BunWants, BunWorkspace } from './bun-lock-schema.ts';
import { linkLock, type Want, type Workspace } from '../link-lock.ts';
import type { LockEntry } from '../lock-graph.ts';
import { npmComponent, versionInArchive, type NpmFacts } from '../npm-package.ts';
import { npmRepository } from '../npm-repository.ts';
import { patchNote } from '../patch-note.ts';

/** Makes components of a bun.lock's packages; a name is looked for beside who wants it, then upwards, as Node does. */
export function readBunPackages(file: string, lock: BunLock, lineOf: (path: KeyPath) => number): Reading {
  const at = (keyPath: KeyPath) => ({ file, line: lineOf(keyPath) });
  const workspaces = Object.entries(lock.workspaces).map(([folder, workspace]) =>
    workspaceOf(folder, workspace, at(['workspaces', folder])),
  );
  const roots = new Map(workspaces.map(({ folder, entry }) => [folder, entry]));
  const locked = Object.entries(lock.packages ?? {}).flatMap(([key, tuple]) => {
    const [name, rest] = splitId(tuple[0]);
    const folder = /^(?:workspace|root):(.*)$/.exec(rest)?.[1];
    const entry: LockEntry | undefined =
      folder === undefined
        ? { facts: npmComponent(factsOf(name, rest, tuple, at(['packages', key]))), kind: kindOf(rest) }
        : roots.get(folder || '.');
    return entry === undefined ? [] : [{ key, entry, wants: wantsIn(tuple) }];
  });
  const byKey = new Map(locked.map(({ key, entry }) => [key, entry]));
  const keys = new Map(locked.map(({ key, entry }) => [entry, key]));
  const linked = linkLock({
    workspaces,
    packages: new Map(
      locked.flatMap(({ key, entry, wants }) =>
        entry.kind === 'root' ? [] : [[entry, wantsOf(wants, (name) => lookUp(byKey, key, name) !== undefined)]],
      ),
    ),
    find: ({ name }, { entry, folder }) => {
      const isTop = entry === undefined || (entry.kind === 'root' && folder === '.');
      const found = lookUp(byKey, isTop ? '' : (keys.get(entry) ?? ''), name);
      return found === undefined ? undefined : [found];
    },
    unreached: 'nothing that the workspaces ask for needs it',
    command: 'bun install',
  });
  const patches = Object.entries(lock.patchedDependencies ?? {}).map(([name, patch]) =>
    patchNote(at(['patchedDependencies']), name, patch),
  );
  return { ...linked, diagnostics: [...patches, ...linked.diagnostics] };
}

function workspaceOf(folder: string, workspace: BunWorkspace, at: LinePlace): Workspace {
  const { name, version } = workspace;
  const owner = name ?? (folder || 'the root');
  const optionalPeers = new Set(workspace.optionalPeers);
  return {
    folder: folder || '.',
    entry: name === undefined ? undefined : { facts: npmComponent({ name, version, at }), kind: 'root' },
    asks: lists.flatMap(([key, scope]) =>
      Object.entries(workspace[key] ?? {}).map(([asked, range]) => {
        const isOptional = scope === 'optional' || key === 'peerDependencies';
        const isOptionalPeer = key === 'peerDependencies' && optionalPeers.has(asked);
        const evidence = { scope: isOptionalPeer ? 'optional' : scope, reason: `${key} of ${owner}`, at } as const;
        return { name: asked, range, isOptional, evidence };
      }),
    ),
  };
}

const lists = [
  ['dependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
  ['peerDependencies', 'runtime'],
] as const satisfies readonly (readonly [keyof BunWorkspace, Scope])[];

/** `name@version`, or `name@` and an address; the name of a scope begins with an at sign of its own. */
function splitId(id: string): readonly [name: string, rest: string] {
  const at = id.indexOf('@', 1);
  return at === -1 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
}

function factsOf(name: string, rest: string, tuple: BunPackage, at: LinePlace): NpmFacts {
  const isPublished = /^\d+\.\d+\.\d+/.test(rest);
  const texts = tuple.slice(1).filter((part) => typeof part === 'string');
  const integrity = texts.find((part) => /^(?:sha\d+|md5)-/.test(part));
  if (isPublished)
    return { name, version: rest, resolved: texts.find((part) => part.startsWith('http')), integrity, at };
  const resolved = kindOf(rest) === 'own' ? undefined : rest;
  const version = npmRepository(rest) === undefined ? versionInArchive(rest) : undefined;
  return { name, version, resolved, integrity, at };
}

function kindOf(rest: string): LockEntry['kind'] {
  return /^(?:link|file):/.test(rest) && !/\.(?:tgz|tar\.gz)$/.test(rest) ? 'own' : 'foreign';
}

function wantsIn(tuple: BunPackage): BunWants {
  return tuple.slice(1).find((part) => typeof part === 'object') ?? {};
}

/** A peer is wanted when it is there: bun installs it unless it is optional, and nobody misses one that is. */
function wantsOf(wants: BunWants, isHeld: (name: string) => boolean): readonly Want[] {
  const optionalPeers = new Set(wants.optionalPeers);
  const list = (ranges: Readonly<Record<string, string>> | undefined, isOptional: (name: string) => boolean) =>
    Object.entries(ranges ?? {}).map(([name, range]) => ({ name, range, isOptional: isOptional(name) }));
  return [
    ...list(wants.dependencies, () => false),
    ...list(wants.optionalDependencies, () => true),
    ...list(wants.peerDependencies, (name) => optionalPeers.has(name)).filter(({ name }) => isHeld(name)),
  ];
}

/** More folders than any real package lies in. */
const deepest = 200;

/** Looks for a name below a key, `a/b/name`, then below the keys above it, `a/name`, and at last at the top. */
function lookUp(byKey: ReadonlyMap<string, LockEntry>, key: string, name: string): LockEntry | undefined {
  for (let base = key, depth = 0; base !== '' && depth < deepest; base = parentOf(base), depth++) {
    const found = byKey.get(`${base}/${name}`);
    if (found !== undefined) return found;
  }
  return byKey.get(name);
}

/** The key before the last name, which has a slash of its own when it has a scope. */
function parentOf(key: string): string {
  const slash = key.lastIndexOf('/');
  const above = key.lastIndexOf('/', slash - 1);
  return key.slice(0, Math.max(0, key.startsWith('@', above + 1) ? above : slash));
}
