import { entryProblem } from '../../base/reading.ts';
import type { Component, Scope, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/plugs/reader.ts';
import { npmComponent, type ComponentFacts, type NpmFacts } from './npm-package.ts';
import type { LockEntry } from './package-lock-schema.ts';

type Entries = Readonly<Record<string, LockEntry>>;

/** Reads the `packages` map of lockfileVersion 2 and 3, whose keys are folders and whose edges are found as Node finds modules. */
export function readPackagesMap(file: string, entries: Entries, lineOf: (path: KeyPath) => number): Reading {
  const diagnostics: Diagnostic[] = [];
  const bare = new Map<string, ComponentFacts>();
  const linked = linkedNames(entries);
  for (const [folder, entry] of Object.entries(entries)) {
    if (entry.link === true) continue;
    const at = { file, line: lineOf(['packages', folder]) };
    const name = entry.name ?? linked.get(folder) ?? nameOf(folder);
    if (name !== undefined) bare.set(folder, npmComponent(factsOf(name, entry, at)));
    else if (folder !== '')
      diagnostics.push(entryProblem(at, `the entry "${folder}" has no name`, 'Let npm write the lockfile anew.'));
  }
  const graph: Graph = { entries, holders: holdersIn(entries), bare, diagnostics };
  const direct = new Set(
    Object.keys(entries)
      .filter(isOwn)
      .flatMap((folder) => targets(graph, folder)),
  );
  const components = [...bare].map(([folder, facts]): Component => {
    const firstParty = isOwn(folder);
    const evidence = scopeOf(entries[folder] ?? {}, facts.foundAt[0]);
    return {
      ...facts,
      pinning: firstParty ? { kind: 'exact' } : facts.pinning,
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: firstParty || direct.has(folder) ? 'direct' : 'transitive',
      firstParty,
      dependsOn: edges(graph, folder, facts),
    };
  });
  return { components, graph: 'complete', diagnostics };
}

type Graph = {
  readonly entries: Entries;
  /** By folder that has a node_modules, its modules by name: the folders that Node would load. */
  readonly holders: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By folder, what each entry is before its edges are known. */
  readonly bare: ReadonlyMap<string, ComponentFacts>;
  readonly diagnostics: Diagnostic[];
};

function factsOf(name: string, entry: LockEntry, at: LinePlace): NpmFacts {
  return {
    name,
    version: entry.version,
    resolved: addressOf(entry),
    integrity: entry.integrity,
    license: entry.license,
    at,
  };
}

/** The root, workspace members and linked folders are the product's own; everything else lies in a node_modules. */
function isOwn(folder: string): boolean {
  return !folder.startsWith('node_modules/') && !folder.includes('/node_modules/');
}

function nameOf(folder: string): string | undefined {
  return nameInside(folder) ?? (folder === '' ? undefined : folder.split('/').at(-1));
}

function nameInside(folder: string): string | undefined {
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(folder)?.[1];
}

/** By folder the name of the link that leads to it: until version 9 npm leaves out the name of a folder outside of the workspaces. */
function linkedNames(entries: Entries): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [folder, entry] of Object.entries(entries)) {
    if (entry.link !== true) continue;
    const [name, target] = [nameInside(folder), addressOf(entry)];
    if (name !== undefined && target !== undefined) names.set(target, name);
  }
  return names;
}

function addressOf(entry: LockEntry): string | undefined {
  return typeof entry.resolved === 'string' ? entry.resolved : undefined;
}

function scopeOf(entry: LockEntry, at: LinePlace): ScopeEvidence {
  const set = flags.find(({ flag }) => entry[flag] === true);
  return set === undefined
    ? { scope: 'runtime', reason: 'no "dev" or "optional" flag', at }
    : { scope: set.scope, reason: `"${set.flag}": true`, at };
}

/** The flags of an entry that take it out of what surely ships; the first that is set decides. */
const flags = [
  { flag: 'extraneous', scope: 'unknown' },
  { flag: 'dev', scope: 'development' },
  { flag: 'devOptional', scope: 'optional' },
  { flag: 'optional', scope: 'optional' },
] as const satisfies readonly { readonly flag: keyof LockEntry; readonly scope: Scope }[];

/** Visits the names that an entry asks for, and whether it can do without them. */
function visitWanted(entry: LockEntry, own: boolean, visit: (name: string, need: 'needed' | 'optional') => void): void {
  for (const name in entry.peerDependencies) {
    if (entry.peerDependenciesMeta?.[name]?.optional !== true) visit(name, 'optional');
  }
  if (own) for (const name in entry.devDependencies) visit(name, 'needed');
  for (const name in entry.dependencies) {
    visit(name, entry.optionalDependencies?.[name] === undefined ? 'needed' : 'optional');
  }
  for (const name in entry.optionalDependencies) visit(name, 'optional');
}

function targets(graph: Graph, folder: string): string[] {
  const found: string[] = [];
  visitWanted(graph.entries[folder] ?? {}, isOwn(folder), (name) => {
    const target = resolve(graph, folder, name);
    if (target !== undefined) found.push(target);
  });
  return found;
}

function edges(graph: Graph, folder: string, from: ComponentFacts): string[] {
  const { entries, bare, diagnostics } = graph;
  const found = new Set<string>();
  visitWanted(entries[folder] ?? {}, isOwn(folder), (name, need) => {
    const target = resolve(graph, folder, name);
    const purl = target === undefined ? undefined : bare.get(target)?.purl;
    if (purl !== undefined) found.add(purl);
    else if (need === 'needed') {
      const message = `${from.purl} needs "${name}", which this lockfile does not hold`;
      diagnostics.push(
        entryProblem(from.foundAt[0], message, "Run the package manager's install and commit the lockfile."),
      );
    }
  });
  return [...found].toSorted();
}

/**
 * Finds a module as Node does: in the nearest node_modules, folder by folder upwards; a link leads to its target.
 * Only folders that hold a node_modules are looked into, which is few of them.
 */
function resolve({ holders }: Pick<Graph, 'holders'>, folder: string, name: string): string | undefined {
  for (let base = folder; ; base = parentOf(base)) {
    const found = holders.get(base)?.get(name);
    if (found !== undefined || base === '') return found;
  }
}

/** By folder, what its own node_modules holds: by name the folder that Node would load. */
function holdersIn(entries: Entries): Graph['holders'] {
  const holders = new Map<string, Map<string, string>>();
  for (const [folder, entry] of Object.entries(entries)) {
    const at = folder.lastIndexOf('node_modules/');
    if (at === -1) continue;
    const base = folder.slice(0, Math.max(0, at - 1));
    const held = holders.get(base) ?? new Map<string, string>();
    holders.set(base, held);
    held.set(folder.slice(at + 'node_modules/'.length), entry.link === true ? (addressOf(entry) ?? folder) : folder);
  }
  return holders;
}

/** The folder above: of a package in a node_modules the folder that holds this, else the one before the last slash. */
function parentOf(folder: string): string {
  const modules = folder.lastIndexOf('node_modules/');
  const inside = folder.slice(modules + 'node_modules/'.length);
  const isPackage = modules !== -1 && inside.split('/').length === (inside.startsWith('@') ? 2 : 1);
  return folder.slice(0, Math.max(0, isPackage ? modules - 1 : folder.lastIndexOf('/')));
}
