import type { KeyPath } from './place.ts';

/** One thing that a SOUP item needs, compared with the declared target or the inventory (5.3.6 c). */
export type SystemFit = {
  /** Such as `python >=3.9, <4`. */
  readonly need: string;
  /** Where the record says so. */
  readonly keyPath: KeyPath;
  /** `open` where the two sides cannot be compared. */
  readonly result: 'fits' | 'misfit' | 'open';
  /** What it was compared with, as a clause: `the target has python 3.11.2`. */
  readonly found: string;
};
