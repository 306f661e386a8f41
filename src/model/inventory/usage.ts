import type { LinePlace } from '../place.ts';

/** What a source file is to the product: part of it, or only a test or a build script. */
export type SourceRole = 'product' | 'test' | 'build';

/**
 * How surely an import means a package: the language names packages so; the names agree; or they agree with several
 * packages, of which at least one is meant.
 */
export type Certainty = 'exact' | 'by-name' | 'one-of-several';

/** A line of the product's own sources that imports a component. */
export type ImportSite = LinePlace & {
  readonly module: string;
  /** What is taken out of it by name; absent where it is imported as a whole, or nobody tells. */
  readonly names?: readonly string[];
  readonly role: SourceRole;
  /** True where the compiler takes types alone from it, so that nothing of it executes. */
  readonly typesOnly: boolean;
  readonly certainty: Certainty;
};

/** What the product's own sources import: nobody looked, or what was found in how many files. */
export type Usage =
  | { readonly kind: 'not-looked' }
  | {
      readonly kind: 'looked';
      /** The lines that import a component, by its package URL, sorted; a component that no line imports is not named. */
      readonly importedAt: ReadonlyMap<string, readonly ImportSite[]>;
      /** The languages whose sources were looked through, with how many files, and the package URL types they import from. */
      readonly languages: readonly LookedAt[];
    };

/** The sources of one language that were looked through. */
export type LookedAt = { readonly title: string; readonly files: number; readonly types: readonly string[] };
