import type { Advisory } from '../anomalies/advisory.ts';
import type { CveRecord } from '../anomalies/cve.ts';
import type { DatabaseName } from '../anomalies/database-source.ts';
import type { Fact, ListEdition } from '../anomalies/fact.ts';
import type { DatabasePages, ListPages } from './database-pages.ts';

/** What a feed found in an answer; a record that cannot be used is told, never dropped. */
export type FeedRecord =
  /** An advisory, and the bytes of its record as published, deflated (RFC 1951) for keeping. */
  | { readonly kind: 'advisory'; readonly advisory: Advisory; readonly document: Uint8Array }
  /** The answer only names the record, which is to be asked for by this path. */
  | { readonly kind: 'elsewhere'; readonly path: string }
  /** One record that cannot be read, while the rest of the answer can; `kept` where only a part of it cannot. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: string; readonly kept?: true | undefined }
  /** The answer as a whole is not what it should be; nothing of it may be used. */
  | { readonly kind: 'damaged'; readonly reason: string };

/** What a feed of facts found in an answer. */
export type ListRecord =
  | Exclude<FeedRecord, { readonly kind: 'advisory' | 'elsewhere' }>
  | ({ readonly kind: 'edition' } & ListEdition)
  | Fact;

/**
 * A plug that knows one publisher of advisories: what to ask, and how to read the answer; it never fetches.
 * Paths are relative to the source's folder or address, with `/`; escaping is left to the host.
 */
export type AdvisoryFeed = {
  /** Kebab-case and named as its file, such as `osv`. */
  readonly name: string;
  readonly title: string;
  /** The path at which a source lists the ecosystems that it has. */
  readonly index: string;
  /** The ecosystems that an index lists; `undefined` when the answer is no such list. */
  readonly ecosystems: (index: Uint8Array) => readonly string[] | undefined;
  /** The paths that hold all records of an ecosystem, best first: the first that is answered is enough. */
  readonly requests: (ecosystem: string) => readonly string[];
  /** The records in the answer at a path. */
  readonly records: (path: string, answer: Uint8Array) => Iterable<FeedRecord>;
  /** Reads one record from its bytes as published, which `records` gave deflated as its document. */
  readonly record: (document: Uint8Array) => FeedRecord | undefined;
  /** How the feed tells what changed lately in an ecosystem; absent where only all of it can be had. */
  readonly changes?: (ecosystem: string) => ChangeList;
};

/** The latest instant of any record, and the records of that instant. */
export type Watermark = { readonly instant: string; readonly ids: readonly string[] };

/** A list of records by the instant of their last change, the latest first. */
export type ChangeList = {
  readonly path: string;
  /** Whether what follows a piece of the list is older than the watermark. */
  readonly enough: (piece: Uint8Array, since: Watermark) => boolean;
  /** The paths of the records that changed since, and where that leaves the watermark; `undefined` for what is no such list. */
  readonly since: (
    list: Uint8Array,
    since: Watermark,
  ) => { readonly paths: readonly string[]; readonly watermark: Watermark } | undefined;
};

/** A plug that knows one list of facts about vulnerabilities or products, which is published as a whole; it never fetches. */
export type ListFeed = {
  /** Kebab-case and named as its file, such as `kev`. */
  readonly name: 'kev' | 'epss' | 'endoflife';
  readonly title: string;
  /** The paths at which the list may lie, best first: the first that is answered is enough. */
  readonly requests: readonly string[];
  /** What the paths of addresses end in that are the list itself, although no file is called so. */
  readonly endings?: readonly string[];
  /** How it answers page by page at an address of its own; absent where it is always one answer. */
  readonly pages?: ListPages;
  /** The edition and the facts in the answer at a path. */
  readonly records: (path: string, answer: Uint8Array) => Iterable<ListRecord>;
};

/** What a feed of a whole database found in an answer. */
export type DatabaseRecord =
  | FeedRecord
  /** A CVE, and the bytes of its record as published, deflated (RFC 1951) for keeping. */
  | { readonly kind: 'cve'; readonly cve: CveRecord; readonly document: Uint8Array };

/** A plug that knows one database of vulnerabilities, which is published as a whole, whatever it speaks of; it never fetches. */
export type DatabaseFeed = {
  /** Kebab-case and named as its file, such as `nvd`. */
  readonly name: DatabaseName;
  readonly title: string;
  /** What its publisher wants to be shown wherever its data is used. */
  readonly notice: string | undefined;
  /** Sets of paths that hold the whole as of a day, best first: the first of which anything is answered is enough. */
  readonly requests: (today: string) => readonly (readonly string[])[];
  /** Paths at which changes since the whole may lie. */
  readonly changes: readonly string[];
  /** Whether a file of a folder that is laid out as the publisher's repository holds records. */
  readonly holds: (path: string) => boolean;
  /** The file beside an answer that proves it, and what that has against it. */
  readonly proof?: {
    readonly path: (path: string) => string;
    readonly problem: (answer: Uint8Array, proof: Uint8Array) => string | undefined;
  };
  /** How it answers page by page at an address of its own; absent where it lies in files alone. */
  readonly pages?: DatabasePages;
  /** The records in the answer at a path; of a list of changes only what is not before an instant need be told. */
  readonly records: (path: string, answer: Uint8Array, since?: string) => Iterable<DatabaseRecord>;
};
