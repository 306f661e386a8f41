import { quote } from '../../../base/quote.ts';
import { entryProblem, syntaxProblem, unreadable } from '../../../base/reading.ts';
import type { Hash } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { Reading, Source } from '../../../model/plugs/reader.ts';
import { linkLock, type UnlinkedLock, type Want } from '../link-lock.ts';
import type { LockEntry } from '../lock-graph.ts';
import { npmComponent, type NpmFacts } from '../npm-package.ts';
import { npmRepository } from '../npm-repository.ts';
import { servedName } from '../served-name.ts';
import { parseClassicLock, type ClassicEntry } from './yarn-classic-syntax.ts';
import { yarnResolutions, type YarnResolutions } from './yarn-resolutions.ts';
import { classicManifestFiles, manifestWorkspaces, readManifests } from './yarn-workspaces.ts';

/** Reads a yarn.lock of version 1: edges are ranges that are keys too, and what ships stands in the manifests alone. */
export function readClassicLock({ path: file, text, companions }: Source): Reading {
  const parsed = parseClassicLock(text);
  if ('message' in parsed) return unreadable(syntaxProblem(file, parsed.message, parsed.at));
  const diagnostics: Diagnostic[] = [];
  const manifests = readManifests(classicManifestFiles(companions, file, companions.keys()), companions, diagnostics);
  const workspaces = manifestWorkspaces(file, manifests);
  const packages = new Map<LockEntry, readonly Want[]>();
  const byKey = new Map<string, LockEntry>();
  for (const entry of parsed) {
    const at = { file, line: entry.line };
    const facts = factsOf(entry, at);
    if (facts.version === undefined && entry.fields.get('uid') === undefined)
      diagnostics.push(entryProblem(at, `the entry ${quote(entry.keys[0] ?? '')} has no version`, rewrite));
    const node: LockEntry = { facts: npmComponent(facts), kind: isFolder(entry) ? 'own' : 'foreign' };
    packages.set(node, wantsOf(entry));
    for (const key of entry.keys) byKey.set(key, node);
  }
  const roots = new Map(workspaces.flatMap(({ entry }) => (entry === undefined ? [] : [[entry.facts.name, entry]])));
  const linked = linkLock({
    workspaces,
    packages,
    find: finder(byKey, roots, yarnResolutions(manifests[0])),
    unreached:
      manifests.length === 0
        ? 'the package.json that tells what ships is not there'
        : 'nothing that the manifests ask for needs it',
    command: 'yarn install',
  });
  return { ...linked, diagnostics: [...diagnostics, ...linked.diagnostics] };
}

const rewrite = 'Let yarn write the lockfile anew.';

/** The name of a key, which may be an alias, and its range. */
function splitKey(key: string): readonly [name: string, range: string] {
  const at = key.indexOf('@', 1);
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

/** The address tells the name best; else an alias does, `a@npm:b@^1.0.0`; else the key itself. */
function factsOf({ keys, fields }: ClassicEntry, at: LinePlace): NpmFacts {
  const [name, range] = splitKey(keys[0] ?? '');
  const resolved = fields.get('resolved');
  const alias = keys.flatMap((key) => /^npm:((?:@[^/]+\/)?[^@/]+)/.exec(splitKey(key)[1])?.[1] ?? [])[0];
  const integrity = fields.get('integrity');
  return {
    name: servedName(resolved) ?? alias ?? name,
    // The version of a linked folder is made up.
    version: range.startsWith('link:') ? undefined : fields.get('version'),
    resolved,
    integrity,
    hashes: integrity === undefined ? hashBehind(resolved) : [],
    at,
  };
}

/** yarn 1 writes the sha1 of an archive behind its address; behind a repository's stands the commit. */
function hashBehind(resolved = ''): Hash[] {
  const value = /#([0-9a-f]{40})$/.exec(resolved)?.[1];
  return value === undefined || npmRepository(resolved) !== undefined
    ? []
    : [{ algorithm: 'sha1', value, of: 'archive' }];
}

/** Whether an entry is a folder, which is the product's own, and not an archive of somebody else's. */
function isFolder({ keys, fields }: ClassicEntry): boolean {
  const [, range] = splitKey(keys[0] ?? '');
  return fields.get('resolved') === undefined && /^(?:link:|file:|\.{0,2}\/)/.test(range);
}

function wantsOf({ lists }: ClassicEntry): readonly Want[] {
  const optional = lists.get('optionalDependencies');
  const list = (ranges: ReadonlyMap<string, string> | undefined, isOptional: boolean) =>
    [...(ranges ?? [])].map(([name, range]) => ({ name, range, isOptional }));
  return [...list(lists.get('dependencies'), false), ...list(optional, true)];
}

/**
 * A range leads to the entry that has it for a key. A resolution for one parent leaves that entry there, and whether it
 * is used depends on the path, so both are found. What has no key is a workspace, or was resolved to the only other one.
 */
function finder(
  byKey: ReadonlyMap<string, LockEntry>,
  roots: ReadonlyMap<string, LockEntry>,
  resolutions: YarnResolutions,
): UnlinkedLock['find'] {
  const byName = new Map<string, LockEntry | 'several'>();
  for (const [key, entry] of byKey) {
    const [name] = splitKey(key);
    const known = byName.get(name) ?? entry;
    byName.set(name, known === entry ? entry : 'several');
  }
  return ({ name, range }, from) => {
    const exact = byKey.get(`${name}@${range}`);
    const resolved = resolutions(from.name, name).flatMap((value) => byKey.get(`${name}@${value}`) ?? []);
    if (exact !== undefined) return resolved.length === 0 ? [exact] : [...new Set([exact, ...resolved])];
    if (resolved.length > 0) return resolved;
    const root = roots.get(name);
    if (root !== undefined) return [root];
    const named = byName.get(name);
    return named === undefined || named === 'several' ? undefined : [named];
  };
}
