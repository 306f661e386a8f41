import type { Component } from '../component.ts';
import type { Diagnostic } from '../diagnostic.ts';

/** What became of a file that looks like an input; none is passed over in silence. */
export type ScannedFile = {
  readonly path: string;
  /** The reader that took it, or that would have. */
  readonly reader: string | undefined;
  readonly status: 'read' | 'not-understood' | 'skipped';
  /** Why it was skipped or not understood. */
  readonly reason: string | undefined;
  /** Whether the file tells who needs whom: for all of its packages, for some, or not at all. */
  readonly graph: Graph;
};

/** How much of the dependency graph a file holds. */
export type Graph = 'complete' | 'partial' | 'none';

/** Everything that was found in a folder: one row for each distinct package and version, sorted by package URL. */
export type Inventory = {
  readonly components: readonly Component[];
  readonly files: readonly ScannedFile[];
  readonly diagnostics: readonly Diagnostic[];
};
