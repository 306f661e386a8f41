/** The line of the key that leads to an object or list, and those of the objects and lists in it, by key or place. */
export type KeyLine = { readonly line: number; readonly children: ReadonlyMap<string | number, KeyLine> };

/** The objects and lists of a JSON text down to a depth. */
export type LocatedKeys = {
  readonly root: KeyLine;
  /** Keys that stand twice in their object. */
  readonly repeated: readonly { readonly key: string; readonly line: number }[];
};
