/** A question to an interface: what follows the question mark. */
export type PageQuestion = Readonly<Record<string, string>>;

/** An answer to it: the bytes, and its headers by their names in lower case. */
export type PageAnswer = { readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>> };

/** What an answer says of the row of pages that it belongs to. */
export type PageAfter =
  /** `total`, where it tells, is how many records there are in the row. */
  | { readonly kind: 'page'; readonly next: PageQuestion | undefined; readonly total?: number }
  /** The answer is no page of that row; nothing of the row may be used. */
  | { readonly kind: 'damaged'; readonly reason: string };

/** How a database answers page by page; no question says anything of an inventory. */
export type DatabasePages = {
  /** What the path of its address ends in; a database at any other address lies in files. */
  readonly ending: string;
  /** How a key is sent: the name of a header, and what stands before the key. */
  readonly token: readonly [header: string, prefix: string];
  /** Sent with every question. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The milliseconds from one question to the next that its publisher asks for, without a key and with one, and how long a
   * 403 without a word asks to wait where the publisher means a limit by it.
   */
  readonly pace: { readonly open: number; readonly keyed: number; readonly throttled?: number };
  /** The milliseconds from one asking for changes to the next that its publisher asks for, where it does. */
  readonly rest?: number;
  /** The first question of each row of pages: for all records, or for those that changed from an instant until now. */
  readonly questions: (since: string | undefined, now: string) => readonly PageQuestion[];
  /** What is to be asked after the answer to a question. */
  readonly after: (question: PageQuestion, answer: PageAnswer) => PageAfter;
};

/** How a list answers page by page; its pages are put together and read as the list. */
export type ListPages = Pick<DatabasePages, 'ending' | 'headers' | 'pace' | 'after'> & {
  readonly first: PageQuestion;
  /** All pages as one answer, and how many entries there are in it; an entry that stands on two pages is one. */
  readonly joined: (pages: readonly Uint8Array[]) => { readonly bytes: Uint8Array; readonly entries: number };
};
