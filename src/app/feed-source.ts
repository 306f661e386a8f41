/** What tells two states of an answer apart, as its source wrote it (RFC 9110, 8.8). */
export type Validators = { readonly etag?: string | undefined; readonly lastModified?: string | undefined };

/** What a source is asked for. */
export type FeedRequest = {
  /** Relative to the source's address, with `/`; escaping is left to the host. */
  readonly path: string;
  /** What follows the question mark. */
  readonly query?: Readonly<Record<string, string>>;
  /** Sent to the source's own host alone, and never shown. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The state that is at hand: where it still stands, the answer is `unchanged`. */
  readonly unless?: Validators | undefined;
  /**
   * That the answer is kept for later runs, on this user's machine: one that was asked for less than so many milliseconds ago
   * is given again, and an older one where it still stands.
   */
  readonly keptFor?: number;
  /** Looks at each piece as it comes; `true` says that the rest of the answer is not needed. */
  readonly enough?: (piece: Uint8Array) => boolean;
};

/** What a source answers. */
export type FeedAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly validators: Validators;
      /** Headers of the answer by their names in lower case; empty where the source is a folder. */
      readonly headers: Readonly<Record<string, string>>;
      /** When it was asked for, where it was kept since and not asked for again. */
      readonly asked?: Date | undefined;
    };

/** A place that a feed's answers come from: a folder, or an address; only `sync` opens one. */
export type FeedSource = {
  /** How the person named it, without secrets. */
  readonly address: string;
  /** Asks with conditions, a query or headers. Throws `HostError` on anything else than an answer. */
  readonly ask: (request: FeedRequest) => Promise<FeedAnswer>;
  /** The bytes at a path; `undefined` when there are none. Throws `HostError` on anything else than an answer. */
  readonly get: (path: string) => Promise<Uint8Array | undefined>;
  /** Forgets the answers that it kept for a later run, because they are of no use; absent where it keeps none. */
  readonly forget?: () => void;
  /** The paths of all its files, sorted; absent where a source does not tell them, as an address does not. */
  readonly list?: () => Promise<readonly string[]>;
};

/** How a source on a network is opened. */
export type SourceOptions = {
  /** The address of a person's, whose answers name this one: it cannot know of a network of the person's own. */
  readonly ledFrom?: string;
  /** The file beside which an unfinished download is kept, to be gone on with by a later run. */
  readonly beside?: string;
  /** Sent with each request, to the source's own host alone, and never shown. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The environment variable that may hold a key, and how the key is sent: to the source's own host alone. */
  readonly key?: { readonly variable: string; readonly header: string; readonly prefix: string };
  /**
   * The milliseconds from one question to the next, without a key and with one, and how long a bare 403 asks to wait where
   * it means a limit of requests; a source on this machine needs none of it.
   */
  readonly pace?: { readonly open: number; readonly keyed: number; readonly throttled?: number };
  /** Told as the bytes of an answer come; `total` where the source states it. */
  readonly arrived?: ((path: string, bytes: number, total: number | undefined) => void) | undefined;
};
