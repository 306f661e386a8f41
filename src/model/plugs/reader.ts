import type { Component } from '../component.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Graph } from '../inventory/inventory.ts';
import type { RandomAccess } from '../random-access.ts';

/** A text file that the core has opened for a reader. */
export type SourceFile = {
  /** Relative to the scanned folder, with `/`. */
  readonly path: string;
  readonly text: string;
};

/** What a reader is given: its file, the companions that it asked for, by path, and the paths of all files, sorted. */
export type Source = SourceFile & {
  readonly companions: ReadonlyMap<string, string>;
  readonly tree?: readonly string[];
};

/** What a reader of bytes is given: a file that is no text, such as a package database, and its companions, which are text. */
export type BytesSource = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly companions: ReadonlyMap<string, string>;
  /** The paths of all files, sorted: what stands beside it and is no text can be named, not read. */
  readonly tree: readonly string[];
};

/** What a reader of executables is given: a file of which it fetches only the parts that it needs. */
export type PartsSource = { readonly path: string; readonly content: RandomAccess };

/** What a reader found in one file. Each component carries one `foundAt`. */
export type Reading = {
  readonly components: readonly Component[];
  readonly graph: Graph;
  /** What could not be read, each with its line; nothing is dropped in silence. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Of a package database: the files that its packages installed, as paths in the scanned folder. What other readers
   * would find in them is listed already.
   */
  readonly owns?: readonly string[];
  /** Of an SBOM that Tureen itself wrote: the name of the product that it is of. */
  readonly writtenOf?: string;
};

/** What a reader can tell, checked against its fixtures; the table of readers is made from it. */
export type Capabilities = {
  readonly scope: boolean;
  readonly graph: boolean;
  readonly hashes: boolean;
  readonly licence: boolean;
  readonly direct: boolean;
};

/** A reader's line in the registry: the files it is for, and its code, which is loaded when the first of them is met. */
export type ReaderEntry = {
  readonly name: string;
  /** Globs over the path inside the scanned folder. */
  readonly files: readonly string[];
  /** Set when most of these files hold no component and are no inputs: such a file counts only when something is found in it. */
  readonly onlyWhenFound?: true;
  /**
   * Where these files count: in a repository, which is meant when nothing is said; in a system, which is an image or the
   * folder of a root file system, where packages lie installed; or in both.
   */
  readonly within?: 'repository' | 'system' | 'both';
  /** Whether it tells what its packages installed; it is read before those who would find the same again. */
  readonly owns?: true;
  /** Whether it also takes whatever can be run or linked, whatever its name. */
  readonly executables?: true;
  readonly load: () => Promise<AnyReader>;
};

/** A reader of whatever kind of content. */
export type AnyReader = Reader | BytesReader | PartsReader;

/** What names a reader, says what it can, and asks for what it needs. */
type Named = {
  /** Kebab-case and named as its file, such as `package-lock`. */
  readonly name: string;
  readonly title: string;
  readonly capabilities: Capabilities;
  /**
   * Paths of other files, all of them text, that it needs, from what was opened so far; asked again until nothing new
   * comes. `tree` holds the paths of all files, sorted, for those that name others by a pattern.
   */
  readonly companions?: (
    opened: ReadonlyMap<string, string>,
    path: string,
    tree: readonly string[],
  ) => readonly string[];
};

/** A plug that understands one file format: text in, components out; it opens nothing and runs nothing. */
export type Reader = Named & {
  /** Text is UTF-8; `legacy-text` may be in an older encoding, as long as what counts of it is ASCII. */
  readonly content?: 'text' | 'legacy-text';
  /** A broken file gives a `SyntaxProblem` diagnostic and no components, never an exception. */
  readonly read: (source: Source) => Reading;
};

/** A reader of files that are no text; what it finds stands at line 1 of the file. */
export type BytesReader = Named & {
  readonly content: 'bytes';
  /** A broken file gives a `SyntaxProblem` diagnostic and no components, never an exception. */
  readonly read: (source: BytesSource) => Reading;
};

/** A reader of files that may be large and mostly hold other things; a file that is none of its own gives nothing. */
export type PartsReader = Named & {
  readonly content: 'parts';
  /** A broken file gives a `SyntaxProblem` diagnostic and no components, never an exception. */
  readonly read: (source: PartsSource) => Promise<Reading>;
};
