import { entryProblem } from '../../../base/reading.ts';
import { quote } from '../../../base/quote.ts';
import type { Component, Relation, ScopeEvidence } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { LinePlace } from '../../../model/place.ts';
import type { Reading } from '../../../model/plugs/reader.ts';
import { withoutSecrets, fileNameOf } from '../../../base/packages/repositories/package-address.ts';
import { pypiComponent, registryName } from '../../python/pypi-package.ts';
import { readHashes, relock } from '../../python/locked/read-hashes.ts';
import { sourceAt } from '../../python/requirement/requirement-source.ts';
import { scopeOfName } from '../../python/scope-of-name.ts';
import { archivedComponent, type ListedArchive } from '../archived-component.ts';
import { readCondaArchive } from '../conda-archive.ts';
import type { CondaLockPackage } from './conda-lock-schema.ts';
import { isVirtual, type condaComponent } from '../conda-package.ts';
import type { EnvironmentNames } from '../environment/environment-names.ts';
import { strongestEvidence } from '../strongest-evidence.ts';

/** Makes one component of the entries of a package and version, which stand once for each platform and category. */
export function readCondaLockPackages(
  packages: readonly CondaLockPackage[],
  asked: EnvironmentNames,
  placeOf: (index: number) => LinePlace,
): Reading {
  const entries = packages.map((entry, index) => ({ entry, at: placeOf(index) }));
  const groups = [...Map.groupBy(entries, ({ entry }) => identityOf(entry)).values()].flatMap(lockedGroup);
  const find = groupFinder(groups);
  const targetsOf = ({ entries }: LockedGroup) =>
    entries.flatMap(({ entry }) => find(entry).flatMap((found) => found.group ?? []));
  const needed = new Set(groups.flatMap(targetsOf));
  const relationOf = (group: LockedGroup): Relation => {
    if (asked[group.manager].has(group.facts.name)) return 'direct';
    return asked.complete && needed.has(group) ? 'transitive' : 'unknown';
  };
  const components = groups.map((group): Component => {
    const evidence = scopeOf(group);
    const purls = targetsOf(group)
      .filter((other) => other !== group)
      .map(({ facts }) => facts.purl);
    return {
      ...group.facts,
      scope: evidence.scope,
      scopeEvidence: [evidence],
      relation: relationOf(group),
      firstParty: false,
      dependsOn: [...new Set(purls)].toSorted(),
    };
  });
  return {
    components,
    graph: 'complete',
    diagnostics: groups.flatMap((group) => [...group.problems, ...gaps(group, find)]),
  };
}

type Entry = { readonly entry: CondaLockPackage; readonly at: LinePlace };

type LockedGroup = {
  readonly manager: CondaLockPackage['manager'];
  readonly entries: readonly Entry[];
  readonly facts: ReturnType<typeof condaComponent>;
  readonly problems: readonly Diagnostic[];
};

function identityOf({ manager, name, version, url }: CondaLockPackage): string {
  return JSON.stringify([manager, name, version, manager === 'conda' ? readCondaArchive(url)?.channel : undefined]);
}

function lockedGroup(entries: readonly Entry[]): readonly LockedGroup[] {
  const [first, ...others] = entries;
  if (first === undefined) return [];
  const { manager, name, version } = first.entry;
  const read =
    manager === 'conda'
      ? archivedComponent(name, version, [archiveOf(first), ...others.map(archiveOf)])
      : pipComponent(first, entries);
  return [{ manager, entries, ...read }];
}

function archiveOf({ entry: { url, platform, build, hash }, at }: Entry): ListedArchive {
  const archive = readCondaArchive(url) ?? { address: withoutSecrets(url), subdir: platform, build };
  return { archive, md5: hash.md5, sha256: hash.sha256, at };
}

function pipComponent({ entry, at }: Entry, entries: readonly Entry[]): ReturnType<typeof archivedComponent> {
  const name = registryName(entry.name);
  const address = typeof entry.source === 'object' ? entry.source.url : undefined;
  const asked = address ?? (/^(?:git|hg|svn|bzr)\+/.test(entry.url) ? entry.url : undefined);
  const origin = asked === undefined ? undefined : sourceAt(asked, name, false, []);
  const addresses = [...new Set(entries.map((one) => withoutSecrets(one.entry.url)))];
  const given = entries.flatMap(({ entry: { url, hash } }) =>
    Object.entries({ md5: hash.md5, sha256: hash.sha256 }).flatMap(([algorithm, value]) =>
      value ? [{ hash: `${algorithm}:${value}`, of: fileNameOf(url) }] : [],
    ),
  );
  const { hashes, problems } = readHashes(name, given, at);
  const facts = pypiComponent({
    name,
    version: entry.version,
    pinning: origin?.repository === undefined ? { kind: 'exact' } : origin.pinning,
    hashes: [...new Map(hashes.map((hash) => [hash.value, hash])).values()],
    repository: origin?.repository,
    archive: origin?.archive,
    download: addresses.length === 1 && origin === undefined ? addresses[0] : undefined,
    at,
  });
  return { facts, problems };
}

type FindGroups = (
  entry: CondaLockPackage,
) => readonly { readonly name: string; readonly group: LockedGroup | undefined }[];

/**
 * Finds what an entry needs on its platform; what pip installs may find what conda installed, but not the other way
 * round. To conda, `typing-extensions` and `typing_extensions` are two packages.
 */
function groupFinder(groups: readonly LockedGroup[]): FindGroups {
  const keyOf = (manager: string, platform: string, name: string) =>
    `${manager} ${platform} ${manager === 'pip' ? registryName(name) : name}`;
  const byKey = new Map(
    groups.flatMap((group) =>
      group.entries.map(({ entry }) => [keyOf(entry.manager, entry.platform, entry.name), group] as const),
    ),
  );
  return ({ manager, platform, dependencies }) =>
    Object.keys(dependencies === '' ? {} : (dependencies ?? {})).map((name) => ({
      name,
      group:
        byKey.get(keyOf(manager, platform, name)) ??
        (manager === 'pip' ? byKey.get(keyOf('conda', platform, registryName(name))) : undefined),
    }));
}

/** The strongest scope of all platforms and categories. */
function scopeOf({ entries, facts }: LockedGroup): ScopeEvidence {
  const found = entries.map(({ entry, at }): ScopeEvidence => {
    const { category, optional } = entry;
    const otherwise = optional === 'true' ? 'optional' : 'unknown';
    const scope = category === 'main' ? 'runtime' : (scopeOfName(category) ?? otherwise);
    return { scope, reason: `category: ${category}`, at };
  });
  const [at] = facts.foundAt;
  return strongestEvidence(found) ?? { scope: 'unknown', reason: 'no category', at };
}

/** Only pip's packages may do without something: their dependencies have conditions that the lockfile leaves out. */
function gaps({ manager, facts, entries }: LockedGroup, find: FindGroups): readonly Diagnostic[] {
  if (manager === 'pip') return [];
  const missing = entries.flatMap(({ entry, at }) =>
    find(entry)
      .filter(({ name, group }) => group === undefined && !isVirtual(name))
      .map(({ name }) => ({ name, at })),
  );
  return [...new Map(missing.map((one) => [one.name, one])).values()].map(({ name, at }) =>
    entryProblem(at, `${facts.name} needs ${quote(name)}, which this lockfile does not hold`, relock),
  );
}
