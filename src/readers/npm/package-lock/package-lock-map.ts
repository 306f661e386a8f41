import type { ComponentFacts } from '../../../base/packages/component-facts.ts';
import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Component, Scope, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { npmComponent, type NpmFacts } from '../npm-package.ts';
import type { LockEntry } from './package-lock-schema.ts';

type Entries = Readonly<Record<string, LockEntry>>;

/** Reads the `packages` map of lockfileVersion 2 and 3, whose keys are folders and whose edges are found as Node finds modules. */
export function readPackagesMap(file: string, given: Entries, lineOf: (path: KeyPath) => number): Reading {
  const { entries, folders, diagnostics } = onlyPaths(file, given, lineOf);
  const linked = linkedNames(entries, folders);
  const bare = new Map<string, ComponentFacts>();
  for (const folder of folders) {
    const entry = entries[folder];
    if (entry === undefined || entry.link === true) continue;
    const at = { file, line: lineOf(['packages', folder]) };
    const name = entry.name ?? linked.get(folder) ?? nameOf(folder);
    if (name !== undefined) bare.set(folder, npmComponent(factsOf(name, entry, at)));
    else if (folder !== '')
      diagnostics.push(entryProblem(at, `the entry "${folder}" has no name`, 'Let npm write the lockfile anew.'));
  }
  const graph: Graph = { entries, holders: holdersIn(entries, folders), bare, diagnostics };
  const direct = new Set(folders.filter(isOwn).flatMap((folder) => targets(graph, folder)));
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

type Graph = {
  readonly entries: Entries;
  /** By folder that has a node_modules, what this holds. */
  readonly holders: ReadonlyMap<string, Holder>;
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
  return startOfName(folder) === 0;
}

/** Where the name of a module begins in its folder, behind the last node_modules; 0 outside of any. */
function startOfName(folder: string): number {
  const inner = folder.lastIndexOf('/node_modules/');
  if (inner !== -1) return inner + '/node_modules/'.length;
  return folder.startsWith('node_modules/') ? 'node_modules/'.length : 0;
}

function nameOf(folder: string): string | undefined {
  return nameInside(folder) ?? (folder === '' ? undefined : folder.split('/').at(-1));
}

function nameInside(folder: string): string | undefined {
  const start = startOfName(folder);
  const name = folder.slice(start);
  return start > 0 && isModuleName(name) ? name : undefined;
}

/** A name without a slash, or with the one that ends its scope. */
function isModuleName(name: string): boolean {
  const slash = name.indexOf('/');
  if (slash === -1) return name !== '';
  return name.startsWith('@') && slash > 1 && slash < name.length - 1 && !name.includes('/', slash + 1);
}

/** By folder the name of the link that leads to it: until version 9 npm leaves out the name of a folder outside of the workspaces. */
function linkedNames(entries: Entries, folders: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const folder of folders) {
    const entry = entries[folder];
    if (entry?.link !== true) continue;
    const [name, target] = [nameInside(folder), addressOf(entry)];
    if (name !== undefined && target !== undefined) names.set(target, name);
  }
  return names;
}

function addressOf(entry: LockEntry): string | undefined {
  return typeof entry.resolved === 'string' ? entry.resolved : undefined;
}

function scopeOf(entry: LockEntry, at: LinePlace): ScopeEvidence {
  for (const { flag, scope, reason } of flags) if (entry[flag] === true) return { scope, reason, at };
  return { scope: 'runtime', reason: 'no "dev" or "optional" flag', at };
}

/** The flags of an entry that take it out of what surely ships; the first that is set decides. */
const flags = [
  { flag: 'extraneous', scope: 'unknown', reason: '"extraneous": true' },
  { flag: 'dev', scope: 'development', reason: '"dev": true' },
  { flag: 'devOptional', scope: 'optional', reason: '"devOptional": true' },
  { flag: 'optional', scope: 'optional', reason: '"optional": true' },
] as const satisfies readonly { readonly flag: keyof LockEntry; readonly scope: Scope; readonly reason: string }[];

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
function targets({ entries, holders }: Graph, folder: string): string[] {
  const found: string[] = [];
  const above = holdersAbove(holders, folder);
  visitWanted(entries[folder] ?? {}, true, (name) => {
    const target = resolve(above, name);
    if (target !== undefined) found.push(target);
  });
  return found;
}

function edges(
  { entries, holders, bare, diagnostics }: Graph,
  folder: string,
  from: ComponentFacts,
): readonly string[] {
  const found: string[] = [];
  const above = holdersAbove(holders, folder);
  visitWanted(entries[folder] ?? {}, isOwn(folder), (name, need) => {
    const target = resolve(above, name);
    const purl = target === undefined ? undefined : bare.get(target)?.purl;
    if (purl !== undefined) found.push(purl);
    else if (need === 'needed') {
      const message = `${from.purl} needs "${name}", which this lockfile does not hold`;
      diagnostics.push(
        entryProblem(from.foundAt[0], message, "Run the package manager's install and commit the lockfile."),
      );
    }
  });
  return ascends(found) ? found : [...new Set(found)].toSorted();
}

/** npm writes names in order, and then most package URLs are. */
function ascends(purls: readonly string[]): boolean {
  for (let at = 1; at < purls.length; at++) if ((purls[at - 1] ?? '') >= (purls[at] ?? '')) return false;
  return true;
}

/** By name the folders that Node would load from one node_modules. */
type Holder = ReadonlyMap<string, string>;

/**
 * What Node looks through for a module, from the nearest node_modules upwards. Only folders that hold one count, which is
 * few of them.
 */
function holdersAbove(holders: Graph['holders'], folder: string): Holder[] {
  const above: Holder[] = [];
  for (let base = folder; ; base = parentOf(base)) {
    const holder = holders.get(base);
    if (holder !== undefined) above.push(holder);
    if (base === '') return above;
  }
}

/** The folder of a module as Node finds it; a link leads to its target. */
function resolve(above: readonly Holder[], name: string): string | undefined {
  for (const holder of above) {
    const found = holder.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** By folder, what its own node_modules holds. */
function holdersIn(entries: Entries, folders: readonly string[]): Graph['holders'] {
  const holders = new Map<string, Map<string, string>>();
  for (const folder of folders) {
    const start = startOfName(folder);
    if (start === 0) continue;
    const entry = entries[folder];
    const base = folder.slice(0, Math.max(0, start - '/node_modules/'.length));
    const held = holders.get(base) ?? new Map<string, string>();
    holders.set(base, held);
    held.set(folder.slice(start), entry?.link === true ? (addressOf(entry) ?? folder) : folder);
  }
  return holders;
}

/** The folder above: of a package in a node_modules the folder that holds this, else the one before the last slash. */
function parentOf(folder: string): string {
  const isPackage = nameInside(folder) !== undefined;
  const end = isPackage ? startOfName(folder) - '/node_modules/'.length : folder.lastIndexOf('/');
  return folder.slice(0, Math.max(0, end));
}
