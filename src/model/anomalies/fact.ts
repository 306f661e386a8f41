/** An entry of a list of vulnerabilities that are known to be exploited. */
export type KnownExploited = {
  readonly id: string;
  /** What the list is called. */
  readonly by: string;
  /** The day on which it was put on the list, where that can be read. */
  readonly added: string | undefined;
  /** The day by which the list's publisher wants it mended. */
  readonly due: string | undefined;
  /** Whether ransomware is known to use it; `unknown` is what the publisher says when it does not know. */
  readonly ransomware: 'known' | 'unknown';
};

/** How likely a vulnerability is exploited in the next 30 days, by a model such as EPSS. */
export type ExploitProbability = {
  readonly id: string;
  readonly score: number;
  /** The share of all vulnerabilities that have the same score or a lower one. */
  readonly percentile: number;
};

/** Until when the versions of a product are supported by those who make it. */
export type ProductSupport = {
  readonly product: string;
  readonly title: string;
  /** Package URLs without version that the publisher says are this product. */
  readonly packages: readonly string[];
  readonly cycles: readonly SupportCycle[];
};

/** A line of versions such as `4.2`, and the day on which its support ends; `true` when it has, `false` when no day is set. */
export type SupportCycle = {
  readonly cycle: string;
  readonly endOfLife: string | boolean;
  readonly latest: string | undefined;
};

/** What a list says of a vulnerability or of a product. */
export type Fact =
  | { readonly kind: 'exploited'; readonly fact: KnownExploited }
  | { readonly kind: 'probability'; readonly fact: ExploitProbability }
  | { readonly kind: 'support'; readonly fact: ProductSupport };

/** Which state of a list was read. */
export type ListEdition = {
  /** What its publisher calls this state: the version of a catalogue or of a model. */
  readonly edition: string | undefined;
  /** The day or instant that it states of itself. */
  readonly dated: string | undefined;
  /** sha256 of what was read, a gzip unpacked. */
  readonly hash: string;
};

/** What a store's lists say of the vulnerabilities and packages that it was asked about. */
export type FactsFound = {
  readonly exploited: ReadonlyMap<string, readonly KnownExploited[]>;
  readonly probabilities: ReadonlyMap<string, ExploitProbability>;
  /** By package URL without version. */
  readonly support: ReadonlyMap<string, readonly ProductSupport[]>;
};
