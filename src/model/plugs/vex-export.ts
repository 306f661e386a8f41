import type { VexDocument } from '../vex/vex-document.ts';

/** Who issues a document, and by which tool: what a format asks for beside the statements. */
export type VexIssuer = {
  readonly website: string | undefined;
  readonly email: string | undefined;
  readonly tool: { readonly name: string; readonly version: string };
};

/** A plug that writes VEX in one machine format. */
export type VexExport = {
  /** The value of `--format`, such as `openvex`. */
  readonly name: string;
  readonly title: string;
  readonly extension: string;
  /** What the format cannot do without and `tureen.yaml` may lack. */
  readonly needs: readonly 'website'[];
  /** The whole file; the same document gives the same bytes. */
  readonly writeVex: (document: VexDocument, issuer: VexIssuer) => string;
};
