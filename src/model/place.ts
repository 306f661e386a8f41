/** A path of keys and list positions inside a YAML or JSON record, such as `['requirements', 0, 'text']`. */
export type KeyPath = readonly (string | number)[];

/** A line of a text file; line and column count from 1, the file is relative to the repository with `/`. */
export type LinePlace = {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
};

/** A key of a record; it becomes a line only when somebody looks at it. */
export type KeyPlace = {
  readonly file: string;
  readonly keyPath: KeyPath;
};

/** Where something stands: a line, a key of a record, or a file as a whole. */
export type Place = LinePlace | KeyPlace | { readonly file: string };
