import { entryProblem } from '../../base/reading.ts';
import type { Component, Scope, ScopeEvidence } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../model/place.ts';
import type { Reading } from '../../model/reader.ts';
import { commitOf, npmComponent, npmPurl } from './npm-package.ts';
import type { LockEntry } from './package-lock.ts';

type Entries = Readonly<Record<string, LockEntry>>;

/** Reads the `packages` map of lockfileVersion 2 and 3, whose keys are folders and whose edges are found as Node finds modules. */
export function readPackagesMap(file: string, entries: Entries, lineOf: (path: KeyPath) => number): Reading {
  const diagnostics: Diagnostic[] = [];
  const direct = new Set<string>();
  for (const [folder, entry] of Object.entries(entries)) {
    if (!isOwn(folder)) continue;
    for (const name of wanted(entry, true).keys()) {
      const target = resolve(entries, folder, name);
      if (target !== undefined) direct.add(target);
    }
  }
  const components = Object.entries(entries).flatMap(([folder, entry]): Component[] => {
    if (entry.link === true) return [];
    const at = { file, line: lineOf(['packages', folder]) };
    const name = nameOf(folder, entry);
    const firstParty = isOwn(folder);
    if (name === undefined) {
      if (folder !== '')
        diagnostics.push(entryProblem(at, `the entry "${folder}" has no name`, 'Let npm write the lockfile anew.'));
      return [];
    }
    const evidence = scopeOf(entry, at);
    return [
      {
        ...npmComponent({
          name,
          version: versionOf(entry),
          resolved: addressOf(entry),
          integrity: entry.integrity,
          license: entry.license,
          at,
        }),
        ...(firstParty && { pinning: { kind: 'exact' } as const }),
        scope: evidence.scope,
        scopeEvidence: [evidence],
        relation: firstParty || direct.has(folder) ? 'direct' : 'transitive',
        firstParty,
        dependsOn: edges(entries, folder, entry, at, diagnostics),
      },
    ];
  });
  return { components, graph: 'complete', diagnostics };
}

/** The root, workspace members and linked folders are the product's own; everything else lies in a node_modules. */
function isOwn(folder: string): boolean {
  return !/(^|\/)node_modules\//.test(folder);
}

function nameOf(folder: string, entry: LockEntry): string | undefined {
  if (entry.name !== undefined) return entry.name;
  const inside = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(folder);
  return inside?.[1] ?? (folder === '' ? undefined : folder.split('/').at(-1));
}

function versionOf(entry: LockEntry): string | undefined {
  return entry.version ?? commitOf(addressOf(entry));
}

function addressOf(entry: LockEntry): string | undefined {
  return typeof entry.resolved === 'string' ? entry.resolved : undefined;
}

function scopeOf(entry: LockEntry, at: LinePlace): ScopeEvidence {
  const flags: readonly [boolean | undefined, Scope, string][] = [
    [entry.extraneous, 'unknown', '"extraneous": true'],
    [entry.dev, 'development', '"dev": true'],
    [entry.devOptional, 'optional', '"devOptional": true'],
    [entry.optional, 'optional', '"optional": true'],
  ];
  const set = flags.find(([flag]) => flag === true);
  return set ? { scope: set[1], reason: set[2], at } : { scope: 'runtime', reason: 'no "dev" or "optional" flag', at };
}

/** The names that an entry asks for, and whether it can do without them. */
function wanted(entry: LockEntry, own: boolean): ReadonlyMap<string, 'needed' | 'optional'> {
  const peers = Object.keys(entry.peerDependencies ?? {}).filter(
    (name) => entry.peerDependenciesMeta?.[name]?.optional !== true,
  );
  return new Map([
    ...peers.map((name) => [name, 'optional'] as const),
    ...Object.keys(own ? (entry.devDependencies ?? {}) : {}).map((name) => [name, 'needed'] as const),
    ...Object.keys(entry.dependencies ?? {}).map((name) => [name, 'needed'] as const),
    ...Object.keys(entry.optionalDependencies ?? {}).map((name) => [name, 'optional'] as const),
  ]);
}

function edges(entries: Entries, folder: string, entry: LockEntry, at: LinePlace, diagnostics: Diagnostic[]): string[] {
  const found = new Set<string>();
  for (const [name, need] of wanted(entry, isOwn(folder))) {
    const target = resolve(entries, folder, name);
    const other = target === undefined ? undefined : entries[target];
    const otherName = target === undefined || other === undefined ? undefined : nameOf(target, other);
    if (other !== undefined && otherName !== undefined) {
      found.add(
        npmComponent({
          name: otherName,
          version: versionOf(other),
          resolved: addressOf(other),
          integrity: undefined,
          license: undefined,
          at,
        }).purl,
      );
    } else if (need === 'needed') {
      const who = folder === '' ? 'the root package' : npmPurl(nameOf(folder, entry) ?? folder, versionOf(entry));
      diagnostics.push(
        entryProblem(
          at,
          `${who} needs "${name}", which this lockfile does not hold`,
          "Run the package manager's install and commit the lockfile.",
        ),
      );
    }
  }
  return [...found].toSorted();
}

/** Finds a module as Node does: in the nearest node_modules, folder by folder upwards; a link leads to its target. */
function resolve(entries: Entries, folder: string, name: string): string | undefined {
  for (let base = folder; ; base = parentOf(base)) {
    const key = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    const entry = entries[key];
    if (entry?.link === true) return addressOf(entry) ?? key;
    if (entry !== undefined) return key;
    if (base === '') return undefined;
  }
}

function parentOf(folder: string): string {
  const nested = folder.lastIndexOf('/node_modules/');
  const slash = folder.lastIndexOf('/');
  if (nested !== -1 && /^\/node_modules\/(@[^/]+\/)?[^/]+$/.test(folder.slice(nested))) return folder.slice(0, nested);
  if (/^node_modules\/(@[^/]+\/)?[^/]+$/.test(folder)) return '';
  return slash === -1 ? '' : folder.slice(0, slash);
}
