import type { ClauseId } from './clause.ts';
import type { Place } from './place.ts';

/** How much it matters: an error stops an audit, a warning wants a decision, a note only tells. */
export type Severity = 'error' | 'warning' | 'note';

/** One thing that is wrong with the data, where it is and what to do; collected, never thrown. */
export type Diagnostic = {
  /** The rule or check that speaks, such as `62304/manufacturer` or `records/unknown-key`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, with the value quoted. */
  readonly message: string;
  readonly place: Place;
  /** The clause that asks for it, where one does. */
  readonly clause?: ClauseId;
  /** What to do about it. */
  readonly help: string;
  /** The package URL of the component or SOUP item that it is about, where it is about one. */
  readonly subject?: string;
  /** The id of the anomaly that it is about, where it is about one. */
  readonly anomaly?: string;
};
