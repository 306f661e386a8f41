import type { PackageKey } from '../base/packages/package-key.ts';
import type { Advisory } from '../model/anomalies/advisory.ts';
import type { Layer } from '../model/component.ts';
import type { CvesFound, KnownProduct, ProductName } from '../model/anomalies/cve.ts';
import type { FactsFound } from '../model/anomalies/fact.ts';
import type { RandomAccess } from '../model/random-access.ts';
import type { OpenRegistries } from './sync/registry-source.ts';
import type { OpenTracker } from './sync/tracker-source.ts';
import type { FeedSource, SourceOptions } from './feed-source.ts';
import type { StoreBuilder, StoreContent, StoreUnloading, StoreUpdate } from './store-content.ts';

/** A file of the repository, by its path with `/`, and its size in bytes. */
export type ListedFile = {
  readonly path: string;
  readonly bytes: number;
  /** Whether its permissions let somebody run it. */
  readonly executable?: boolean;
  /** Of a file in an image: the layer that brought it. */
  readonly layer?: Layer | undefined;
  /** Of a file in an image, or behind a link: where its bytes are stored, which is one place however many paths lead there. */
  readonly stored?: Stored;
  /** Of a file in an image: what it was in the layers before, the latest first. */
  readonly hidden?: Iterable<HiddenFile>;
};

/** A place in an archive, or on a disk; images that share a layer share the archive. */
export type Stored = { readonly archive: object; readonly start: number };

/** A version of a file that a later layer of the image has replaced. */
export type HiddenFile = {
  readonly layer: Layer | undefined;
  readonly content: RandomAccess;
  readonly stored?: Stored;
};

/** A file or folder that is not among the files, and why; the path of a folder ends in `/`. */
export type Unlisted = {
  readonly path: string;
  /**
   * Listed elsewhere, by a lockfile or under another path; out of the repository; kept back by the system; or what Tureen was
   * stopped while it wrote it, or still writes.
   */
  readonly kind: 'elsewhere' | 'ignored' | 'outside' | 'unreadable' | 'unfinished';
  readonly reason: string;
};

/** All files of a repository, and what is not among them. */
export type Listing = { readonly files: readonly ListedFile[]; readonly unlisted: readonly Unlisted[] };

/** What a file is to hold; a large text may come in pieces. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** What a file is to hold, and what it held when that was composed; `undefined` where it was not there. */
export type FileEdit = {
  readonly path: string;
  readonly text: string | Uint8Array;
  readonly before: Uint8Array | undefined;
};

/** The files of one repository; every path is relative to its root and cannot leave it. */
export type Files = {
  /**
   * All files, sorted by path, and what is not among them; `include` holds globs of those that count although .gitignore or
   * the name of a folder keeps them back. Throws `HostError` when the root cannot be read.
   */
  readonly list: (include?: readonly string[]) => Promise<Listing>;
  /**
   * The bytes of a file, or `Subproject commit <commit>` for the folder of a git submodule, as git shows it; `undefined`
   * when there is none. Throws `HostError` when it cannot be read.
   */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** A part of a file, fewer bytes where it ends earlier; `undefined` when there is none. Throws `HostError`. */
  readonly readPart: (path: string, start: number, length: number) => Promise<Uint8Array | undefined>;
  /** Writes beside and renames, so that no reader ever sees half a file; makes the folders above it. */
  readonly write: (path: string, content: FileContent) => Promise<void>;
  /**
   * Writes all of them beside their places before the first is renamed, in this order: where one cannot be written, none is.
   * Throws `HostError`, and `UsageError` where somebody has changed a file meanwhile.
   */
  readonly edit: (edits: readonly FileEdit[]) => Promise<void>;
  /**
   * Writes a new folder beside its place and renames it, so that all its files, by their names, are there or none. Throws
   * `HostError`, also where one of that name holds files.
   */
  readonly writeFolder: (path: string, contents: ReadonlyMap<string, string | Uint8Array>) => Promise<void>;
};

