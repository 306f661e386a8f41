import type { PublishedAnomaly } from '../anomalies/anomaly-list.ts';
import type { TrackedSource } from '../anomalies/anomaly-source.ts';

/** One of the lists of a project that a tracker can be asked for. */
export type TrackerList = TrackedSource['lists'][number];

/** A question to a tracker: the steps of a path below its base address, and a query; escaping is left to the host. */
export type TrackerQuestion = {
  readonly path: readonly string[];
  readonly query: readonly (readonly [name: string, value: string])[];
};

/** What a tracker's answer holds; what is no anomaly is counted by its kind, what cannot be read is told. */
export type TrackerPage =
  | {
      readonly kind: 'page';
      readonly anomalies: readonly PublishedAnomaly[];
      readonly leftOut: readonly string[];
      readonly unreadable: readonly string[];
      /** How many members the answer holds, of whatever kind. */
      readonly members: number;
      /** Whether, by what the answer itself holds, another page follows. */
      readonly more: boolean;
    }
  | { readonly kind: 'damaged'; readonly reason: string };

/** A plug that knows one kind of issue tracker: what to ask, and how to read the answer; it never fetches. */
export type Tracker = {
  /** Kebab-case and named as its file, such as `github`. */
  readonly name: TrackedSource['kind'];
  readonly title: string;
  readonly lists: readonly TrackerList[];
  /** The form of `project`, for messages. */
  readonly projects: string;
  /** How a token is sent: the name of a header, and what stands before the token. */
  readonly token: readonly [header: string, prefix: string];
  /**
   * The question for a page, from 1, where the pages before it held so many members, which are fewer than were asked for where
   * the tracker gives no more at once; `undefined` when `project` is none.
   */
  readonly ask: (source: TrackedSource, list: TrackerList, page: number, seen: number) => TrackerQuestion | undefined;
  readonly read: (list: TrackerList, answer: unknown, source: TrackedSource) => TrackerPage;
};
