/** A plug that orders the versions of one kind of ecosystem; total, it never throws. */
export type Scheme = {
  /** Kebab-case and named as its file, such as `pep440`. */
  readonly name: string;
  readonly title: string;
  /** The OSV ecosystems (without suffix) that it orders. */
  readonly ecosystems: readonly string[];
  /** Negative, zero or positive as `a` is before, equal to or after `b`; `undefined` when one is no version at all. */
  readonly compare: (a: string, b: string) => number | undefined;
};
