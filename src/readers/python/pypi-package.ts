import { componentFacts, type ComponentFacts } from '../../base/packages/component-facts.ts';
import type { Hash, Pinning } from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Repository } from '../../base/packages/repositories/package-address.ts';

/** What a file of the Python world can say of a package, before scope and edges are known. */
export type PypiFacts = {
  /** `generic` when the file gives an address alone: what a registry would call the package is not known then. */
  readonly type?: 'pypi' | 'generic' | undefined;
  /** In the form of PEP 503. */
  readonly name: string;
  readonly version: string | undefined;
  readonly pinning: Pinning;
  readonly hashes: readonly Hash[];
  /** Set when the package is built from a repository instead of taken from a registry. */
  readonly repository?: Repository | undefined;
  /** The archive's address, when the package comes from there instead of from a registry. */
  readonly archive?: string | undefined;
  /** Where a registry holds the archive. */
  readonly download?: string | undefined;
  readonly at: LinePlace;
};

/** The part of a component that follows from its facts alone; what the index is called does not change the package URL. */
export function pypiComponent(facts: PypiFacts): ComponentFacts {
  const { type = 'pypi', name, version, pinning, hashes, repository, archive } = facts;
  const qualifiers = { vcs_url: repository?.vcsUrl, download_url: archive };
  return {
    ...componentFacts({ type, name, version, qualifiers }, facts.at),
    pinning,
    hashes,
    repository: repository?.address,
    download: archive ?? facts.download,
  };
}

/** The name by which a registry knows a package (PEP 503): `Foo_Bar` and `foo-bar` are one. */
export function registryName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Reads `sha256:<hex>`; `undefined` for an algorithm or a digest of a length that nobody knows. */
export function readHash(text: string, of: string): Hash | undefined {
  const [algorithm = '', value = ''] = text.toLowerCase().split(':');
  const length = digestLengths.get(algorithm);
  return length !== undefined && value.length === length && /^[0-9a-f]*$/.test(value)
    ? { algorithm: algorithm as Hash['algorithm'], value, of }
    : undefined;
}

const digestLengths = new Map<string, number>([
  ['md5', 32],
  ['sha1', 40],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
] satisfies [Hash['algorithm'], number][]);
