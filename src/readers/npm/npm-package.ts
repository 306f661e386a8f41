import { formatPurl } from '../../base/purl.ts';
import type { Component, Hash, LicenceStatement } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/** What every npm-family lockfile can say of a package, before scope and edges are known. */
export type NpmFacts = {
  readonly name: string;
  readonly version: string | undefined;
  /** Where the archive or repository lies, as the lockfile writes it. */
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  readonly license: unknown;
  readonly at: LinePlace;
};

/** The part of a component that follows from its facts alone. */
export function npmComponent(
  facts: NpmFacts,
): Omit<Component, 'scope' | 'scopeEvidence' | 'relation' | 'firstParty' | 'dependsOn'> {
  const repository = gitAddress(facts.resolved);
  return {
    purl: npmPurl(facts.name, facts.version, repository),
    type: 'npm',
    name: facts.name,
    version: facts.version,
    pinning: pinningOf(facts),
    foundAt: [facts.at],
    hashes: hashesOf(facts.integrity),
    licences: licencesOf(facts.license, facts.at),
    supplier: undefined,
    homepage: undefined,
    repository,
    download: repository === undefined ? facts.resolved : undefined,
    description: undefined,
    source: undefined,
  };
}

/** The package URL of an npm package; a package from git says so, for the registry holds another archive. */
export function npmPurl(name: string, version: string | undefined, repository?: string): string {
  const slash = name.startsWith('@') ? name.indexOf('/') : -1;
  return formatPurl({
    type: 'npm',
    namespace: slash === -1 ? undefined : name.slice(0, slash),
    name: name.slice(slash + 1),
    version,
    qualifiers: { vcs_url: repository },
  });
}

/** The commit that a git address ends in; a branch or tag is none. */
export function commitOf(address: string | undefined): string | undefined {
  return /#(?:semver:)?([0-9a-f]{40})$/.exec(address ?? '')?.[1];
}

function pinningOf(facts: NpmFacts): Component['pinning'] {
  const repository = gitAddress(facts.resolved);
  if (repository !== undefined && commitOf(repository) === undefined) return { kind: 'mutable', asked: repository };
  if (facts.version === undefined && facts.integrity === undefined && repository === undefined)
    return { kind: 'range', asked: facts.resolved ?? '*' };
  return { kind: 'exact' };
}

function gitAddress(resolved: string | undefined): string | undefined {
  return resolved !== undefined && /^(git[+:@]|github:|gitlab:|bitbucket:)/.test(resolved) ? resolved : undefined;
}

/** Reads Subresource Integrity (W3C SRI): one or more `<algorithm>-<base64>` words. */
function hashesOf(integrity: string | undefined): Hash[] {
  return (integrity ?? '').split(/\s+/).flatMap((word) => {
    const [, algorithm, digest] = /^(sha1|sha256|sha384|sha512|md5)-([A-Za-z0-9+/=]+)/.exec(word) ?? [];
    if (algorithm === undefined || digest === undefined) return [];
    return [
      {
        algorithm: algorithm as Hash['algorithm'],
        value: Buffer.from(digest, 'base64').toString('hex'),
        of: 'archive',
      },
    ];
  });
}

/** A `license` field may hold an expression, or an object or list from before SPDX; each is kept as it is named. */
function licencesOf(license: unknown, at: LinePlace): LicenceStatement[] {
  if (typeof license === 'string') return license.trim() === '' ? [] : [{ expression: license, at }];
  if (Array.isArray(license)) return license.flatMap((entry) => licencesOf(entry, at));
  if (typeof license === 'object' && license !== null && 'type' in license) return licencesOf(license.type, at);
  return [];
}