/** A state of some product, as a person names it: a folder, a single file, or a commit of the repository. */
export type State = {
  readonly kind: 'folder' | 'file' | 'commit';
  readonly name: string;
  readonly files: Files;
  /** Where a single file is named, its path among the files. */
  readonly file?: string;
  /** Where a commit is named, its full hash. */
  readonly commit?: string;
};

/** The clock; it stands still at SOURCE_DATE_EPOCH where that is set. */
export type Clock = {
  readonly now: () => Date;
  /** What holds the clock, such as SOURCE_DATE_EPOCH; `undefined` when it runs. */
  readonly heldBy: string | undefined;
};

/** The local advisories, read-only. */
export type AdvisoryStore = {
  readonly path: string;
  readonly content: () => StoreContent;
  /** Advisories that speak of a package, sorted by feed and id. Of `affected` each has just the entries of that package. */
  readonly candidates: (asked: PackageKey) => readonly Advisory[];
  /** What the lists say of vulnerabilities, by their ids, and of packages, by package URLs without version. */
  readonly facts: (ids: readonly string[], packages: readonly string[]) => FactsFound;
  /** What CVE records say of vulnerabilities, by their ids, and of products, by the names that CPE has for them. */
  readonly cves: (ids: readonly string[], products: readonly ProductName[]) => CvesFound;
  /** The products of CVE records that have one of these names, however their words are separated, those with the most records first. */
  readonly products: (names: readonly string[]) => readonly KnownProduct[];
  /** A record as its feed published it; `undefined` when the store does not hold it. */
  readonly document: (feed: string, id: string) => string | undefined;
  readonly close: () => void;
};

/** The advisory store of a person or of CI; one process builds, many read. */
export type Stores = {
  /** Where the store lies when nobody says. */
  readonly defaultPath: string;
  /** Opens a store for reading; where there is no file, it says so. Throws `HostError`. */
  readonly open: (path: string) => Promise<AdvisoryStore>;
  /** Begins a new store and keeps every other process from doing so. Throws `HostError`. */
  readonly build: (path: string) => Promise<StoreBuilder>;
  /** As `build`, but from what the store holds; `undefined` where there is none of this Tureen's format. */
  readonly update: (path: string) => Promise<StoreUpdate | undefined>;
  /** Opens a store to take all out of it; `undefined` when it is empty. Throws `HostError`. */
  readonly unload: (path: string) => Promise<StoreUnloading | undefined>;
};

/** Sets Typst markup as a PDF; the same markup gives the same bytes. */
export type Typesetter = { readonly pdf: (markup: string, made: Date) => Promise<Uint8Array> };

/** What was unpacked and is too large for memory; gone when it is closed, and at the latest when the process ends. */
export type Scratch = RandomAccess & { readonly close: () => void };

/** A file that a person named, and what lies beside it. */
export type OpenedFile = { readonly files: Files; readonly file: string };

/** Everything of the world that the use cases need; a disk behind the command line, memory in tests. */
export type Host = {
  readonly files: Files;
  /** Keeps a stream outside of memory, to be read in parts. Throws `HostError`, and what the stream throws. */
  readonly keep: (pieces: AsyncIterable<Uint8Array>) => Promise<Scratch>;
  readonly clock: Clock;
  readonly stores: Stores;
  readonly typesetter: Typesetter;
  /** Throws `UsageError` when the name stands for nothing, `HostError` when git fails. */
  readonly openState: (name: string) => Promise<State>;
  /** Opens a file that a person names, wherever it lies. Throws `UsageError` where there is none, and for a folder. */
  readonly openFile: (name: string) => Promise<OpenedFile>;
  readonly openRegistries: OpenRegistries;
  readonly openSource: (address: string, options?: SourceOptions) => Promise<FeedSource>;
  readonly openTracker: OpenTracker;
};
