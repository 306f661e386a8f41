/**
 * What a list of a source names. `at` is a path below the source, with `/`, or an address (https) where it lies elsewhere.
 */
export type VexListing =
  /** A document; the package that it is about where the list tells, and the instant of its last change. */
  | { readonly kind: 'document'; readonly at: string; readonly subject?: string; readonly changed?: string }
  /** Another list, and one that says the same where the first is not there. */
  | { readonly kind: 'list'; readonly at: string; readonly otherwise?: string }
  /** Archives that hold the same, with lists and documents below a folder in them, and how many milliseconds one is good. */
  | { readonly kind: 'archives'; readonly found: readonly VexArchive[]; readonly interval: number | undefined }
  /** A key of OpenPGP by which its author signs, and its fingerprint where the list tells. */
  | { readonly kind: 'key'; readonly at: string; readonly fingerprint?: string }
  /** Every document of the source is to have a hash and a signature beside it. */
  | { readonly kind: 'promise' }
  /** A source of its own, and whose it is. */
  | { readonly kind: 'source'; readonly address: string; readonly name: string | undefined }
  /** A list or document that is not for everybody, by its label of the Traffic Light Protocol. */
  | { readonly kind: 'withheld'; readonly at: string; readonly label: string }
  /** Something that the list names and that cannot be followed. */
  | { readonly kind: 'unusable'; readonly name: string; readonly reason: string }
  /** The list is not what it should be. */
  | { readonly kind: 'damaged'; readonly reason: string };

/** An archive, and the folder in it that stands for the source; empty where it is the whole. */
export type VexArchive = { readonly at: string; readonly within: string };

/** A plug that knows how a publisher of VEX lists its documents; it never fetches. */
export type VexFeed = {
  /** Kebab-case and named as its file. */
  readonly name: string;
  readonly title: string;
  /** The paths at which a source begins, best first: the first that is answered is enough. */
  readonly entries: readonly string[];
  /** The one of them by which a folder begins that holds what an archive holds. */
  readonly unpacked?: string;
  /** What the list at a place names. */
  readonly listed: (at: string, answer: Uint8Array) => Iterable<VexListing>;
};
