import type { OpenedDatabase } from './databases/opened-database.ts';
import type { SyncedDatabase } from './databases/sync-databases.ts';
import type { Errand, SyncedSource } from './sync-ecosystem.ts';
import type { OpenedList, SyncedList } from './sync-lists.ts';

/** Told what came in: an ecosystem of a source, a list or a database. */
export type Progress = (given: SyncedSource | SyncedList | SyncedDatabase) => void;

/** What a sync has to do, each source opened. */
export type Work = {
  readonly errands: readonly Errand[];
  readonly lists: readonly OpenedList[];
  readonly databases: readonly OpenedDatabase[];
  /** The sources that were asked for all ecosystems that they list. */
  readonly askedForAll: readonly string[];
  readonly now: string;
  readonly progress: Progress | undefined;
};
