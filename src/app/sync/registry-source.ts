import type { RegistryName, RegistryQuestion } from '../../model/plugs/registry.ts';

/** Where registries of a kind are asked, as a person or the configuration of a package manager names it. */
export type RegistryPlace = {
  readonly registry: RegistryName;
  readonly address: string;
  /** The one package, or the npm scope with its `@`, that is asked for there; everything where it is absent. */
  readonly only?: string;
  /** Patterns of path prefixes (GOPRIVATE) of packages that it must not hear of. */
  readonly except?: readonly string[];
  /** Who named it: a file, a variable or an option. */
  readonly from: string;
};

/** What a registry answered; `text` is `undefined` where it knows nothing at that address. */
export type RegistryAnswer =
  | { readonly kind: 'answer'; readonly address: string; readonly text: string | undefined }
  | { readonly kind: 'refused'; readonly address: string; readonly reason: string };

/** What was asked so far. */
export type RegistryCounts = { readonly requests: number; readonly unchanged: number; readonly bytes: number };

/** The registries that can be asked; tokens are known to it alone, and go to the origin that they were named for. */
export type OpenedRegistries = {
  /** What the configuration names, the first to be asked first. */
  readonly places: readonly RegistryPlace[];
  /** Configuration that could not be used, and why. */
  readonly notes: readonly string[];
  /** Asks a question below a base address; an answer of an earlier run is asked for anew with its validators. */
  readonly ask: (base: string, question: RegistryQuestion) => Promise<RegistryAnswer>;
  readonly counts: () => RegistryCounts;
};

/**
 * Reads where registries lie, in the repository's and the user's configuration. Hosts that a person trusts are sent what the
 * repository's files take from the environment, as are those that the user's own configuration names.
 */
export type OpenRegistries = (trusted: readonly string[]) => Promise<OpenedRegistries>;
