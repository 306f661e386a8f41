import type { RegistryFacts } from '../inventory/metadata.ts';

/** Every kind of registry that can be asked. */
export type RegistryName =
  | 'cargo'
  | 'composer'
  | 'cran'
  | 'gem'
  | 'golang'
  | 'hex'
  | 'maven'
  | 'npm'
  | 'nuget'
  | 'pub'
  | 'pypi';

/** One version of a package, as its registry knows it; unescaped. */
export type RegistryPackage = {
  /** The base address of the registry, without a slash at its end. */
  readonly base: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly version: string;
};

/** A question to a registry; escaping is left to the host. */
export type RegistryQuestion = {
  /** What the plug calls it, to find its answer again. */
  readonly name: string;
  /** An address that an earlier answer gave; the base address of the registry where it is absent. */
  readonly at?: string;
  /** The steps of a path below that address. */
  readonly path: readonly string[];
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
  readonly title: string;
  /** Where people name its address, for messages. */
  readonly configured: string;
  /** The next question, given the answers so far; `undefined` when nothing more is to be asked. */
  readonly ask: (wanted: RegistryPackage, answers: RegistryAnswers) => RegistryQuestion | undefined;
  readonly read: (wanted: RegistryPackage, answers: RegistryAnswers, compare: CompareVersions) => RegistryReading;
  /** The base address of the registry that a file was taken from; `undefined` where the file's address does not tell. */
  readonly baseOf?: (download: string, wanted: Omit<RegistryPackage, 'base'>) => string | undefined;
};
