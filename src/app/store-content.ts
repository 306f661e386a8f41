import type { Advisory } from '../model/anomalies/advisory.ts';
import type { CveRecord } from '../model/anomalies/cve.ts';
import type { Evaluation, UsedDatabase, UsedList } from '../model/anomalies/evaluation.ts';
import type { Fact } from '../model/anomalies/fact.ts';
import type { Watermark } from '../model/plugs/feed.ts';
import type { Validators } from './feed-source.ts';

/** What a source was asked for and gave. */
export type StoredSource = Evaluation['data']['sources'][number];

/** What a store holds; one that is empty, or of which there is no file, says so. */
export type StoreContent = { readonly kind: 'missing' | 'empty' } | ({ readonly kind: 'filled' } & Evaluation['data']);

/** A record that did not get into the store, and why; `kept` where all of it did but the part that cannot be read. */
export type UnreadableRecord = { readonly name: string; readonly reason: string; readonly kept?: true | undefined };

/** How a source stood for one ecosystem when it was last asked, so that it can be asked for what is new alone. */
export type FeedState = {
  /** The state of its latest record; absent where the feed does not tell what changed. */
  readonly watermark?: Watermark | undefined;
  /** Of the list of changes. */
  readonly list?: Validators | undefined;
  /** Of the answer that holds all records, and its sha256. */
  readonly whole?: Validators | undefined;
  readonly sha256?: string | undefined;
  /** When it was last asked, and when all of its records were last read; ISO 8601 instants. */
  readonly fetched: string;
  readonly loaded: string;
  readonly unreadable: readonly UnreadableRecord[];
};

/** How a database stood when it was last asked, so that it can be asked for what is new alone. */
export type DatabaseState = {
  /** When it was last asked; an ISO 8601 instant. */
  readonly fetched: string;
  /** Its files with what tells their states apart; absent where it was asked page by page. */
  readonly files?: readonly HeldFile[] | undefined;
  readonly unreadable: readonly UnreadableRecord[];
};

/** A file of a database, and the state of it that was read. */
export type HeldFile = { readonly path: string; readonly validators: Validators };

/** A list of facts as it was fetched. */
export type ListAnswer = { readonly path: string; readonly bytes: Uint8Array; readonly validators: Validators };

/** What a store that is being updated held so far. */
export type HeldContent = {
  /** When all records of all sources were last read anew. */
  readonly rebuilt: string;
  /** When the oldest part of it was last asked for. */
  readonly fetched: string;
  /** When a list or database was, by its feed and place, where it was not with all others. */
  readonly asked: Readonly<Record<string, string>>;
  readonly sources: readonly (StoredSource & { readonly state: FeedState })[];
  readonly lists: readonly (Omit<ListAnswer, 'bytes'> & { readonly list: UsedList })[];
  /** The state is absent where only all of a database can be read. */
  readonly databases: readonly (UsedDatabase & { readonly state: DatabaseState | undefined })[];
};

/** Which records of a source are added: all that it has, so that others of it are gone, or those that changed. */
export type Extent = 'whole' | 'changes';

/** When parts of a store were fetched of which others are older. */
export type LaterParts = { readonly now: string; readonly asked: HeldContent['asked'] };

/** A store that is being made beside the one in use; nothing is seen of it before `finish`. Throws `HostError`. */
export type StoreBuilder = {
  /** Empty in a new store; in an update, what stands until it is replaced. */
  readonly held: HeldContent;
  /** What is added from now on is of this source. */
  readonly begin: (source: Pick<StoredSource, 'feed' | 'from' | 'ecosystem'>, extent: Extent) => void;
  /**
   * Takes a record with its deflated bytes; of what the sources of one feed say of an id the later `modified` stays. `false`
   * where this source has given another record of that id since it began, so that one of the two is lost.
   */
  readonly add: (advisory: Advisory, document: Uint8Array) => boolean;
  /** Closes the source and tells what it gives now; one without records is not kept. */
  readonly end: (state: FeedState) => StoredSource;
  /** Takes a CVE record with its deflated bytes; of one feed's records with the same id the later `modified` stays. */
  readonly addCve: (record: CveRecord, document: Uint8Array) => void;
  /** Says, once its records are in, what a database is and how it stood; gives it with the records that there are of it. */
  readonly addDatabase: (database: Omit<UsedDatabase, 'records'>, state: DatabaseState | undefined) => UsedDatabase;
  /** Takes off what is said of databases; their records stay. */
  readonly dropDatabases: () => void;
  /** Takes what a list says; of one vulnerability the first list's word stays. */
  readonly addFact: (fact: Fact) => void;
  readonly addList: (list: UsedList, answer: ListAnswer) => void;
  /** The bytes of a list that is held. */
  readonly listBytes: (feed: string, from: string) => Uint8Array;
  /** Takes all lists off, and the facts of these feeds. */
  readonly dropLists: (feeds: readonly string[]) => void;
  /**
   * Whether a new store of the same records would be the same; it is not known where two sources disagree about a
   * record that one of them took back.
   */
  readonly certain: () => boolean;
  /** Takes a record off, an advisory or a CVE, whichever source gave it. */
  readonly remove: (feed: string, id: string) => void;
  /** The hash of what the store would hold now. */
  readonly hash: () => string;
  /**
   * Swaps the new store in, whole, and tells what it holds. `fetched` is an ISO 8601 instant; where some of it was fetched
   * later, `later` says when that was, and of lists and databases when each was.
   */
  readonly finish: (fetched: string, later?: LaterParts) => Promise<StoreContent>;
  /** Throws the new store away; the old one stays in use. */
  readonly abandon: () => void;
};

/** A store that can be brought up to date: what it holds is known at once, and can be asked about while it is copied. */
export type StoreUpdate = {
  readonly held: HeldContent;
  /** Copies the store, for changes to be put into the copy; once. Throws `HostError`. */
  readonly start: () => Promise<StoreBuilder>;
  /** Leaves all as it is, where it was not started. */
  readonly abandon: () => void;
};

/** A record as it lies in a store, its bytes deflated. */
export type UnloadedRecord = {
  readonly feed: string;
  readonly id: string;
  readonly hash: string;
  readonly document: Uint8Array;
};

/** A store from which all is taken that was published. */
export type StoreUnloading = {
  readonly content: Extract<StoreContent, { readonly kind: 'filled' }>;
  readonly held: HeldContent;
  /** The text whose sha256 is the store's hash: a line for each record and list. */
  readonly snapshot: () => Uint8Array;
  /** The CVE records of a feed, sorted by id. */
  readonly cves: (feed: string) => Iterable<UnloadedRecord>;
  /** The records that a source gave, sorted by id. */
  readonly records: (source: Pick<StoredSource, 'feed' | 'from' | 'ecosystem'>) => Iterable<UnloadedRecord>;
  readonly listBytes: (feed: string, from: string) => Uint8Array;
  readonly close: () => void;
};
