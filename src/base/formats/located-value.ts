import type { KeyPath } from '../../model/place.ts';

/** A value that was read from a text, and where its objects and lists begin. */
export type LocatedValue = {
  readonly value: unknown;
  /** The line of the key that leads to an object or list; the nearest one above for anything else. */
  readonly lineOf: (keyPath: KeyPath) => number;
};
