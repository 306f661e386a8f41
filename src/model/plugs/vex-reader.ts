import type { Diagnostic } from '../diagnostic.ts';
import type { KeyPath } from '../place.ts';
import type { VexDocument } from '../vex/vex-document.ts';

/** A JSON document that may be VEX, with the lines of its keys. */
export type VexInput = {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (keyPath: KeyPath) => number;
};

/** What was read of a document; what of it could not be is told. */
export type VexReading = { readonly document: VexDocument | undefined; readonly diagnostics: readonly Diagnostic[] };

/** A plug that reads VEX of one format; it throws on nothing. */
export type VexReader = {
  /** Named as the export of the same format. */
  readonly name: string;
  readonly title: string;
  /** Whether a document says that it has this format. */
  readonly fits: (value: unknown) => boolean;
  readonly readVex: (input: VexInput) => VexReading;
};
