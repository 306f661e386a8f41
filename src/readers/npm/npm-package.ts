import type { ComponentFacts } from '../../base/packages/component-facts.ts';
import { fileNameOf, withoutSecrets } from '../../base/packages/repositories/package-address.ts';
import { formatPurl } from '../../base/packages/purl.ts';
import type { Component, Hash, LicenceStatement } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import { npmRepository } from './npm-repository.ts';

/** What every npm-family lockfile can say of a package, before scope and edges are known. */
export type NpmFacts = {
  readonly name: string;
  /** Of a package from git without a version, the commit stands for it. */
  readonly version?: string | undefined;
  /** Where the archive or repository lies, as the lockfile writes it. */
  readonly resolved?: string | undefined;
  /** Checksums of the archive that a registry serves, as Subresource Integrity. */
  readonly integrity?: string | undefined;
  /** Checksums that are written otherwise. */
  readonly hashes?: readonly Hash[] | undefined;
  readonly license?: unknown;
  readonly at: LinePlace;
};

/** Makes the part of a component that follows from these alone; a package URL from git says so, for the registry holds another archive. */
export function npmComponent(facts: NpmFacts): ComponentFacts {
  const { name, resolved, at } = facts;
  const repository = resolved === undefined ? undefined : npmRepository(resolved);
  const version = facts.version ?? repository?.commit;
  const read = readIntegrity(facts.integrity, 'archive');
  const hashes = facts.hashes === undefined ? read : [...read, ...facts.hashes];
  return {
    purl: npmPurl(name, version, repository?.vcsUrl),
    type: 'npm',
    name,
    version,
    pinning: pinningOf(version, hashes, resolved, repository),
    foundAt: [at],
    hashes,
    licences: licencesOf(facts.license, at),
    supplier: undefined,
    homepage: undefined,
    repository: repository?.address,
    download: repository === undefined && resolved !== undefined ? withoutSecrets(resolved) : undefined,
    description: undefined,
    source: undefined,
  };
}

/** The package URL of an npm package. */
export function npmPurl(name: string, version: string | undefined, vcsUrl?: string): string {
  if (vcsUrl === undefined && version !== undefined && isPlainName.test(name) && isPlain.test(version))
    return `pkg:npm/${name.startsWith('@') ? `%40${name.slice(1)}` : name}@${version}`;
  const slash = name.startsWith('@') ? name.indexOf('/') : -1;
  return formatPurl({
    type: 'npm',
    namespace: slash === -1 ? undefined : name.slice(0, slash),
    name: name.slice(slash + 1),
    version,
    qualifiers: vcsUrl === undefined ? undefined : { vcs_url: vcsUrl },
  });
}

/** Names and versions in which a package URL has nothing to spell or escape but the sign of a scope: nearly all. */
const isPlainName = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;
const isPlain = /^[a-z0-9][a-z0-9._-]*$/;

/** The version in the name of an archive, which `npm pack` puts there: `thing-1.2.3.tgz`. */
export function versionInArchive(address: string): string | undefined {
  const name = fileNameOf(address);
  return name.length > 300 ? undefined : /-(\d+\.\d+\.\d+.*?)\.(?:tgz|tar\.gz)$/.exec(name)?.[1];
}

/** Reads Subresource Integrity (W3C SRI), one or more `<algorithm>-<base64>` words; `of` is what it was taken over. */
export function readIntegrity(integrity: string | undefined, of: string): Hash[] {
  if (integrity === undefined) return [];
  if (usual.test(integrity)) return [{ algorithm: 'sha512', value: toHexadecimal(integrity.slice(7)), of }];
  if (!/\s/.test(integrity)) return readWord(integrity, of);
  return integrity.split(/\s+/).flatMap((word) => readWord(word, of));
}

/** One checksum without options, as npm has written it for years. */
const usual = /^sha512-[A-Za-z0-9+/=]+$/;

function readWord(word: string, of: string): Hash[] {
  const dash = word.indexOf('-');
  const algorithm = algorithms.get(word.slice(0, dash));
  const rest = word.slice(dash + 1);
  const end = rest.search(/[^A-Za-z0-9+/=]/);
  const digest = end === -1 ? rest : rest.slice(0, end);
  return algorithm === undefined || digest === '' ? [] : [{ algorithm, value: toHexadecimal(digest), of }];
}

const algorithms: ReadonlyMap<string, Hash['algorithm']> = new Map(
  (['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const).map((name) => [name, name]),
);

function toHexadecimal(base64: string): string {
  if (base64.length > bytes.length) return Buffer.from(base64, 'base64').toString('hex');
  return bytes.toString('hex', 0, bytes.write(base64, 'base64'));
}

/** Where the bytes of one digest stand for a moment, instead of in a buffer for each. */
const bytes = Buffer.alloc(128);

const exact = { kind: 'exact' } as const;

function pinningOf(
  version: string | undefined,
  hashes: readonly Hash[],
  resolved: string | undefined,
  repository: ReturnType<typeof npmRepository>,
): Component['pinning'] {
  if (repository !== undefined)
    return repository.commit === undefined ? { kind: 'mutable', asked: repository.vcsUrl } : exact;
  if (version !== undefined || hashes.length > 0) return exact;
  return { kind: 'range', asked: resolved === undefined ? '*' : withoutSecrets(resolved) };
}

/** A `license` field may hold an expression, or an object or list from before SPDX; each is kept as it is named, or else by its address. */
function licencesOf(license: unknown, at: LinePlace): LicenceStatement[] {
  if (license === undefined) return [];
  if (typeof license === 'string') return license.trim() === '' ? [] : [{ expression: license, at }];
  if (Array.isArray(license)) return license.flatMap((entry) => licencesOf(entry, at));
  if (typeof license !== 'object' || license === null) return [];
  const named = ['type', 'name', 'url'].map(
    (key) => Object.entries(license).find(([one]) => one === key)?.[1] as unknown,
  );
  const stated = named.find((one) =>
    Array.isArray(one) ? one.length > 0 : typeof one === 'string' && one.trim() !== '',
  );
  if (stated !== undefined) return licencesOf(stated, at);
  return [];
}
