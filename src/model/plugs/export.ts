import type { Inventory } from '../inventory/inventory.ts';

/** What an SBOM is about and how it was made: everything that the inventory itself does not know. */
export type SbomSubject = {
  readonly product: {
    readonly name: string;
    readonly version: string | undefined;
    readonly manufacturer: string | undefined;
    readonly website: string | undefined;
    readonly email: string | undefined;
  };
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO instant; comes from the host so that the same day gives the same bytes. */
  readonly made: string;
  readonly inventory: Inventory;
};

/** A plug that writes an SBOM in one machine format. */
export type SbomExport = {
  /** The value of `--format`, such as `cyclonedx-json`. */
  readonly name: string;
  readonly title: string;
  /** Versions of the specification that it writes, the preferred one first. */
  readonly specs: readonly string[];
  readonly extension: string;
  /** The whole file; `spec` is one of `specs`. The same subject gives the same bytes, whatever the order of its components. */
  readonly write: (subject: SbomSubject, spec: string) => string;
};
