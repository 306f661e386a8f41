import type { RegistryFacts } from '../inventory/metadata.ts';

/** Every kind of package registry that can be asked; each is a type of package URLs. */
export type PackageRegistryName =
  | 'cargo'
  | 'composer'
  | 'conda'
  | 'cran'
  | 'gem'
  | 'golang'
  | 'hex'
  | 'maven'
  | 'npm'
  | 'nuget'
  | 'pub'
  | 'pypi';

/** A collection of facts about packages of several types, which is asked only when a person names it. */
export type CollectionName = 'clearlydefined' | 'depsdev';

/** Whatever can be asked for facts about packages. */
export type RegistryName = PackageRegistryName | CollectionName;

/** One version of a package, as its registry knows it; unescaped. */
export type RegistryPackage = {
  /** The base address of the registry, without a slash at its end. */
  readonly base: string;
  /** The type of its package URL. */
  readonly type: PackageRegistryName;
  /** Of a conda package, its channel. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly version: string;
  /** The name of the archive in use, where a file gives its address. */
  readonly archive?: string | undefined;
};

/** A question to a registry; escaping is left to the host. */
export type RegistryQuestion = {
  /** What the plug calls it, to find its answer again. */
  readonly name: string;
  /** An address that an earlier answer gave; the base address of the registry where it is absent. */
  readonly at?: string;
  /** The steps of a path below that address; a slash parts a step further. */
  readonly path: readonly string[];
  /** Whether a slash in a step is a part of it, and sent escaped. */
  readonly wholeSteps?: boolean;
  readonly accept: string;
  /** Milliseconds to keep between such questions, where the registry asks for it. */
  readonly pause?: number;
};

/** The answers so far, by the names of their questions: a text, or `undefined` where the registry knows nothing there. */
export type RegistryAnswers = ReadonlyMap<string, string | undefined>;

/** What the answers hold together, or why they are none of such a registry. */
export type RegistryReading =
  | { readonly kind: 'facts'; readonly facts: RegistryFacts }
  | { readonly kind: 'absent'; readonly reason: string }
  | { readonly kind: 'damaged'; readonly reason: string };

/** Orders versions of the registry's ecosystem: negative where the first is older. */
export type CompareVersions = (a: string, b: string) => number;

/** A plug that knows one kind of package registry: what to ask, and how to read the answers; it never fetches. */
export type Registry = {
  /** The type of package URLs that it serves, and the name of its file. */
  readonly name: RegistryName;
  /** The types that a collection knows; absent where it is the registry of one type. */
  readonly serves?: readonly PackageRegistryName[];
  readonly title: string;
  /** Where people name its address, for messages. */
  readonly configured: string;
  /** The next question, given the answers so far; `undefined` when nothing more is to be asked. */
  readonly ask: (wanted: RegistryPackage, answers: RegistryAnswers) => RegistryQuestion | undefined;
  readonly read: (wanted: RegistryPackage, answers: RegistryAnswers, compare: CompareVersions) => RegistryReading;
  /** The base address of the registry that a file was taken from; `undefined` where the file's address does not tell. */
  readonly baseOf?: (download: string, wanted: Omit<RegistryPackage, 'base'>) => string | undefined;
  /** Whether a package can be from the registry at an address; from any of its kind where this is absent. */
  readonly isAt?: (base: string, wanted: Omit<RegistryPackage, 'base'>) => boolean;
};
