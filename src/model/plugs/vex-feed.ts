/** What a list of a source names. */
export type VexListing =
  /** A document; the package that it is about where the list tells, and the instant of its last change. */
  | { readonly kind: 'document'; readonly path: string; readonly subject?: string; readonly changed?: string }
  /** Another list, which is to be asked for by this path. */
  | { readonly kind: 'list'; readonly path: string }
  /** A key of OpenPGP by which its author signs, and its fingerprint where the list tells. */
  | { readonly kind: 'key'; readonly path: string; readonly fingerprint?: string }
  /** Something that lies outside of the source. */
  | { readonly kind: 'elsewhere'; readonly address: string }
  /** The list is not what it should be. */
  | { readonly kind: 'damaged'; readonly reason: string };

/** A plug that knows how a publisher of VEX lists its documents; it never fetches. */
export type VexFeed = {
  /** Kebab-case and named as its file. */
  readonly name: string;
  readonly title: string;
  /** The paths at which a source begins, best first: the first that is answered is enough. */
  readonly entries: readonly string[];
  /** What the list at a path names; paths are relative to the source. */
  readonly listed: (path: string, answer: Uint8Array) => Iterable<VexListing>;
};
