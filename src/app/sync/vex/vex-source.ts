import type { FeedSource } from '../../feed-source.ts';
import type { Reach } from './reach.ts';
import type { VexEntry } from './vex-entry.ts';

/** A source that was opened, what it leads to, where it begins, and whether its archive is asked for in any case. */
export type VexSource = {
  readonly source: FeedSource;
  readonly reach: Reach;
  readonly entry: VexEntry;
  readonly again: boolean;
};
