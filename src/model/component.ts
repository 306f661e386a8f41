import type { RegistryFacts } from './inventory/metadata.ts';
import type { LinePlace } from './place.ts';

/** What a file tells about use: shipped, shipped when asked for, used only to build or test, or nothing. */
export type Scope = 'runtime' | 'optional' | 'development' | 'unknown';

/** Whether the product asks for a package itself or another package brings it in. */
export type Relation = 'direct' | 'transitive' | 'unknown';

/** Why a scope was concluded: the fact in the file, and the line it stands on. */
export type ScopeEvidence = {
  readonly scope: Scope;
  /** The fact, such as `"dev": true` or `group dev of dermascan-service`. */
  readonly reason: string;
  readonly at: LinePlace;
};

/** How firmly a file fixes a version (8.1.2): exactly, by a range, or by a name that can move. */
export type Pinning =
  | { readonly kind: 'exact' }
  | { readonly kind: 'range'; readonly asked: string }
  | { readonly kind: 'mutable'; readonly asked: string };

/** A checksum, lower-case hexadecimal, and what it was taken over. */
export type Hash = {
  readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512';
  readonly value: string;
  /** `archive` is the file that a registry serves; anything else is named, such as `numpy-2.1.3.tar.gz`. */
  readonly of: string;
};

/** A licence as a file states it, kept letter by letter. */
export type LicenceStatement = {
  readonly expression: string;
  /** Whose word it is where it is not the licensor's: what a person or a tool concluded, or found in the texts. */
  readonly said?: 'concluded' | 'detected';
  readonly at: LinePlace;
};

/** What a registry or a person states of a component, whether or not the files agree. */
export type StatedFact = {
  readonly fact: keyof RegistryFacts;
  readonly value: string;
  /** The address that was asked, or the record. */
  readonly source: string;
  /** The day on which the registry stated it. */
  readonly asOf: string | undefined;
};

/** The layer of an image, by the digest of its content and, where the image tells, the instruction that made it. */
export type Layer = { readonly digest: string; readonly instruction: string | undefined };

/** Where a component was found; in an image, with the layer that brought it. */
export type FoundAt = LinePlace & { readonly layer?: Layer };

/** The distribution package that a binary was built from; distributions publish advisories by it. */
export type SourcePackage = { readonly name: string; readonly version: string };

/**
 * One package at one exact version, found by a reader. Two files that lock the same package give two
 * components that `mergeComponents` joins; `undefined` always means that no file says.
 */
export type Component = {
  /** Canonical package URL, with the version where it is known. */
  readonly purl: string;
  /** The package URL type: npm, pypi, deb, generic … */
  readonly type: string;
  /** The name as its ecosystem writes it, such as `@babel/core`. */
  readonly name: string;
  readonly version: string | undefined;
  readonly pinning: Pinning;
  readonly scope: Scope;
  readonly scopeEvidence: readonly ScopeEvidence[];
  readonly relation: Relation;
  /** True for the product's own packages: the root and workspace members of a lockfile. */
  readonly firstParty: boolean;
  readonly foundAt: readonly FoundAt[];
  readonly hashes: readonly Hash[];
  readonly licences: readonly LicenceStatement[];
  readonly supplier: string | undefined;
  /** Who made it, which is not always who supplies it; registries and people tell. */
  readonly originator?: string | undefined;
  readonly homepage: string | undefined;
  readonly repository: string | undefined;
  /** The address that the archive comes from, as the file gives it. */
  readonly download: string | undefined;
  /** One line of text on what it is, as the file gives it. */
  readonly description: string | undefined;
  readonly source: SourcePackage | undefined;
  /** Names of the CPE dictionary that an SBOM gives it, as written; absent where none does. */
  readonly cpes?: readonly string[];
  /** Package URLs of what it needs; `undefined` when the file holds no graph. */
  readonly dependsOn: readonly string[] | undefined;
  /** What registries and people state of it, side by side; absent where nobody was asked. */
  readonly stated?: readonly StatedFact[];
};
