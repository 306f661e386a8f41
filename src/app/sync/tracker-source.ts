import type { TrackerQuestion } from '../../model/plugs/tracker.ts';

/** Where a tracker is asked, and which environment variable holds a token for it. */
export type TrackerPlace = {
  /** A base address, or a folder that holds its answers. */
  readonly address: string;
  readonly token: { readonly variable: string; readonly header: string; readonly prefix: string } | undefined;
};

/** What a tracker answered; a refusal says what to do. */
export type TrackerAnswer =
  | {
      readonly kind: 'answer';
      /** The address that was asked, with its query and without any token. */
      readonly address: string;
      readonly bytes: Uint8Array;
      /** The address of the next page, where the tracker names one (RFC 8288); `false` where it says that there is none. */
      readonly next: string | false | undefined;
      /** Where the project has moved to. */
      readonly moved: string | undefined;
    }
  | { readonly kind: 'refused'; readonly address: string; readonly reason: string; readonly help: string };

/** An open tracker; it never throws but for faults of the program. */
export type TrackerSource = {
  /** Asks for a page, or for an address that an answer named as the next. */
  readonly ask: (question: TrackerQuestion | string, page: number) => Promise<TrackerAnswer>;
};

/** Opens a tracker. Throws `UsageError` for a place that is none, or a token that may not be sent there. */
export type OpenTracker = (place: TrackerPlace) => Promise<TrackerSource>;
