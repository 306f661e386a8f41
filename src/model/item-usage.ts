import type { ImportSite, LookedAt } from './inventory/usage.ts';

/** Whether a software item that a record names as user is built from a file in which the package stands. */
export type NamedUser = {
  readonly index: number;
  readonly softwareItem: string;
  readonly result: 'claims-it' | 'claims-it-not' | 'no-software-item';
};

/** Who uses a SOUP item by its record, with what files and sources show set against it. */
export type ItemUsage = {
  readonly named: readonly NamedUser[];
  /** Software items that are built from a file in which it stands, and that the record does not name. */
  readonly unnamed: readonly string[];
  /** The lines of the product's own code that load it; empty as well where nobody looked. */
  readonly sites: readonly ImportSite[];
  /** Those of them in files that are none of the modules named; empty where no modules are named. */
  readonly elsewhere: readonly ImportSite[];
  /** Modules named in which no line loads it. */
  readonly idle: readonly { readonly index: number; readonly position: number; readonly module: string }[];
  /** The languages that import such packages and were looked through; empty where nobody can tell. */
  readonly lookedThrough: readonly LookedAt[];
};
