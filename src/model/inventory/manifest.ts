/** What a manifest asks for that ships: how many packages, and the line where the first of its lists begins. */
export type Asked = { readonly count: number; readonly line: number };

/** Why a manifest cannot be read, and where. */
export type Unreadable = { readonly message: string; readonly line: number };

/** Counts what a manifest asks for; it throws at nothing. */
export type AskManifest = (path: string, text: string) => Asked | Unreadable;

/** A kind of file that asks for packages and does not fix their versions: a lockfile beside it or above does. */
export type ManifestFormat = {
  readonly title: string;
  readonly files: readonly string[];
  /** Globs of the lockfiles that fix what it asks for. */
  readonly locks: readonly string[];
  /** Readers of files that fix it as well, when everything in them is exact. */
  readonly pinnedBy?: readonly string[];
  /** Which lockfile to commit, and what writes it. */
  readonly remedy: string;
  readonly load: () => Promise<AskManifest>;
};
