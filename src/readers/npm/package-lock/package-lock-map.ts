import type { ComponentFacts } from '../../../base/packages/component-facts.ts';
import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Component, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { npmComponent, type NpmFacts } from '../npm-package.ts';
import { findModule, hold, holderFor, linkHolders, type HeldFolders, type Holders } from './module-lookup.ts';
import { isModule, modulePath, type ModulePath } from './module-path.ts';
import type { LockEntry } from './package-lock-schema.ts';

type Entries = Readonly<Record<string, LockEntry>>;

/** Reads the `packages` map of lockfileVersion 2 and 3, whose keys are folders and whose edges are found as Node finds modules. */
export function readPackagesMap(file: string, given: Entries, lineOf: (path: KeyPath) => number): Reading {
  const { entries, folders, diagnostics } = onlyPaths(file, given, lineOf);
  const linked = linkedNames(entries, folders);
  const modules = new Map<string, Module>();
  const held: HeldFolders = new Map();
  const own: ModulePath[] = [];
  for (const folder of folders) {
    const entry = entries[folder] ?? {};
    const path = modulePath(folder);
    if (path.base === undefined) own.push(path);
    else hold(held, path.base, path.name, entry.link === true ? (addressOf(entry) ?? folder) : folder);
    if (entry.link === true) continue;
    const at = { file, line: lineOf(['packages', folder]) };
    const name = entry.name ?? linked.get(folder) ?? nameOf(path);
    if (name !== undefined) modules.set(folder, { path, entry, facts: npmComponent(factsOf(name, entry, at)) });
    else if (folder !== '')
      diagnostics.push(entryProblem(at, `the entry "${folder}" has no name`, 'Let npm write the lockfile anew.'));
  }
  const graph: Graph = { modules, holders: linkHolders(held), diagnostics };
  const direct = new Set(own.flatMap((path) => targets(graph, path, entries[path.folder] ?? {})));
  const components: Component[] = [];
  for (const module of modules.values()) components.push(componentOf(graph, module, direct));
  return { components, graph: 'complete', diagnostics };
}

/** Leaves out what no system can have as a folder: following it up step by step would take time by its square. */
function onlyPaths(file: string, given: Entries, lineOf: (path: KeyPath) => number) {
  const diagnostics: Diagnostic[] = [];
  const folders = Object.keys(given);
  const tooLong = folders.filter((folder) => folder.length > longestPath);
  if (tooLong.length === 0) return { entries: given, folders, diagnostics };
  for (const folder of tooLong) {
    const at = { file, line: lineOf(['packages', folder]) };
    const message = `the entry ${quote(folder)} is longer than the path of any folder`;
    diagnostics.push(entryProblem(at, message, 'Let npm write the lockfile anew.'));
  }
  const others = Object.entries(given).filter(([folder]) => folder.length <= longestPath);
  return { entries: Object.fromEntries(others), folders: others.map(([folder]) => folder), diagnostics };
}

/** As PATH_MAX of Linux. */
const longestPath = 4096;

/** An entry, and what it is before its edges are known. */
type Module = { readonly path: ModulePath; readonly entry: LockEntry; readonly facts: ComponentFacts };

type Graph = {
  readonly modules: ReadonlyMap<string, Module>;
  readonly holders: Holders;
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

function nameOf(path: ModulePath): string | undefined {
  if (isModule(path)) return path.name;
  return path.folder === '' ? undefined : path.folder.split('/').at(-1);
}

function componentOf(graph: Graph, module: Module, direct: ReadonlySet<string>): Component {
  const { path, entry, facts } = module;
  const firstParty = path.base === undefined;
  const evidence = scopeOf(entry, facts.foundAt[0]);
  return {
    ...facts,
    pinning: firstParty ? { kind: 'exact' } : facts.pinning,
    scope: evidence.scope,
    scopeEvidence: [evidence],
    relation: firstParty || direct.has(path.folder) ? 'direct' : 'transitive',
    firstParty,
    dependsOn: edges(graph, module),
  };
}

/** By folder the name of the link that leads to it: until version 9 npm leaves out the name of a folder outside of the workspaces. */
function linkedNames(entries: Entries, folders: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const folder of folders) {
    const entry = entries[folder];
    if (entry?.link !== true) continue;
    const path = modulePath(folder);
    const target = addressOf(entry);
    if (isModule(path) && target !== undefined) names.set(target, path.name);
  }
  return names;
}

function addressOf(entry: LockEntry): string | undefined {
  return typeof entry.resolved === 'string' ? entry.resolved : undefined;
}

/** A flag takes an entry out of what surely ships; the first that is set decides. */
function scopeOf(entry: LockEntry, at: LinePlace): ScopeEvidence {
  if (entry.extraneous === true) return { scope: 'unknown', reason: '"extraneous": true', at };
  if (entry.dev === true) return { scope: 'development', reason: '"dev": true', at };
  if (entry.devOptional === true) return { scope: 'optional', reason: '"devOptional": true', at };
  if (entry.optional === true) return { scope: 'optional', reason: '"optional": true', at };
  return { scope: 'runtime', reason: 'no "dev" or "optional" flag', at };
}

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

/** The folders of the modules that an entry of the product's own asks for. */
function targets({ holders }: Graph, path: ModulePath, entry: LockEntry): string[] {
  const found: string[] = [];
  const holder = holderFor(holders, path);
  visitWanted(entry, true, (name) => {
    const target = findModule(holder, name);
    if (target !== undefined) found.push(target);
  });
  return found;
}

function edges({ modules, holders, diagnostics }: Graph, { path, entry, facts }: Module): readonly string[] {
  const found: string[] = [];
  const holder = holderFor(holders, path);
  visitWanted(entry, path.base === undefined, (name, need) => {
    const target = findModule(holder, name);
    const purl = target === undefined ? undefined : modules.get(target)?.facts.purl;
    if (purl !== undefined) found.push(purl);
    else if (need === 'needed') {
      const message = `${facts.purl} needs "${name}", which this lockfile does not hold`;
      diagnostics.push(
        entryProblem(facts.foundAt[0], message, "Run the package manager's install and commit the lockfile."),
      );
    }
  });
  // A list that grew has room to spare, and thousands of these are kept.
  return ascends(found) ? found.slice() : [...new Set(found)].toSorted();
}

/** npm writes names in order, and then most package URLs are. */
function ascends(purls: readonly string[]): boolean {
  for (let at = 1; at < purls.length; at++) if ((purls[at - 1] ?? '') >= (purls[at] ?? '')) return false;
  return true;
}
